import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { TypingPeople } from '../../conversation/typing-people.ts';

test('removes a person eight seconds after their last signal', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const people = new TypingPeople(() => {});
  people.add('a', 'Ana Torres');
  people.add('b', 'Luis');
  mock.timers.tick(5000);
  people.add('a', 'Ana Torres');
  assert.deepEqual(people.names, ['Ana', 'Luis']);
  mock.timers.tick(4000);
  assert.deepEqual(people.names, ['Ana']);
  people.remove('a');
  assert.deepEqual(people.names, []);
  mock.timers.reset();
});
