import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

const stored = new Map<string, string>();
Object.defineProperty(globalThis, 'localStorage', {
  value: {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key)
  }
});
const { drafts, serverClock } = await import('../../sync/drafts.ts');

const CONVERSATION = { account: 'a', space: 's', chat: 'c' } as Parameters<typeof drafts.read>[0];
const HOUR = 3_600_000;

beforeEach(() => stored.clear());

test('what is written is newer than what was seen, on a device whose clock is behind', () => {
  const elsewhere = Date.now() + HOUR; // the right time
  drafts.save(CONVERSATION, 'dear Bruno', elsewhere);
  drafts.write(CONVERSATION, 'dear Bruno, hello');
  assert.ok(drafts.writtenAt(CONVERSATION) > elsewhere);
  drafts.write(CONVERSATION, ''); // sent
  assert.ok(drafts.writtenAt(CONVERSATION) > elsewhere + 1);
});

test('what is written offline has the time of the server, on a device whose clock is ahead', () => {
  const serverNow = Date.now() - HOUR;
  serverClock.set(serverNow);
  drafts.write(CONVERSATION, 'offline');
  const written = drafts.writtenAt(CONVERSATION);
  assert.ok(written >= serverNow && written < serverNow + HOUR / 2);
});

test('a device that never met the server goes by its own clock', () => {
  const before = Date.now();
  drafts.write(CONVERSATION, 'first');
  assert.ok(drafts.writtenAt(CONVERSATION) >= before);
});
