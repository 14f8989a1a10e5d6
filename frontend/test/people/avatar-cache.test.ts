import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { AvatarCache } from '../../people/avatar-cache.ts';

test('requests each avatar once, also when the person reappears', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const avatars = new AvatarCache();
  const requests: string[][] = [];
  avatars.onRequest((people) => requests.push(people));
  const dispose = avatars.show('a', () => {});
  avatars.show('b', () => {});
  mock.timers.tick(100);
  dispose();
  avatars.show('a', () => {});
  avatars.show('c', () => {});
  mock.timers.tick(100);
  assert.deepEqual(requests, [['a', 'b'], ['c']]);
  mock.timers.reset();
});

test('shows a cached avatar at once and its changes later', () => {
  const avatars = new AvatarCache();
  const seen: string[] = [];
  avatars.put([{ id: 'a', address: '/1' }]);
  avatars.show('a', (address) => seen.push(address));
  avatars.put([{ id: 'a', address: '' }]);
  assert.deepEqual(seen, ['/1', '']);
});
