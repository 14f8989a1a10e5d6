import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReadReceipts } from '../../conversation/read-receipts.ts';
import { Labels } from '../../platform/labels.ts';

const labels = new Labels('en', { 'log.seen': 'Seen by {0}', 'log.reaction.more.other': '{0} more' });
const reader = (id: string, seq: number) => ({ id, name: id.toUpperCase(), seq });

test('names the readers of a message, and never removes one', () => {
  const receipts = new ReadReceipts();
  assert.equal(receipts.add([reader('a', 3), reader('b', 0)]), true);
  assert.deepEqual(receipts.seenBy(3, labels), { count: 1, names: 'Seen by A', alone: false });
  assert.equal(receipts.seenBy(4, labels), undefined);
  assert.equal(receipts.add([reader('a', 2)]), false);
  receipts.add([reader('b', 5)]);
  assert.equal(receipts.seenBy(3, labels)?.names, 'Seen by A and B');
  assert.equal(receipts.seenBy(2, labels), receipts.seenBy(3, labels));
});

test('says whether there is only one possible reader', () => {
  const receipts = new ReadReceipts();
  receipts.add([reader('a', 1)]);
  assert.equal(receipts.seenBy(1, labels)?.alone, true);
});

test('names twelve readers and counts the rest', () => {
  const receipts = new ReadReceipts();
  receipts.add(Array.from({ length: 15 }, (_, i) => reader(`p${i}`, 1)));
  assert.match(receipts.seenBy(1, labels)!.names, /, and 3 more$/);
});
