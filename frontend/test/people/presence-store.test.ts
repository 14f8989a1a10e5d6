import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Presences, type State } from '../../people/presence-store.ts';

const state = (id: string, availability: State['availability']): State => ({ id, availability, emoji: '', status: '' });

test('asks once for everybody who came on the screen, and for nobody who left it', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const presences = new Presences();
  const asked: string[][] = [];
  presences.onWanted((people) => asked.push(people));
  const leave = presences.show('a', () => {});
  presences.show('b', () => {});
  presences.show('b', () => {});
  mock.timers.tick(200);
  leave();
  mock.timers.tick(200);
  assert.deepEqual(asked, [['a', 'b'], ['b']]);
  mock.timers.reset();
});

test('shows the same everywhere, and to latecomers what is known', () => {
  const presences = new Presences();
  const seen: (string | undefined)[] = [];
  presences.show('a', (each) => seen.push(each?.availability));
  presences.take([state('a', 'AWAY'), state('stranger', 'ONLINE')]);
  presences.show('a', (each) => seen.push(each?.availability));
  presences.show('stranger', (each) => seen.push(each?.availability));
  assert.deepEqual(seen, [undefined, 'AWAY', 'AWAY', undefined]);
});
