import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MentionCompletion } from '../../composer/mention-completion.ts';
import { Labels } from '../../platform/labels.ts';

test('completes a mention where one may begin', () => {
  const { pattern } = new MentionCompletion(
    () => new Labels(),
    () => undefined
  );
  for (const [text, typed] of [
    ['@', '@'],
    ['hola @bo', '@bo'],
    ['你好@bo', '@bo'],
    ['こんにちは@さ', '@さ'],
    ['안녕@bo', '@bo'],
    ['@bob/@e', '@e'],
    ['(@b', '@b'],
    ['ana@bo', undefined],
    ['1@bo', undefined],
    ['x.org/@bo', undefined],
    ['@@bo', undefined]
  ] as const) {
    assert.equal(pattern.exec(text)?.[1], typed, text);
  }
});
