import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Labels } from '../../platform/labels.ts';
import type { Message, Reaction } from '../../model/message.ts';
import { PendingReactions, toggled, who } from '../../conversation/reactions.ts';

const labels = new Labels('en', { 'log.you': 'You', 'log.reaction.more.other': '{0} more' });
const thumb = (over: Partial<Reaction> = {}): Reaction => ({ emoji: '👍', count: 2, mine: false, names: ['Ana', 'Bruno'], ...over });
const message = (reactions: Reaction[]) => ({ id: 7, reactions }) as Message;

test('counts a person once, however often they press', () => {
  const on = toggled([thumb()], '👍', true);
  assert.deepEqual(on, [thumb({ count: 3, mine: true })]);
  assert.deepEqual(toggled(on, '👍', true), on);
  assert.deepEqual(toggled(on, '👍', false), [thumb()]);
});

test('puts a new reaction last and takes an empty one away', () => {
  const two = toggled([thumb()], '🚆', true);
  assert.deepEqual(two.map(({ emoji }) => emoji), ['👍', '🚆']);
  assert.deepEqual(toggled(two, '🚆', false), [thumb()]);
  assert.deepEqual(toggled([thumb()], '🚆', false), [thumb()]);
});

test('names who reacted, the reader first', () => {
  assert.equal(who(thumb(), labels), 'Ana and Bruno');
  assert.equal(who(thumb({ count: 5, mine: true }), labels), 'You, Ana, Bruno, and 2 more');
});

test('shows what is pending over what the server tells, until it is settled', () => {
  const pending = new PendingReactions();
  const told = message([thumb()]);
  assert.equal(pending.over(told), told);
  pending.set(7, '👍', true);
  pending.set(7, '🚆', true);
  const others = message([thumb({ count: 4 })]);
  assert.deepEqual(pending.over(others).reactions?.map(({ count }) => count), [5, 1]);
  pending.settle(7, '👍');
  assert.deepEqual(pending.over(others).reactions?.map(({ count }) => count), [4, 1]);
  pending.settle(7, '🚆');
  assert.equal(pending.over(told), told);
});
