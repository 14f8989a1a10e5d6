import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBigEmoji } from '../../text/message-text.ts';

test('recognises a text of one to three emoji', () => {
  for (const text of ['🎉', ' 👍🏽 ', '❤️', '👨‍👩‍👧‍👦', '🇪🇸', '😀😀😀', '😀 😀', '1️⃣']) {
    assert.equal(isBigEmoji(text), true, text);
  }
  for (const text of ['', ' ', 'a', '1', '12', '#', '😀😀😀😀', '😀!', 'ok 👍', '©®a']) {
    assert.equal(isBigEmoji(text), false, text);
  }
});
