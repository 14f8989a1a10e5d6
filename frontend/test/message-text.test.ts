import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBigEmoji, pieces } from '../message-text.ts';

const links = (text: string) => pieces(text).flatMap(({ text: shown, href }) => (href ? [shown] : []));

test('finds addresses and leaves the sentence around them alone', () => {
  assert.deepEqual(links('See https://example.org/a?b=c#d, then (http://x.es/y).'), ['https://example.org/a?b=c#d', 'http://x.es/y']);
  assert.deepEqual(links('https://es.wikipedia.org/wiki/Sol_(estrella)'), ['https://es.wikipedia.org/wiki/Sol_(estrella)']);
  assert.deepEqual(links('¿https://a.es/ñandú? «https://b.es»'), ['https://a.es/ñandú', 'https://b.es']);
  assert.deepEqual(links('HTTPS://EXAMPLE.ORG'), ['HTTPS://EXAMPLE.ORG']);
});

test('links nothing but http and https', () => {
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'ftp://a.b', '//a.b', 'xhttps//a.b', 'https://', 'http://?']) {
    assert.deepEqual(links(text), [], text);
  }
});

test('does not link addresses that pretend to be another host', () => {
  assert.deepEqual(links('https://bank.example@evil.example/'), []);
});

test('stops at quotes and brackets of markup', () => {
  assert.deepEqual(links('https://a.b/"onmouseover=x'), ['https://a.b/']);
  assert.deepEqual(links('https://a.b/<script>'), ['https://a.b/']);
});

test('keeps every character of the text', () => {
  for (const text of ['', 'plain', 'a\n\nb', 'x https://a.b. y (https://c.d/e) https://', '<b>https://a.b</b>']) {
    assert.equal(pieces(text).map((piece) => piece.text).join(''), text);
  }
});

test('takes long hostile texts in its stride', () => {
  const start = performance.now();
  pieces(`https://a.b/${')'.repeat(4000)}${'.'.repeat(3900)}`);
  pieces('https://'.repeat(1000));
  assert.ok(performance.now() - start < 500);
});

test('draws one to three emoji big, and nothing else', () => {
  for (const text of ['🎉', ' 👍🏽 ', '❤️', '👨‍👩‍👧‍👦', '🇪🇸', '😀😀😀', '😀 😀', '1️⃣']) {
    assert.equal(isBigEmoji(text), true, text);
  }
  for (const text of ['', ' ', 'a', '1', '12', '#', '😀😀😀😀', '😀!', 'ok 👍', '©®a']) {
    assert.equal(isBigEmoji(text), false, text);
  }
});
