import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Heartbeat, INTERVAL, TIMEOUT } from '../../conversation/heartbeat.ts';

beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 }));
afterEach(() => mock.timers.reset());

async function pass(milliseconds: number): Promise<void> {
  for (let i = 0; i < 10; i++) {
    await Promise.resolve();
  }
  mock.timers.tick(milliseconds);
  for (let i = 0; i < 10; i++) {
    await Promise.resolve();
  }
}

function started(beat: (count: number) => Promise<unknown>) {
  const seen = { beats: 0, online: [] as boolean[] };
  const heartbeat = new Heartbeat({
    beat: () => beat(++seen.beats),
    onStatusChange: (answering) => seen.online.push(answering)
  });
  heartbeat.start();
  return { heartbeat, seen };
}

test('beats every interval and reports nothing while the server answers', async () => {
  const { seen } = started(async () => {});
  await pass(INTERVAL);
  await pass(INTERVAL);
  assert.deepEqual(seen, { beats: 2, online: [] });
});

test('reports a missing answer, and one that arrives late', async () => {
  let answer = () => {};
  const { heartbeat, seen } = started(() => new Promise<void>((resolve) => (answer = resolve)));
  heartbeat.now();
  await pass(TIMEOUT);
  assert.deepEqual(seen.online, [false]);
  answer();
  await pass(0);
  assert.deepEqual(seen.online, [false, true]);
});

test('sends no further beats behind one without an answer', async () => {
  const { heartbeat, seen } = started(() => new Promise(() => {}));
  heartbeat.now();
  for (let second = 0; second < 59; second++) {
    await pass(1_000);
    heartbeat.now();
  }
  assert.equal(seen.beats, 1);
  await pass(30_000);
  assert.equal(seen.beats, 2);
});

test('beats again with growing pauses after failures, and recovers', async () => {
  const { heartbeat, seen } = started((count) => (count < 4 ? Promise.reject(new Error('down')) : Promise.resolve()));
  heartbeat.now();
  await pass(2_000);
  await pass(4_000);
  assert.equal(seen.beats, 3);
  await pass(8_000);
  assert.deepEqual(seen, { beats: 4, online: [false, true] });
});

test('neither beats nor reports once stopped', async () => {
  let answer = () => {};
  const { heartbeat, seen } = started(() => new Promise<void>((resolve) => (answer = resolve)));
  heartbeat.now();
  heartbeat.stop();
  answer();
  await pass(10 * INTERVAL);
  assert.deepEqual(seen, { beats: 1, online: [] });
});
