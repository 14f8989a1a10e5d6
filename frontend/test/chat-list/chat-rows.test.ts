import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  applyNews,
  dropRow,
  hasUnread,
  isUnseen,
  MAX_UNREAD,
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
    readSeq: 5,
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
  return { chat, seq: 6, at: 600, counts: true, names: false, preview: { sender: 'Ana', text: 'new' }, ...changes };
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

test('applyNews counts a new message and shows it', () => {
  const before = rowsById([row('a')]);
  const after = applyNews(before, [news('a', { names: true })]).rows.get('a');
  assert.deepEqual([after?.seq, after?.at, after?.unread, after?.mentions, after?.preview.text], [6, 600, 1, 1, 'new']);
  assert.equal(before.get('a')?.unread, 0);
});

test('applyNews ignores a message that is already known', () => {
  const before = row('a');
  assert.equal(applyNews(rowsById([before]), [news('a', { seq: 5 })]).rows.get('a'), before);
});

test('applyNews does not count in a chat that the person has not joined', () => {
  const after = applyNews(rowsById([row('a', { joined: false })]), [news('a', { names: true })]).rows.get('a');
  assert.deepEqual([after?.seq, after?.unread, after?.mentions], [6, 0, 0]);
});

test('applyNews does not count own messages', () => {
  assert.equal(applyNews(rowsById([row('a')]), [news('a', { counts: false })]).rows.get('a')?.unread, 0);
});

test('applyNews stops counting at the maximum', () => {
  const after = applyNews(rowsById([row('a', { unread: MAX_UNREAD, mentions: MAX_UNREAD })]), [news('a', { names: true })]);
  assert.deepEqual([after.rows.get('a')?.unread, after.rows.get('a')?.mentions], [MAX_UNREAD, MAX_UNREAD]);
});

test('applyNews changes the preview only for an edit of the newest message', () => {
  const before = rowsById([row('a')]);
  assert.equal(applyNews(before, [news('a', { seq: 5, at: 0 })]).rows.get('a')?.preview.text, 'new');
  assert.equal(applyNews(before, [news('a', { seq: 4, at: 0 })]).rows.get('a')?.preview.text, 'old');
});

test('applyNews returns unknown chats once', () => {
  const { rows, unknown, outdated } = applyNews(rowsById([]), [news('x'), news('x', { seq: 7 })]);
  assert.deepEqual([[...rows.keys()], unknown, outdated], [[], ['x'], []]);
});

test('applyNews returns chats whose mentions may have changed by an edit', () => {
  const edit = { seq: 6, at: 0 };
  const outdated = (changes: Partial<Row>, item: Partial<News>) =>
    applyNews(rowsById([row('a', changes)]), [news('a', { ...edit, ...item })]).outdated;
  assert.deepEqual(outdated({ mentions: 1 }, {}), ['a']);
  assert.deepEqual(outdated({}, { names: true }), ['a']);
  assert.deepEqual(outdated({}, {}), []);
  assert.deepEqual(outdated({ mentions: 1, readSeq: 6 }, {}), []);
});

test('a mute ends at its time', () => {
  const muted = row('a', { told: 'NOTHING', mutedUntil: NOW });
  assert.equal(notificationLevel(muted, NOW - 1), 'NOTHING');
  assert.equal(notificationLevel(muted, NOW), 'ALL');
  assert.equal(notificationLevel(row('a', { told: 'MENTIONS' }), NOW), 'MENTIONS');
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
