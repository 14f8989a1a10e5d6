import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Labels } from '../../platform/labels.ts';
import type { Message, Reaction } from '../../model/message.ts';
import { PendingReactions, reactorNames, withReaction } from '../../conversation/reactions.ts';

const labels = new Labels('en', { 'log.you': 'You', 'log.reaction.more.other': '{0} more' });
const thumb = (over: Partial<Reaction> = {}): Reaction => ({
  emoji: '👍',
  count: 2,
  mine: false,
  names: ['Ana', 'Bruno'],
  ...over
});
const message = (reactions: Reaction[]) => ({ id: 7, reactions }) as Message;

test('counts a person once, however often they press', () => {
  const on = withReaction([thumb()], '👍', true);
  assert.deepEqual(on, [thumb({ count: 3, mine: true })]);
  assert.deepEqual(withReaction(on, '👍', true), on);
  assert.deepEqual(withReaction(on, '👍', false), [thumb()]);
});

test('adds a new reaction at the end and removes an empty one', () => {
  const two = withReaction([thumb()], '🚆', true);
  assert.deepEqual(
    two.map(({ emoji }) => emoji),
    ['👍', '🚆']
  );
  assert.deepEqual(withReaction(two, '🚆', false), [thumb()]);
  assert.deepEqual(withReaction([thumb()], '🚆', false), [thumb()]);
});

test('names those who reacted, the reader first', () => {
  assert.equal(reactorNames(thumb(), labels), 'Ana and Bruno');
  assert.equal(reactorNames(thumb({ count: 5, mine: true }), labels), 'You, Ana, Bruno, and 2 more');
});

test('applies pending reactions to messages from the server until they are settled', () => {
  const pending = new PendingReactions();
  const plain = message([thumb()]);
  assert.equal(pending.apply(plain), plain);
  pending.set(7, '👍', true);
  pending.set(7, '🚆', true);
  const others = message([thumb({ count: 4 })]);
  assert.deepEqual(
    pending.apply(others).reactions?.map(({ count }) => count),
    [5, 1]
  );
  pending.settle(7, '👍');
  assert.deepEqual(
    pending.apply(others).reactions?.map(({ count }) => count),
    [4, 1]
  );
  pending.settle(7, '🚆');
  assert.equal(pending.apply(plain), plain);
});
