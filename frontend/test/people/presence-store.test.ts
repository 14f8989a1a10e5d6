import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { PresenceStore, type Presence } from '../../people/presence-store.ts';

const state = (id: string, availability: Presence['availability']): Presence => ({
  id,
  availability,
  emoji: '',
  status: ''
});

test('requests all people on the page in one call, without those who left', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const presences = new PresenceStore();
  const requests: string[][] = [];
  presences.onRequest((people) => requests.push(people));
  const dispose = presences.show('a', () => {});
  presences.show('b', () => {});
  presences.show('b', () => {});
  mock.timers.tick(200);
  dispose();
  mock.timers.tick(200);
  assert.deepEqual(requests, [['a', 'b'], ['b']]);
  mock.timers.reset();
});

test('notifies every listener, and new ones with the known presence', () => {
  const presences = new PresenceStore();
  const seen: (string | undefined)[] = [];
  presences.show('a', (each) => seen.push(each?.availability));
  presences.put([state('a', 'AWAY'), state('stranger', 'ONLINE')]);
  presences.show('a', (each) => seen.push(each?.availability));
  presences.show('stranger', (each) => seen.push(each?.availability));
  assert.deepEqual(seen, [undefined, 'AWAY', 'AWAY', undefined]);
});
