import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  applyNews,
  dropRow,
  hasUnread,
  isUnseen,
  nextMuteEnd,
  notificationLevel,
  putRows,
  rowsById,
  totalUnread,
  visibleRows,
  type News,
  type Row
} from '../../chat-list/chat-rows.ts';

const NOW = 1_000_000;

function row(id: string, changes: Partial<Row> = {}): Row {
  return {
    id,
    kind: 'GROUP',
    title: id,
    colourOf: id,
    address: `/c/${id}`,
    seq: 5,
    at: 500,
    unread: 0,
    mentions: 0,
    told: 'ALL',
    mutedUntil: 0,
    joined: true,
    preview: { sender: 'Ana', text: 'old' },
    ...changes
  };
}

function news(chat: string, changes: Partial<News> = {}): News {
  const preview = { sender: 'Ana', text: 'new' };
  return { chat, seq: 6, at: 600, counts: true, names: false, unread: 1, mentions: 0, preview, ...changes };
}

const ids = (rows: Row[]) => rows.map(({ id }) => id);

test('putRows replaces rows of the same chat', () => {
  const rows = putRows(rowsById([row('a'), row('b')]), [row('a', { title: 'renamed' }), row('c')]);
  assert.deepEqual(
    [...rows.values()].map(({ title }) => title),
    ['renamed', 'b', 'c']
  );
});

test('putRows keeps a newer message than the server answered with', () => {
  const { rows } = applyNews(rowsById([row('a')]), [news('a')]);
  const put = putRows(rows, [row('a', { title: 'renamed', unread: 1 })]).get('a');
  assert.deepEqual([put?.title, put?.seq, put?.at, put?.preview.text, put?.unread], ['renamed', 6, 600, 'new', 1]);
});

test('dropRow removes one chat', () => {
  assert.deepEqual([...dropRow(rowsById([row('a'), row('b')]), 'a').keys()], ['b']);
});

test('applyNews shows a new message and the numbers that come with it', () => {
  const before = rowsById([row('a')]);
  const after = applyNews(before, [news('a', { names: true, unread: 7, mentions: 2 })]).rows.get('a');
  assert.deepEqual([after?.seq, after?.at, after?.unread, after?.mentions, after?.preview.text], [6, 600, 7, 2, 'new']);
  assert.equal(before.get('a')?.unread, 0);
});

test('applyNews counts nothing itself, however often news come', () => {
  const again = [news('a', { unread: 3 }), news('a', { unread: 3 }), news('a', { seq: 4, at: 0, unread: 2 })];
  const after = applyNews(rowsById([row('a')]), again).rows.get('a');
  assert.deepEqual([after?.seq, after?.unread, after?.preview.text], [6, 2, 'new']);
});

test('applyNews takes the numbers, but not the preview, of a message that is already known', () => {
  const after = applyNews(rowsById([row('a')]), [news('a', { seq: 5, unread: 4 })]).rows.get('a');
  assert.deepEqual([after?.seq, after?.unread, after?.preview.text], [5, 4, 'old']);
});

test('applyNews changes the preview only for an edit of the newest message', () => {
  const before = rowsById([row('a')]);
  assert.equal(applyNews(before, [news('a', { seq: 5, at: 0 })]).rows.get('a')?.preview.text, 'new');
  assert.equal(applyNews(before, [news('a', { seq: 4, at: 0 })]).rows.get('a')?.preview.text, 'old');
});

test('applyNews returns unknown chats once', () => {
  const { rows, unknown } = applyNews(rowsById([]), [news('x'), news('x', { seq: 7 })]);
  assert.deepEqual([[...rows.keys()], unknown], [[], ['x']]);
});

test('a mute ends at its time', () => {
  const muted = row('a', { told: 'NOTHING', mutedUntil: NOW });
  assert.equal(notificationLevel(muted, NOW - 1), 'NOTHING');
  assert.equal(notificationLevel(muted, NOW), 'ALL');
  assert.equal(notificationLevel(row('a', { told: 'MENTIONS' }), NOW), 'MENTIONS');
});

test('nextMuteEnd is the earliest end that is to come', () => {
  const rows = rowsById([0, NOW, NOW + 9, NOW + 5].map((mutedUntil, i) => row(`${i}`, { told: 'NOTHING', mutedUntil })));
  assert.equal(nextMuteEnd(rows, NOW), NOW + 5);
  assert.equal(nextMuteEnd(rows, NOW + 9), undefined);
  assert.equal(nextMuteEnd(undefined, NOW), undefined);
});

test('isUnseen is true for a new message in a chat that is not visible', () => {
  assert.equal(isUnseen(news('a'), row('a'), 'b', NOW), true);
  assert.equal(isUnseen(news('a'), row('a'), undefined, NOW), true);
  assert.equal(isUnseen(news('a'), undefined, undefined, NOW), true);
  assert.equal(isUnseen(news('a'), row('a'), 'a', NOW), false);
});

test('isUnseen is false for edits, own and known messages, and in chats that are not joined', () => {
  assert.equal(isUnseen(news('a', { at: 0 }), row('a'), undefined, NOW), false);
  assert.equal(isUnseen(news('a', { counts: false }), row('a'), undefined, NOW), false);
  assert.equal(isUnseen(news('a', { seq: 5 }), row('a'), undefined, NOW), false);
  assert.equal(isUnseen(news('a'), row('a', { joined: false }), undefined, NOW), false);
});

test('isUnseen follows the notification level', () => {
  const quiet = row('a', { told: 'MENTIONS' });
  assert.equal(isUnseen(news('a'), quiet, undefined, NOW), false);
  assert.equal(isUnseen(news('a', { names: true }), quiet, undefined, NOW), true);
  assert.equal(isUnseen(news('a', { names: true }), row('a', { told: 'NOTHING' }), undefined, NOW), false);
});

test('totalUnread counts by notification level', () => {
  const counts = { unread: 5, mentions: 2 };
  const levels = ['ALL', 'MENTIONS', 'NOTHING'] as const;
  const rows = rowsById(levels.map((told) => row(told, { ...counts, told })));
  assert.equal(totalUnread(rows, NOW), 7);
  assert.equal(totalUnread(undefined, NOW), 0);
});

test('hasUnread looks at all rows', () => {
  assert.equal(hasUnread(rowsById([row('a'), row('b', { unread: 1, told: 'NOTHING' })])), true);
  assert.equal(hasUnread(rowsById([row('a')])), false);
  assert.equal(hasUnread(undefined), false);
});

test('visibleRows sorts by latest activity, then by id', () => {
  const rows = rowsById([row('a', { at: 1 }), row('b', { at: 3 }), row('c', { at: 1 })]);
  assert.deepEqual(ids(visibleRows(rows, '', 'all', '')), ['b', 'c', 'a']);
});

test('visibleRows filters by query without case and accents', () => {
  const rows = rowsById([row('a', { title: 'Córdoba' }), row('b', { title: 'Madrid' })]);
  assert.deepEqual(ids(visibleRows(rows, ' CORD ', 'all', '')), ['a']);
});

test('visibleRows filters by unread, where the selected chat stays, and by groups', () => {
  const rows = rowsById([row('a', { unread: 1 }), row('b', { kind: 'PUBLIC' }), row('c', { kind: 'PRIVATE' })]);
  assert.deepEqual(ids(visibleRows(rows, '', 'unread', 'c')).sort(), ['a', 'c']);
  assert.deepEqual(ids(visibleRows(rows, '', 'groups', '')), ['a']);
});
