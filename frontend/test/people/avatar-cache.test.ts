import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Faces } from '../../people/avatar-cache.ts';

test('asks once for each, also for those who come back', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const faces = new Faces();
  const asked: string[][] = [];
  faces.onWanted((people) => asked.push(people));
  const leave = faces.show('a', () => {});
  faces.show('b', () => {});
  mock.timers.tick(100);
  leave();
  faces.show('a', () => {});
  faces.show('c', () => {});
  mock.timers.tick(100);
  assert.deepEqual(asked, [['a', 'b'], ['c']]);
  mock.timers.reset();
});

test('shows what is known at once, and what changes', () => {
  const faces = new Faces();
  const seen: string[] = [];
  faces.take([{ id: 'a', address: '/1' }]);
  faces.show('a', (address) => seen.push(address));
  faces.take([{ id: 'a', address: '' }]);
  assert.deepEqual(seen, ['/1', '']);
});
