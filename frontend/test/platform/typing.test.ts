import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTyping } from '../../platform/typing.ts';

function key(name: string, modifiers: Partial<KeyboardEvent> & { altGraph?: boolean } = {}): KeyboardEvent {
  const { altGraph = false, ...rest } = modifiers;
  return { key: name, getModifierState: () => altGraph, ...rest } as KeyboardEvent;
}

test('characters of every script are typed, and so are keys that begin one', () => {
  for (const name of ['p', 'Ñ', '7', '?', 'ж', '字', '𝒜', 'Dead', 'Process']) {
    assert.equal(isTyping(key(name)), true, name);
  }
});

test('keys with a name of their own, and the space bar, are not', () => {
  for (const name of ['Enter', 'Tab', 'Escape', 'Delete', 'ArrowUp', 'F1', 'Shift', ' ', 'Unidentified']) {
    assert.equal(isTyping(key(name)), false, name);
  }
});

test('commands of the browser are not typed, but for pasting; AltGr types', () => {
  assert.equal(isTyping(key('c', { ctrlKey: true })), false);
  assert.equal(isTyping(key('r', { metaKey: true })), false);
  assert.equal(isTyping(key('v', { ctrlKey: true })), true);
  assert.equal(isTyping(key('V', { metaKey: true })), true);
  assert.equal(isTyping(key('v', { ctrlKey: true, altKey: true })), false);
  assert.equal(isTyping(key('@', { ctrlKey: true, altKey: true, altGraph: true })), true);
});
