import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitMentions, usernamesIn } from '../../text/mention-parser.ts';

test('finds mentioned usernames, but not in addresses', () => {
  assert.deepEqual(usernamesIn('@ana, (@Bruno) y @lu-is_2. ¿@éva?'), ['ana', 'bruno', 'lu-is_2', 'éva']);
  assert.deepEqual(usernamesIn('mail@ana.es https://a.b/@ana @@ana'), []);
});

test('splits a text at the mentions that are found', () => {
  const find = (name: string) => (name === 'ana' ? 7 : name === 'all' ? ('everybody' as const) : undefined);
  assert.deepEqual(splitMentions('hi @Ana, @eva @all', find), [
    'hi ',
    { text: '@Ana', target: 7 },
    ', @eva ',
    { text: '@all', target: 'everybody' }
  ]);
  assert.deepEqual(splitMentions('', find), []);
});
