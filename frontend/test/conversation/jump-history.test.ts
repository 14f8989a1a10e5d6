import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JumpHistory } from '../../conversation/jump-history.ts';
import type { Server, Surroundings } from '../../conversation/server.ts';
import { quoteOf, type Message } from '../../model/message.ts';
import { context, conversation, deferred, loaded, message, messages, settled } from './fixtures.ts';

function history(server: Partial<Server> = {}, window = loaded(1, 100)) {
  const shown: number[] = [];
  const view = { end: false, atEnd: () => view.end, showMessage: async (seq: number) => void shown.push(seq) };
  const surroundings = context(server, window);
  const jumps = new JumpHistory(surroundings, view, () => {});
  return { jumps, shown, view, context: surroundings, window };
}

const answerTo = (seq: number, quoted: number): Message => ({ ...message(seq), quote: quoteOf(message(quoted)) });

test('goes to quoted messages and back, step by step', async () => {
  const { jumps, shown } = history();
  await jumps.follow(answerTo(90, 50));
  await jumps.follow(answerTo(50, 10));
  assert.equal(jumps.empty, false);
  jumps.goBack();
  jumps.goBack();
  await settled();
  assert.deepEqual(shown, [50, 10, 50, 90]);
  assert.equal(jumps.empty, true);
});

test('goes back to the end from an echo, which has no seq yet', async () => {
  const { jumps, shown } = history();
  await jumps.follow(answerTo(Number.MAX_SAFE_INTEGER, 10));
  jumps.goBack();
  await settled();
  assert.deepEqual(shown, [10, 100]);
});

test('remembers nothing where the quoted message is at the end anyway', async () => {
  const { jumps, view } = history();
  view.end = true;
  await jumps.follow(answerTo(100, 99));
  assert.equal(jumps.empty, true);
});

test('loads the messages around one that is not in the window', async () => {
  const loadAround = async () => ({ messages: messages(1, 20), hasOlder: false, hasNewer: true });
  const { jumps, shown, window } = history({ loadAround }, loaded(80, 100));
  await jumps.follow(answerTo(90, 10));
  assert.deepEqual(shown, [10]);
  assert.equal(window.last?.seq, 20);
  assert.equal(window.lastSeq, 100);
});

test('stays, and says so, where they cannot be loaded', async () => {
  const { jumps, shown, context } = history({ loadAround: () => Promise.reject(new Error('down')) }, loaded(80, 100));
  await jumps.follow(answerTo(90, 10));
  assert.deepEqual(context.notices, ['failed']);
  assert.deepEqual(shown, []);
  assert.equal(jumps.empty, true);
});

test('ignores an answer that comes after another conversation was opened', async () => {
  const around = deferred<Surroundings>();
  const { jumps, shown, context, window } = history({ loadAround: () => around.promise }, loaded(80, 100));
  const following = jumps.follow(answerTo(90, 10));
  context.open = conversation('another');
  around.resolve({ messages: messages(1, 20), hasOlder: false, hasNewer: true });
  await following;
  assert.deepEqual(shown, []);
  assert.equal(window.first?.seq, 80);
});
