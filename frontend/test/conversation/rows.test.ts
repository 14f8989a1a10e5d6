import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../model/message.ts';
import { layOutRows, type Row, type RowsInput } from '../../conversation/rows.ts';
import type { Entry } from '../../sync/outbox-entry.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const people = { me: 'Yo', ana: 'Ana', bruno: 'Bruno' };

function message(seq: number, from: keyof typeof people, sentAt: number, kind = 'TEXT'): Message {
  const sender = { id: from, username: from, name: people[from] };
  return {
    id: seq,
    seq,
    clientId: `c${seq}`,
    kind,
    sender,
    text: `${seq}`,
    sentAt,
    deleted: false,
    version: 0,
    revision: 0
  };
}

function entry(clientId: string, state: Entry['state'] = 'waiting'): Entry {
  return { account: 'me', space: 's', chat: 'c', clientId, text: 'echo', sentAt: 9 * MINUTE, order: 1, state, reason: 'no' };
}

function lay(input: Partial<RowsInput>): Row[] {
  return layOutRows({ messages: [], echoes: [], me: 'me', unreadCount: 0, dayOf: (at) => Math.floor(at / DAY), ...input });
}

const firsts = (rows: Row[]) => rows.flatMap((row) => (row.type === 'message' ? [row.first] : []));

test('separates days', () => {
  const rows = lay({ messages: [message(1, 'ana', 0), message(2, 'ana', MINUTE), message(3, 'ana', DAY)] });
  assert.deepEqual(
    rows.map(({ type }) => type),
    ['day', 'message', 'message', 'day', 'message']
  );
  assert.deepEqual(firsts(rows), [true, false, true]);
});

test('groups messages of one sender without a pause or a system message between them', () => {
  const rows = lay({
    messages: [
      message(1, 'ana', 0),
      message(2, 'ana', MINUTE),
      message(3, 'bruno', 2 * MINUTE),
      message(4, 'bruno', 8 * MINUTE),
      message(5, 'bruno', 8 * MINUTE, 'RENAMED'),
      message(6, 'bruno', 9 * MINUTE)
    ]
  });
  assert.deepEqual(firsts(rows), [true, false, true, true, true]);
});

test('draws the line above the first unread message of somebody else, once', () => {
  const messages = [message(1, 'ana', 0), message(2, 'me', 1), message(3, 'ana', 2), message(4, 'ana', 3)];
  const rows = lay({ messages, unreadAfter: 1, unreadCount: 2 });
  assert.deepEqual(
    rows.map(({ key }) => key),
    ['day:0:top', 'm:1', 'c:c2', 'unread', 'm:3', 'm:4']
  );
});

test('an echo keeps its key when it becomes the message', () => {
  const before = lay({ echoes: [{ entry: entry('c7'), sent: false }] });
  const after = lay({ messages: [message(7, 'me', 9 * MINUTE)], echoes: [{ entry: entry('c7'), sent: true }] });
  assert.equal(before.at(-1)?.key, after.at(-1)?.key);
  assert.equal(after.filter(({ type }) => type === 'message').length, 1);
});

test('does not take a message of another sender with the same clientId for the echo', () => {
  const rows = lay({ messages: [message(7, 'ana', 0)], echoes: [{ entry: entry('c7'), sent: false }] });
  assert.equal(rows.filter(({ type }) => type === 'message').length, 2);
});

test('gives echoes their delivery state', () => {
  const echoes = [
    { entry: entry('a'), sent: true },
    { entry: entry('b'), sent: false },
    { entry: entry('c', 'failed'), sent: false }
  ];
  const states = lay({ echoes }).flatMap((row) => (row.type === 'message' ? [row.state] : []));
  assert.deepEqual(states, ['sent', 'sending', 'failed']);
});

test('gives every row a key of its own', () => {
  const messages = Array.from({ length: 50 }, (_, i) => message(i, i % 3 ? 'ana' : 'me', i * DAY * 0.4));
  const keys = lay({ messages, unreadAfter: 10 }).map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
});
