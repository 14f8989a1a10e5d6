import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { DELIVERY_TIMEOUT, MemoryStore, newClientId, Outbox, type Delivery, type Entry } from '../../sync/outbox.ts';

const sent: Delivery = { status: 'sent', seq: 1 };
const surroundings = {
  connected: () => true,
  exclusively: <T>(_: string, work: () => Promise<T>) => work(),
  announce() {}
};

let tried: string[];

beforeEach(() => {
  tried = [];
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
});

afterEach(() => mock.timers.reset());

/** Lets promises that are ready run. */
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

function courier(answer: (entry: Entry, attempt: number) => Promise<Delivery> | Delivery) {
  return {
    account: 'me',
    space: 's',
    async deliver(entry: Entry) {
      tried.push(entry.text);
      return answer(entry, tried.length);
    }
  };
}

const texts = (entries: Entry[]) => entries.map(({ text }) => text);

test('sends one at a time in order and forgets what is confirmed', async () => {
  const store = new MemoryStore();
  const outbox = new Outbox(store, surroundings);
  let underway = 0;
  outbox.start(
    courier(async () => {
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

test('sends what an earlier page left, of every chat, with the same clientId', async () => {
  const store = new MemoryStore();
  const before = new Outbox(store, surroundings);
  await before.add(message('one', 'c1'));
  await before.add(message('two', 'c2'));
  const outbox = new Outbox(store, surroundings);
  const ids: string[] = [];
  outbox.start(courier((entry) => (ids.push(entry.clientId), sent)));
  await pass(0);
  assert.deepEqual(ids, ['id-one', 'id-two']);
});

test('leaves what belongs to another account or space', async () => {
  const outbox = new Outbox(new MemoryStore(), surroundings);
  outbox.start(courier(() => sent));
  await outbox.add({ ...message('theirs'), account: 'somebody' });
  await outbox.add({ ...message('elsewhere'), space: 'other' });
  await pass(60_000);
  assert.deepEqual(tried, []);
});

test('tries again with growing pauses after a failure', async () => {
  const outbox = new Outbox(new MemoryStore(), surroundings);
  outbox.start(courier((_, attempt) => (attempt < 4 ? Promise.reject(new Error('down')) : sent)));
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

test('tries again at once when nudged', async () => {
  const outbox = new Outbox(new MemoryStore(), surroundings);
  outbox.start(courier((_, attempt) => (attempt < 2 ? { status: 'retry' } : sent)));
  await outbox.add(message('a'));
  await pass(0);
  outbox.nudge();
  await settle();
  assert.equal(tried.length, 2);
});

test('waits as long as it is told, nudged or not', async () => {
  const outbox = new Outbox(new MemoryStore(), surroundings);
  outbox.start(courier((_, attempt) => (attempt === 1 ? { status: 'wait', seconds: 7 } : sent)));
  await outbox.add(message('a'));
  await pass(0);
  assert.equal(outbox.waitUntil, Date.now() + 7_000);
  outbox.nudge();
  await pass(6_900);
  assert.equal(tried.length, 1);
  await pass(200);
  assert.equal(tried.length, 2);
  assert.equal(outbox.waitUntil, 0);
});

test('keeps a refused message out of the way until its author decides', async () => {
  const outbox = new Outbox(new MemoryStore(), surroundings);
  let refusing = true;
  outbox.start(courier(({ text }) => (text === 'bad' && refusing ? { status: 'refused', reason: 'no' } : sent)));
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

test('discards', async () => {
  const store = new MemoryStore();
  const outbox = new Outbox(store, surroundings);
  await outbox.add(message('a'));
  await outbox.discard('id-a');
  assert.deepEqual(await store.all(), []);
});

test('tries again when no answer comes, and takes the late answer for what it is', async () => {
  const outbox = new Outbox(new MemoryStore(), surroundings);
  let answerLate: (delivery: Delivery) => void = () => {};
  outbox.start(courier((_, attempt) => (attempt === 1 ? new Promise((resolve) => (answerLate = resolve)) : new Promise(() => {}))));
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

test('a new courier takes over what the old one does not finish', async () => {
  const outbox = new Outbox(new MemoryStore(), surroundings);
  const stop = outbox.start(courier(() => new Promise(() => {})));
  await outbox.add(message('a'));
  await settle();
  stop();
  outbox.start(courier(() => sent));
  await settle();
  assert.deepEqual(tried, ['a', 'a']);
  assert.deepEqual(outbox.entries('me', 's', 'c'), []);
});

test('does not send what another tab has sent meanwhile', async () => {
  const store = new MemoryStore();
  const outbox = new Outbox(store, surroundings);
  await outbox.add(message('a'));
  await store.remove('id-a');
  outbox.start(courier(() => sent));
  await settle();
  assert.deepEqual(tried, []);
  assert.deepEqual(outbox.entries('me', 's', 'c'), []);
});

test('is patient while the page knows that there is no connection', async () => {
  let online = false;
  const outbox = new Outbox(new MemoryStore(), { ...surroundings, connected: () => online });
  outbox.start(courier(() => Promise.reject(new Error('down'))));
  await outbox.add(message('a'));
  for (let second = 0; second < 59; second++) {
    await pass(1_000);
  }
  assert.ok(tried.length <= 1, `${tried.length} tries`);
  online = true;
  outbox.nudge();
  await settle();
  assert.ok(tried.length >= 1);
});

test('makes ids also without crypto.randomUUID', () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  assert.match(newClientId(), uuid);
  const original = crypto.randomUUID;
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
  try {
    assert.match(newClientId(), uuid);
    assert.notEqual(newClientId(), newClientId());
  } finally {
    Object.defineProperty(crypto, 'randomUUID', { value: original, configurable: true });
  }
});
