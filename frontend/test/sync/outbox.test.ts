import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import type { Delivery, Entry } from '../../sync/outbox-entry.ts';
import { MemoryStore } from '../../sync/outbox-store.ts';
import { DELIVERY_TIMEOUT, Outbox } from '../../sync/outbox.ts';

const sent: Delivery = { status: 'sent', seq: 1 };
const environment = {
  connected: () => true,
  withLock: <T>(_: string, work: () => Promise<T>) => work(),
  notifyTabs() {}
};

let tried: string[];

beforeEach(() => {
  tried = [];
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
});

afterEach(() => mock.timers.reset());

/** Runs the promises that are ready. */
async function settle(): Promise<void> {
  for (let i = 0; i < 50; i++) {
    await Promise.resolve();
  }
}

async function pass(milliseconds: number): Promise<void> {
  await settle();
  mock.timers.tick(milliseconds);
  await settle();
}

function message(text: string, chat = 'c') {
  return { account: 'me', space: 's', chat, clientId: `id-${text}`, text, sentAt: 1 };
}

function transport(answer: (entry: Entry, attempt: number) => Promise<Delivery> | Delivery) {
  return {
    account: 'me',
    space: 's',
    async deliver(entry: Entry) {
      tried.push(entry.text);
      return answer(entry, tried.length);
    }
  };
}

test('sends entries one at a time in order and removes confirmed ones', async () => {
  const store = new MemoryStore();
  const outbox = new Outbox(store, environment);
  let underway = 0;
  outbox.start(
    transport(async () => {
      assert.equal(++underway, 1);
      await settle();
      underway--;
      return sent;
    })
  );
  await Promise.all(['a', 'b', 'c'].map((text) => outbox.add(message(text))));
  await pass(0);
  await pass(0);
  await pass(0);
  await pass(0);
  assert.deepEqual(tried, ['a', 'b', 'c']);
  assert.deepEqual(await store.all(), []);
});

test('sends the entries of an earlier page, of every chat, with the same clientId', async () => {
  const store = new MemoryStore();
  const before = new Outbox(store, environment);
  await before.add(message('one', 'c1'));
  await before.add(message('two', 'c2'));
  const outbox = new Outbox(store, environment);
  const ids: string[] = [];
  outbox.start(transport((entry) => (ids.push(entry.clientId), sent)));
  await pass(0);
  assert.deepEqual(ids, ['id-one', 'id-two']);
});

test('does not send entries of another account or space', async () => {
  const outbox = new Outbox(new MemoryStore(), environment);
  outbox.start(transport(() => sent));
  await outbox.add({ ...message('theirs'), account: 'other-account' });
  await outbox.add({ ...message('elsewhere'), space: 'other' });
  await pass(60_000);
  assert.deepEqual(tried, []);
});

test('retries with growing delays after a failure', async () => {
  const outbox = new Outbox(new MemoryStore(), environment);
  outbox.start(transport((_, attempt) => (attempt < 4 ? Promise.reject(new Error('down')) : sent)));
  await outbox.add(message('a'));
  await pass(0);
  assert.equal(tried.length, 1);
  await pass(1_300);
  assert.equal(tried.length, 2);
  await pass(1_300);
  assert.equal(tried.length, 2);
  await pass(1_300);
  assert.equal(tried.length, 3);
  await pass(5_000);
  assert.equal(tried.length, 4);
  assert.deepEqual(outbox.entries('me', 's', 'c'), []);
});

test('retries at once on retryNow', async () => {
  const outbox = new Outbox(new MemoryStore(), environment);
  outbox.start(transport((_, attempt) => (attempt < 2 ? { status: 'retry' } : sent)));
  await outbox.add(message('a'));
  await pass(0);
  outbox.retryNow();
  await settle();
  assert.equal(tried.length, 2);
});

test('waits as long as the server asks, also on retryNow', async () => {
  const outbox = new Outbox(new MemoryStore(), environment);
  outbox.start(transport((_, attempt) => (attempt === 1 ? { status: 'wait', seconds: 7 } : sent)));
  await outbox.add(message('a'));
  await pass(0);
  assert.equal(outbox.waitUntil, Date.now() + 7_000);
  outbox.retryNow();
  await pass(6_900);
  assert.equal(tried.length, 1);
  await pass(200);
  assert.equal(tried.length, 2);
  assert.equal(outbox.waitUntil, 0);
});

test('marks a refused message as failed and sends the next ones', async () => {
  const outbox = new Outbox(new MemoryStore(), environment);
  let refusing = true;
  outbox.start(transport(({ text }) => (text === 'bad' && refusing ? { status: 'refused', reason: 'no' } : sent)));
  await outbox.add(message('bad'));
  await outbox.add(message('good'));
  await pass(60_000);
  assert.deepEqual(tried, ['bad', 'good']);
  const [failed] = outbox.entries('me', 's', 'c');
  assert.deepEqual([failed.state, failed.reason], ['failed', 'no']);
  refusing = false;
  await outbox.retry('id-bad');
  await settle();
  assert.deepEqual(outbox.entries('me', 's', 'c'), []);
});

test('discards an entry', async () => {
  const store = new MemoryStore();
  const outbox = new Outbox(store, environment);
  await outbox.add(message('a'));
  await outbox.discard('id-a');
  assert.deepEqual(await store.all(), []);
});

test('retries after the delivery timeout, and accepts a late confirmation', async () => {
  const outbox = new Outbox(new MemoryStore(), environment);
  let answerLate: (delivery: Delivery) => void = () => {};
  outbox.start(
    transport((_, attempt) => (attempt === 1 ? new Promise((resolve) => (answerLate = resolve)) : new Promise(() => {})))
  );
  let confirmations = 0;
  outbox.addEventListener('sent', () => confirmations++);
  await outbox.add(message('a'));
  await pass(DELIVERY_TIMEOUT);
  await pass(1_500);
  assert.equal(tried.length, 2);
  answerLate(sent);
  await settle();
  assert.deepEqual([confirmations, outbox.entries('me', 's', 'c').length], [1, 0]);
});

test('a new transport sends what the old one did not finish', async () => {
  const outbox = new Outbox(new MemoryStore(), environment);
  const stop = outbox.start(transport(() => new Promise(() => {})));
  await outbox.add(message('a'));
  await settle();
  stop();
  outbox.start(transport(() => sent));
  await settle();
  assert.deepEqual(tried, ['a', 'a']);
  assert.deepEqual(outbox.entries('me', 's', 'c'), []);
});

test('does not send an entry that another tab has sent meanwhile', async () => {
  const store = new MemoryStore();
  const outbox = new Outbox(store, environment);
  await outbox.add(message('a'));
  await store.remove('id-a');
  outbox.start(transport(() => sent));
  await settle();
  assert.deepEqual(tried, []);
  assert.deepEqual(outbox.entries('me', 's', 'c'), []);
});

test('retries once a minute at most while disconnected', async () => {
  let online = false;
  const outbox = new Outbox(new MemoryStore(), { ...environment, connected: () => online });
  outbox.start(transport(() => Promise.reject(new Error('down'))));
  await outbox.add(message('a'));
  for (let second = 0; second < 59; second++) {
    await pass(1_000);
  }
  assert.ok(tried.length <= 1, `${tried.length} tries`);
  online = true;
  outbox.retryNow();
  await settle();
  assert.ok(tried.length >= 1);
});
