import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Labels } from '../../platform/labels.ts';
import { Seen } from '../../conversation/read-receipts.ts';
import { Writers } from '../../conversation/typing-people.ts';

test('forgets whoever falls silent, eight seconds after their last word', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const writers = new Writers(() => {});
  writers.writes('a', 'Ana Torres');
  writers.writes('b', 'Luis');
  mock.timers.tick(5000);
  writers.writes('a', 'Ana Torres');
  assert.deepEqual(writers.names, ['Ana', 'Luis']);
  mock.timers.tick(4000);
  assert.deepEqual(writers.names, ['Ana']);
  writers.stops('a');
  assert.deepEqual(writers.names, []);
  mock.timers.reset();
});

const labels = new Labels('en', { 'log.seen': 'Seen by {0}', 'log.reaction.more.other': '{0} more' });
const reader = (id: string, seq: number) => ({ id, name: id.toUpperCase(), seq });

test('tells who has seen a message, and never takes that back', () => {
  const seen = new Seen();
  assert.equal(seen.take([reader('a', 3), reader('b', 0)]), true);
  assert.deepEqual(seen.of(3, labels), { count: 1, names: 'Seen by A', alone: false });
  assert.equal(seen.of(4, labels), undefined);
  assert.equal(seen.take([reader('a', 2)]), false);
  seen.take([reader('b', 5)]);
  assert.equal(seen.of(3, labels)?.names, 'Seen by A and B');
  assert.equal(seen.of(2, labels), seen.of(3, labels));
});

test('knows where there is only one who could have seen it', () => {
  const seen = new Seen();
  seen.take([reader('a', 1)]);
  assert.equal(seen.of(1, labels)?.alone, true);
});

test('names as many as one wants to read', () => {
  const seen = new Seen();
  seen.take(Array.from({ length: 15 }, (_, i) => reader(`p${i}`, 1)));
  assert.match(seen.of(1, labels)!.names, /, and 3 more$/);
});
