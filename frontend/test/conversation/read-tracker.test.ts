import type { ReactiveControllerHost } from 'lit';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { ReadTracker } from '../../conversation/read-tracker.ts';
import type { MessageWindow } from '../../conversation/message-window.ts';
import type { Server } from '../../conversation/server.ts';
import { emit } from '../../model/page-events.ts';
import { context, loaded, message } from './fixtures.ts';

const page = { visibilityState: 'visible', focused: true, hasFocus: () => page.focused };

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  page.focused = true;
  Object.assign(globalThis, { document: page, window: new EventTarget() });
});
afterEach(() => {
  mock.timers.reset();
  Reflect.deleteProperty(globalThis, 'document');
  Reflect.deleteProperty(globalThis, 'window');
});

function tracker(window: MessageWindow, server: Partial<Server> = {}) {
  const read: number[] = [];
  const answers: Partial<Server> = { read: async (seq) => void read.push(seq), unread: async () => {}, ...server };
  const surroundings = context(answers, window);
  const view = { end: true, last: 0, atEnd: () => view.end, visible: () => true, lastVisible: () => view.last };
  const host = { addController() {}, requestUpdate() {} } as unknown as ReactiveControllerHost;
  return { reading: new ReadTracker(host, surroundings, view), read, view, context: surroundings, window };
}

/** Lets the delay of a report pass, and the answer to it arrive. */
async function pass(): Promise<void> {
  mock.timers.tick(300);
  for (let i = 0; i < 10; i++) {
    await Promise.resolve();
  }
}

test('draws the unread line after the read position, if others wrote since', () => {
  const { reading } = tracker(loaded(1, 10));
  reading.start(7);
  assert.equal(reading.unreadAfter, 7);
  assert.equal(reading.unreadCount, 3);
  reading.start(10);
  assert.equal(reading.unreadAfter, undefined);
});

test('does not count own messages as unread', () => {
  const window = loaded(1, 8);
  window.append([message(9, 'me'), message(10)]);
  const { reading } = tracker(window);
  reading.start(7);
  assert.equal(reading.unreadCount, 2);
  const own = loaded(1, 8);
  own.append([message(9, 'me')]);
  const { reading: onlyOwn } = tracker(own);
  onlyOwn.start(8);
  assert.equal(onlyOwn.unreadAfter, undefined);
});

test('counts neither deleted messages nor notes of the system as unread', () => {
  const window = loaded(1, 8);
  window.append([{ ...message(9), kind: 'JOINED' }, { ...message(10), deleted: true }, message(11)]);
  const { reading } = tracker(window);
  reading.start(8);
  assert.equal(reading.unreadAfter, 10);
  assert.equal(reading.unreadCount, 1);
});

test('reports the newest message once, after a delay', async () => {
  const { reading, read, window } = tracker(loaded(1, 10));
  reading.start(7);
  reading.reportVisible();
  window.append([message(11)]);
  reading.reportVisible();
  assert.deepEqual(read, []);
  await pass();
  assert.deepEqual(read, [11]);
  reading.reportVisible();
  await pass();
  assert.deepEqual(read, [11]);
});

test('reports nothing while the end is out of sight or the page has no focus', async () => {
  const { reading, read, view } = tracker(loaded(1, 10));
  view.end = false;
  reading.reportVisible();
  await pass();
  view.end = true;
  page.focused = false;
  reading.reportVisible();
  await pass();
  assert.deepEqual(read, []);
});

test('reports what is in sight while the person scrolls to the end', async () => {
  const { reading, read, view } = tracker(loaded(1, 10));
  reading.start(2);
  view.end = false;
  view.last = 5;
  reading.reportVisible();
  await pass();
  assert.deepEqual(read, [5]);
  assert.equal(reading.unseenCount, 5);
  view.last = 4;
  reading.reportVisible();
  view.end = true;
  reading.reportVisible();
  await pass();
  assert.deepEqual(read, [5, 10]);
});

test('reports again what the server did not take', async () => {
  let calls = 0;
  const { reading } = tracker(loaded(1, 10), {
    read: () => (calls++ === 0 ? Promise.reject(new Error('down')) : Promise.resolve())
  });
  reading.reportVisible();
  await pass();
  reading.reportVisible();
  await pass();
  assert.equal(calls, 2);
});

test('draws the line above messages that arrive while the page has no focus', () => {
  const { reading } = tracker(loaded(1, 10));
  reading.onArrival([message(11)]);
  assert.equal(reading.unreadAfter, undefined);
  page.focused = false;
  reading.onArrival([message(12, 'me'), message(13), message(14)]);
  assert.equal(reading.unreadAfter, 12);
  reading.onArrival([message(15)]);
  assert.equal(reading.unreadAfter, 12);
});

test('counts the messages that were never in sight', () => {
  const { reading, view, window } = tracker(loaded(1, 10));
  reading.reportVisible();
  assert.equal(reading.unseenCount, 0);
  view.end = false;
  window.append([message(11), message(12)]);
  reading.reportVisible();
  assert.equal(reading.unseenCount, 2);
});

test('keeps messages marked as unread until the person wants them read', async () => {
  const { reading, read, context } = tracker(loaded(1, 10));
  reading.start(10);
  await reading.markUnread(message(5));
  assert.equal(reading.unreadAfter, 4);
  assert.deepEqual(context.notices, ['unread']);
  reading.reportVisible();
  await pass();
  assert.deepEqual(read, []);
  reading.markAllRead();
  assert.equal(reading.unreadAfter, undefined);
  reading.reportVisible();
  await pass();
  assert.deepEqual(read, [10]);
});

test('says so when a message cannot be marked as unread', async () => {
  const { reading, context } = tracker(loaded(1, 10), { unread: () => Promise.reject(new Error('down')) });
  reading.start(10);
  await reading.markUnread(message(5));
  assert.equal(reading.unreadAfter, undefined);
  assert.deepEqual(context.notices, ['failed']);
});

test('marks the whole chat as read on demand, also where the end is out of sight', async () => {
  const { reading, read, view } = tracker(loaded(1, 10));
  reading.start(7);
  view.end = false;
  reading.hostConnected();
  emit('chat-read', undefined);
  await pass();
  reading.hostDisconnected();
  assert.deepEqual(read, [10]);
  assert.equal(reading.unreadAfter, undefined);
});

test('puts the unread line back when marking everything as read is undone', async () => {
  const { reading, read } = tracker(loaded(1, 10));
  reading.start(7);
  reading.hostConnected();
  emit('all-read', undefined);
  assert.equal(reading.unreadAfter, undefined);
  emit('all-read-undone', undefined);
  reading.reportVisible();
  await pass();
  reading.hostDisconnected();
  assert.equal(reading.unreadAfter, 7);
  assert.deepEqual(read, []);
});
