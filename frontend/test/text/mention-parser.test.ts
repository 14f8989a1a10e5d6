import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mentionsIn } from '../../text/markdown.ts';
import { splitMentions } from '../../text/mention-parser.ts';

test('finds the usernames that may be meant, longest first', () => {
  assert.deepEqual(mentionsIn('@ana, (@Bruno) y @lu-is_2. ¿@éva?'), [['ana'], ['bruno'], ['lu-is_2'], ['éva']]);
  assert.deepEqual(mentionsIn('@bobさん'), [['bobさん', 'bobさ', 'bob']]);
  assert.deepEqual(mentionsIn('mail@ana.es https://a.b/@ana @@ana `@ana` [@ana](https://a.b)'), []);
});

test('splits a text at the mentions that are found', () => {
  const find = (name: string) => (name === 'ana' ? 7 : name === 'all' ? ('everybody' as const) : undefined);
  assert.deepEqual(splitMentions('hi @Ana, @eva @all', find), [
    'hi ',
    { text: '@Ana', target: 7 },
    ', @eva ',
    { text: '@all', target: 'everybody' }
  ]);
  assert.deepEqual(splitMentions('@anaさん', find), [{ text: '@ana', target: 7 }, 'さん']);
  assert.deepEqual(splitMentions('', find), []);
});
