import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowAfterKey } from '../../conversation/row-navigation.ts';

/** Ten rows, each 100 pixels high. */
const rows = Array.from({ length: 10 }, (_, i) => ({ offsetTop: i * 100 }) as HTMLElement);

const after = (key: string, from: number) => rows.indexOf(rowAfterKey(key, rows, rows[from], 250)!);

test('moves by one row, and not beyond the first or the last', () => {
  assert.deepEqual([after('ArrowUp', 5), after('ArrowDown', 5)], [4, 6]);
  assert.deepEqual([after('ArrowUp', 0), after('ArrowDown', 9)], [0, 9]);
});

test('moves to the ends, and by a page', () => {
  assert.deepEqual([after('Home', 5), after('End', 5)], [0, 9]);
  assert.deepEqual([after('PageUp', 5), after('PageDown', 5)], [3, 7]);
});

test('leaves other keys alone', () => {
  assert.equal(rowAfterKey('x', rows, rows[0], 250), undefined);
});
