import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf } from '../../offline/place.ts';

test('lists and chats are places of their space', () => {
  assert.deepEqual(placeOf('/s/home', ''), { kind: 'list', slug: 'home' });
  assert.deepEqual(placeOf('/s/home/', ''), { kind: 'list', slug: 'home' });
  assert.deepEqual(placeOf('/s/home/c/42', ''), { kind: 'chat', slug: 'home', chat: '42' });
  assert.deepEqual(placeOf('/s/caf%C3%A9/c/42', '?m=7'), { kind: 'chat', slug: 'café', chat: '42', message: 7 });
});

test('the root is the space that was open last', () => {
  assert.deepEqual(placeOf('/', ''), { kind: 'list', slug: '' });
});

test('everything else needs the server', () => {
  for (const path of [
    '/settings',
    '/spaces',
    '/s/home/settings',
    '/s/home/search',
    '/s',
    '/s/home/c',
    '/s/home/c/1/2',
    '/%zz'
  ]) {
    assert.deepEqual(placeOf(path, ''), { kind: 'page' }, path);
  }
});

test('a position that is no number is none', () => {
  assert.deepEqual(placeOf('/s/home/c/42', '?m=last'), { kind: 'chat', slug: 'home', chat: '42' });
});
