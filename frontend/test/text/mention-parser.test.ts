import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesIn, split } from '../../text/mention-parser.ts';

test('reads names as the server does', () => {
  assert.deepEqual(namesIn('@ana, (@Bruno) y @lu-is_2. ¿@éva?'), ['ana', 'bruno', 'lu-is_2', 'éva']);
  assert.deepEqual(namesIn('mail@ana.es https://a.b/@ana @@ana'), []);
});

test('takes a text apart where somebody is found', () => {
  const find = (name: string) => (name === 'ana' ? 7 : name === 'all' ? ('everybody' as const) : undefined);
  assert.deepEqual(split('hi @Ana, @eva @all', find), [
    'hi ',
    { text: '@Ana', whom: 7 },
    ', @eva ',
    { text: '@all', whom: 'everybody' }
  ]);
  assert.deepEqual(split('', find), []);
});
