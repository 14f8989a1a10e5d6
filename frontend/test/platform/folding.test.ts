import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fold } from '../../platform/folding.ts';

const CASES = join(import.meta.dirname, '../../../src/test/resources/app/charla/unicode/foldings.txt');

test('folds as the server does', () => {
  for (const line of readFileSync(CASES, 'utf8').trimEnd().split('\n')) {
    const [text, folded] = line.split(' → ');
    assert.equal(fold(text), folded, text);
    assert.equal(fold(text.normalize('NFD')), folded, text);
    assert.equal(fold(folded), folded, folded);
  }
});

test('keeps vowels and marks that make a letter', () => {
  for (const word of ['ภาษาไทย', 'हिन्दी', 'தமிழ்', '가', 'が']) {
    assert.equal(fold(word), word.normalize('NFC'));
  }
});
