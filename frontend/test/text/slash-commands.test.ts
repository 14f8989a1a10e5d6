import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHRUG, actionOf, commanded, commandsLike, literal, nameOf } from '../../text/slash-commands.ts';
import { unformatted } from '../../text/markdown.ts';

test('knows a command by its name in either language', () => {
  assert.deepEqual(commanded('/invite @ana  @ben '), { name: '/invite', command: 'invite', words: '@ana  @ben' });
  assert.equal(commanded('/Invitar @ana')?.command, 'invite');
  assert.equal(commanded('/silenciar 1h')?.command, 'mute');
  assert.equal(commanded('/ayuda')?.command, 'help');
  assert.equal(commanded('/me\ntwo lines')?.words, 'two lines');
});

test('tells a command that there is none of from what is no command', () => {
  assert.deepEqual(commanded('/tmp is full'), { name: '/tmp', command: undefined, words: 'is full' });
  for (const text of ['/usr/bin', '/usr/bin is full', '/', '//help', ' /help', '/2', '/2026-01-01', 'a /help', '/help!', '']) {
    assert.equal(commanded(text), undefined, text);
  }
});

test('takes nothing that objects are born with for a command', () => {
  assert.deepEqual(commanded('/constructor'), { name: '/constructor', command: undefined, words: '' });
});

test('offers what begins as it is written', () => {
  assert.deepEqual(commandsLike('/m'), ['me', 'mute']);
  assert.deepEqual(commandsLike('/silen'), ['mute']);
  assert.equal(commandsLike('/').length, 6);
  assert.deepEqual(commandsLike('/x'), []);
  assert.equal(nameOf('mute', 'es'), '/silenciar');
  assert.equal(nameOf('mute', 'en-US'), '/mute');
});

test('sends a slash where one is meant', () => {
  assert.equal(literal('//help me'), '/help me');
  assert.equal(literal(' /help me'), '/help me');
  assert.equal(literal('/usr/bin'), '/usr/bin');
  assert.equal(actionOf(literal('//me waves')), undefined);
  assert.equal(literal('//me waves').trim(), '/me waves');
});

test('says what somebody does', () => {
  assert.equal(actionOf('/me waves'), 'waves');
  assert.equal(actionOf('/me waves\nand goes'), 'waves\nand goes');
  for (const text of ['/me', '/me ', '/meows loudly', ' /me waves', 'x /me waves', '/ME waves']) {
    assert.equal(actionOf(text), undefined, text);
  }
});

test('shrugs with both arms', () => {
  assert.equal(unformatted(SHRUG), '¯\\_(ツ)_/¯');
  assert.equal(unformatted(`a_b _c_ ${SHRUG}`), 'a_b c ¯\\_(ツ)_/¯');
});
