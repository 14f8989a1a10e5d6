import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoteOf, type Message } from '../../model/message.ts';
import { MessageWindow } from '../../conversation/message-window.ts';

function message(seq: number, version = 0, text = `text ${seq}`): Message {
  const sender = { id: 'ana', username: 'ana', name: 'Ana' };
  return {
    id: 1000 + seq,
    seq,
    clientId: `c${seq}`,
    kind: 'TEXT',
    sender,
    text,
    sentAt: seq,
    deleted: false,
    version,
    revision: version
  };
}

function run(from: number, to: number): Message[] {
  return Array.from({ length: to - from + 1 }, (_, i) => message(from + i));
}

function filled(from: number, to: number, limit = 400): MessageWindow {
  const window = new MessageWindow(limit);
  window.reset(run(from, to), from > 1, false, to);
  return window;
}

const seqs = (window: MessageWindow) => window.messages.map(({ seq }) => seq);

test('appends in the order of seq and ignores messages it has', () => {
  const window = filled(1, 3);
  const { fresh, missingAfter } = window.append([message(5), message(4), message(2)]);
  assert.deepEqual(seqs(window), [1, 2, 3, 4, 5]);
  assert.deepEqual(
    fresh.map(({ seq }) => seq),
    [4, 5]
  );
  assert.equal(missingAfter, undefined);
  assert.deepEqual(window.append([message(4), message(5)]).fresh, []);
});

test('reports missing messages instead of showing those after them', () => {
  const window = filled(1, 3);
  assert.equal(window.append([message(4), message(6), message(7)]).missingAfter, 4);
  assert.deepEqual(seqs(window), [1, 2, 3, 4]);
  assert.equal(window.lastSeq, 7);
  window.addNewer(run(5, 7), false);
  assert.deepEqual(seqs(window), [1, 2, 3, 4, 5, 6, 7]);
});

test('accepts the first message of an empty chat, whatever its seq', () => {
  const window = filled(1, 0);
  window.append([message(0)]);
  window.append([message(1)]);
  assert.deepEqual(seqs(window), [0, 1]);
});

test('never replaces a message with an older revision', () => {
  const window = filled(1, 3);
  assert.equal(window.update([message(2, 2, 'newest')]), true);
  assert.equal(window.update([message(2, 1, 'older')]), false);
  window.append([message(2, 0, 'oldest')]);
  assert.equal(window.bySeq(2)?.text, 'newest');
});

test('updates a message when a newer revision of it is appended', () => {
  const window = filled(1, 3);
  window.append([message(3, 4, 'edited before it was seen')]);
  assert.equal(window.bySeq(3)?.text, 'edited before it was seen');
});

test('joins overlapping pages without duplicates', () => {
  const window = filled(51, 60);
  window.addOlder(run(45, 51), true);
  assert.equal(window.first?.seq, 45);
  window.addOlder(run(1, 44), false);
  assert.deepEqual(
    seqs(window),
    run(1, 60).map(({ seq }) => seq)
  );
  assert.equal(window.hasOlder, false);
});

test('drops the end that is farther from the reader', () => {
  const atEnd = filled(1, 150, 100);
  atEnd.trim();
  assert.deepEqual([atEnd.first?.seq, atEnd.last?.seq, atEnd.hasOlder, atEnd.hasNewer], [51, 150, true, false]);

  const atStart = filled(1, 150, 100);
  atStart.trim(3);
  assert.deepEqual([atStart.first?.seq, atStart.last?.seq, atStart.hasOlder, atStart.hasNewer], [1, 100, false, true]);

  const inTheMiddle = filled(1, 150, 100);
  inTheMiddle.trim(75);
  assert.equal(inTheMiddle.messages.length, 100);
  assert.ok(inTheMiddle.first!.seq < 75 && inTheMiddle.last!.seq > 75);
  assert.ok(inTheMiddle.hasOlder && inTheMiddle.hasNewer);
});

test('only counts arrivals while its end is not the end of the chat', () => {
  const window = filled(1, 150, 100);
  window.trim(1);
  const { fresh, missingAfter } = window.append([message(151)]);
  assert.deepEqual([fresh.length, missingAfter, window.last?.seq, window.lastSeq], [0, undefined, 100, 151]);
});

test('ends the same whatever the order of arrival', () => {
  const changes = [...run(4, 9), message(5, 1, 'edited'), message(8, 2, 'edited twice'), message(8, 1, 'edited once')];
  const expected = filled(1, 3);
  expected.append(changes.slice(0, 6));
  expected.update(changes.slice(6));
  for (let turn = 0; turn < 200; turn++) {
    const window = filled(1, 3);
    const shuffled = changes.map((change) => ({ change, key: Math.random() })).sort((a, b) => a.key - b.key);
    for (const { change } of shuffled) {
      const { missingAfter } = window.append([change]);
      if (missingAfter !== undefined) {
        window.addNewer(run(missingAfter + 1, change.seq - 1), false);
        window.append([change]);
      }
    }
    assert.deepEqual(window.messages, expected.messages);
  }
});

test('updates quotes when the quoted message changes', () => {
  const window = filled(1, 2);
  window.append([{ ...message(3), quote: quoteOf(message(1)) }]);
  window.update([message(1, 1, ' edited \nsecond line')]);
  assert.equal(window.bySeq(3)?.quote?.text, 'edited');
  window.update([{ ...message(1, 2, ''), deleted: true }]);
  assert.equal(window.bySeq(3)?.quote?.deleted, true);
});

test('updates quotes of messages outside the window', () => {
  const window = new MessageWindow();
  window.reset([{ ...message(8), quote: quoteOf(message(1)) }], true, false, 8);
  assert.equal(window.update([message(1, 1, 'edited')]), true);
  assert.equal(window.update([message(1, 0, 'older')]), false);
  assert.equal(window.bySeq(8)?.quote?.text, 'edited');
});

test('quotes no more than the first line, shortened', () => {
  assert.equal(quoteOf(message(1, 0, '\n one\ntwo')).text, 'one');
  assert.equal([...quoteOf(message(1, 0, '👍'.repeat(200))).text].length, 140);
});

test('adds the attachments of a message to quotes of it without text', () => {
  const window = new MessageWindow();
  const picture = {
    ...message(1),
    text: '',
    media: [{ id: 'p', name: 'sea.png', type: 'image/png', size: 1, kind: 'IMAGE' as const, alt: '' }]
  };
  const quote = { id: picture.id, seq: 1, sender: picture.sender, text: '', deleted: false, version: 0 };
  window.reset([picture, { ...message(2), quote }], false, false);
  window.append([{ ...message(3), quote }]);
  assert.deepEqual(
    window.messages[1].quote?.media?.map(({ kind }) => kind),
    ['IMAGE']
  );
  assert.deepEqual(
    window.messages[2].quote?.media?.map(({ kind }) => kind),
    ['IMAGE']
  );
});
