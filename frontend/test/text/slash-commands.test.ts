import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHRUG, actionOf, commandName, commandsStartingWith, literalText, parseCommand } from '../../text/slash-commands.ts';
import { plainText } from '../../text/markdown.ts';

test('parses commands in English and Spanish', () => {
  assert.deepEqual(parseCommand('/invite @ana  @ben '), { name: '/invite', command: 'invite', args: '@ana  @ben' });
  assert.equal(parseCommand('/Invitar @ana')?.command, 'invite');
  assert.equal(parseCommand('/silenciar 1h')?.command, 'mute');
  assert.equal(parseCommand('/ayuda')?.command, 'help');
  assert.equal(parseCommand('/me\ntwo lines')?.args, 'two lines');
});

test('distinguishes unknown commands from ordinary text', () => {
  assert.deepEqual(parseCommand('/tmp is full'), { name: '/tmp', command: undefined, args: 'is full' });
  for (const text of [
    '/usr/bin',
    '/usr/bin is full',
    '/',
    '//help',
    ' /help',
    '/2',
    '/2026-01-01',
    'a /help',
    '/help!',
    ''
  ]) {
    assert.equal(parseCommand(text), undefined, text);
  }
});

test('does not take properties of Object.prototype for commands', () => {
  assert.deepEqual(parseCommand('/constructor'), { name: '/constructor', command: undefined, args: '' });
});

test('suggests commands by the beginning of their name', () => {
  assert.deepEqual(commandsStartingWith('/m'), ['me', 'mute']);
  assert.deepEqual(commandsStartingWith('/silen'), ['mute']);
  assert.equal(commandsStartingWith('/').length, 6);
  assert.deepEqual(commandsStartingWith('/x'), []);
  assert.equal(commandName('mute', 'es'), '/silenciar');
  assert.equal(commandName('mute', 'en-US'), '/mute');
});

test('unescapes a double slash to literal text', () => {
  assert.equal(literalText('//help me'), '/help me');
  assert.equal(literalText(' /help me'), '/help me');
  assert.equal(literalText('/usr/bin'), '/usr/bin');
  assert.equal(actionOf(literalText('//me waves')), undefined);
  assert.equal(literalText('//me waves').trim(), '/me waves');
});

test('parses actions', () => {
  assert.equal(actionOf('/me waves'), 'waves');
  assert.equal(actionOf('/me waves\nand goes'), 'waves\nand goes');
  for (const text of ['/me', '/me ', '/meows loudly', ' /me waves', 'x /me waves', '/ME waves']) {
    assert.equal(actionOf(text), undefined, text);
  }
});

test('keeps the shrug intact through Markdown', () => {
  assert.equal(plainText(SHRUG), '¯\\_(ツ)_/¯');
  assert.equal(plainText(`a_b _c_ ${SHRUG}`), 'a_b c ¯\\_(ツ)_/¯');
});
