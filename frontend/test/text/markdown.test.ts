import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlight } from '../../text/highlight.ts';
import { parse, partsWithin, plainText, type Block, type Inline } from '../../text/markdown.ts';

type Part = Block | Inline;

const all = (parts: Part[]): Part[] => parts.flatMap((part) => [part, ...all(partsWithin(part))]);
const hrefs = (text: string) => all(parse(text)).flatMap((part) => (part.type === 'link' ? [part.href] : []));
const words = (parts: Part[]): string =>
  parts.map((part) => ('text' in part ? part.text : part.type === 'break' ? '\n' : words(partsWithin(part)))).join('');
const links = (text: string) => all(parse(text)).flatMap((part) => (part.type === 'link' ? [words(part.children)] : []));
const kinds = (text: string) => [...new Set(all(parse(text)).map(({ type }) => type))].sort();
const only = (text: string): Inline[] => {
  const [block, ...more] = parse(text);
  assert.ok(more.length === 0 && block.type === 'paragraph', text);
  return block.children;
};

test('parses inline and block elements', () => {
  assert.deepEqual(
    only('**a** *b* ~~c~~ `d`').map(({ type }) => type),
    ['strong', 'text', 'em', 'text', 'del', 'text', 'code']
  );
  assert.deepEqual(only('one\ntwo'), [{ type: 'text', text: 'one' }, { type: 'break' }, { type: 'text', text: 'two' }]);
  assert.deepEqual(parse('```js extra\nlet a = "<b>";\n```'), [{ type: 'code', language: 'js', text: 'let a = "<b>";' }]);
  assert.deepEqual(kinds('> said\n\n- a\n- b'), ['list', 'paragraph', 'quote', 'text']);
  const [list] = parse('3. c\n4. d');
  assert.ok(list.type === 'list' && list.start === 3 && list.items.length === 2);
  assert.deepEqual(hrefs('[here](https://a.b/c)'), ['https://a.b/c']);
});

test('keeps the markup of documents as text', () => {
  for (const text of [
    '#title',
    '####### title',
    '#',
    '||a|||',
    'title\n===',
    '---',
    '<b>x</b>',
    '<script>alert(1)</script>',
    '[a]: http://',
    '[a][b]',
    '&lt;',
    '2 * 3 * 4',
    'a_b_c'
  ]) {
    assert.equal(words(parse(text)), text, text);
    assert.deepEqual(
      kinds(text).filter((kind) => !['paragraph', 'text', 'break'].includes(kind)),
      [],
      text
    );
  }
  assert.deepEqual(kinds('a | b\n---\n1 | 2'), ['break', 'paragraph', 'text']);
  assert.deepEqual(kinds('over\na | b\n--|--'), ['break', 'paragraph', 'text']);
  assert.deepEqual(kinds('    indented'), ['paragraph', 'text']);
});

test('parses no images', () => {
  for (const text of [
    '![a](https://evil.example/p.png)',
    '![a][b]',
    '[![a](https://x.y/z.png)](https://a.b)',
    '<img src=https://x.y>'
  ]) {
    assert.ok(
      all(parse(text)).every(({ type }) => ['paragraph', 'text', 'link'].includes(type)),
      text
    );
  }
});

test('links addresses without the punctuation around them', () => {
  assert.deepEqual(links('See https://example.org/a?b=c#d, then (http://x.es/y).'), [
    'https://example.org/a?b=c#d',
    'http://x.es/y'
  ]);
  assert.deepEqual(links('https://es.wikipedia.org/wiki/Sol_(estrella)'), ['https://es.wikipedia.org/wiki/Sol_(estrella)']);
  assert.deepEqual(links('¿https://a.es/ñandú? «https://b.es»'), ['https://a.es/ñandú', 'https://b.es']);
  assert.deepEqual(links('HTTPS://EXAMPLE.ORG and **https://a.b/x_y_z**'), ['HTTPS://EXAMPLE.ORG', 'https://a.b/x_y_z']);
  assert.deepEqual(hrefs('www.a.es, ana@a.es'), ['http://www.a.es/', 'mailto:ana@a.es']);
});

test('links only http, https and mailto without credentials', () => {
  const schemes = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'javascript&colon;alert(1)',
    '&#106;avascript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.b/c',
    'ftp://a.b',
    '//a.b',
    '/settings',
    'x',
    'https://bank.example@evil.example/',
    'https://',
    'view-source:https://a.b'
  ];
  for (const scheme of schemes) {
    for (const text of [
      scheme,
      `<${scheme}>`,
      `[a](${scheme})`,
      `[a](<${scheme}>)`,
      `[a](${scheme} "t")`,
      `[a]: ${scheme}\n[a]`
    ]) {
      for (const href of hrefs(text)) {
        assert.match(href, /^(?:https?:\/\/[^/@]+\/|mailto:)/, text);
      }
    }
  }
  assert.deepEqual(hrefs('https://a.b/"onmouseover=x'), ['https://a.b/']);
  assert.deepEqual(hrefs('https://a.b/<script>'), ['https://a.b/']);
});

test('keeps every character of plain text', () => {
  for (const text of [
    '',
    'plain',
    'a\nb',
    'x https://a.b. y (https://c.d/e) https://',
    '<b>https://a.b</b>',
    '¡Hola!   ¿Qué tal?',
    ':-) <3 >_< ^^ o.O'
  ]) {
    assert.equal(words(parse(text)), text);
  }
});

test('parses long hostile texts within five seconds', () => {
  const deep = Array.from({ length: 120 }, (_, i) => `${' '.repeat(i * 2)}- a`)
    .join('\n')
    .slice(0, 8000);
  const texts = [
    '*',
    '_',
    '[',
    '![',
    '>',
    '`',
    '~~',
    '*_',
    '<',
    '[a](',
    '\n',
    ' ',
    '> ',
    '- ',
    '1. ',
    '_a_',
    '**a _b ',
    '|',
    'a@',
    'http://',
    '\\',
    '\\*',
    '&',
    '```a '
  ]
    .map((piece) => piece.repeat(Math.ceil(8000 / piece.length)).slice(0, 8000))
    .concat(deep, `https://a.b/${')'.repeat(4000)}${'.'.repeat(3900)}`, `${'['.repeat(3000)}a${']('.repeat(2000)}`);
  for (const text of texts) {
    const start = performance.now();
    const parts = all(parse(text));
    assert.ok(performance.now() - start < 5000, text.slice(0, 12));
    assert.ok(parts.length < 20_000, text.slice(0, 12));
  }
});

test('makes only safe links from random markup', () => {
  const pieces = [
    '*',
    '**',
    '_',
    '`',
    '```',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '1. ',
    '[',
    '](',
    ')',
    '!',
    '<',
    '>',
    'https://a.b',
    'javascript:',
    ' ',
    'a',
    '\\',
    '~~',
    '|',
    '#',
    '\t',
    '😀',
    '\u202E',
    '\0'
  ];
  let seed = 7;
  for (let turn = 0; turn < 3000; turn++) {
    const text = Array.from({ length: 30 }, () => pieces[(seed = (seed * 48271) % 2147483647) % pieces.length]).join('');
    for (const part of all(parse(text))) {
      assert.ok(part.type !== 'link' || /^(?:https?:\/\/|mailto:)/.test(part.href), text);
    }
  }
});

test('shows a task in one line', () => {
  assert.deepEqual(parse('- [ ] a\n- [x] b `c`\n- [x]'), [
    {
      type: 'list',
      start: undefined,
      items: [
        [{ type: 'paragraph', children: [{ type: 'text', text: '☐ a' }] }],
        [
          {
            type: 'paragraph',
            children: [
              { type: 'text', text: '☑ b ' },
              { type: 'code', text: 'c' }
            ]
          }
        ],
        [{ type: 'paragraph', children: [{ type: 'text', text: '☑' }] }]
      ]
    }
  ]);
});

test('shows markup in which nothing would be seen as it was written', () => {
  for (const text of ['*', '>', '-', '+', '1.', '> >', '- -', '```\n```', '~~~', '> \n>', '- *']) {
    assert.equal(words(parse(text)), text);
    assert.deepEqual(
      kinds(text).filter((kind) => !['paragraph', 'text', 'break'].includes(kind)),
      [],
      text
    );
  }
  assert.deepEqual(only('[](https://a.b)'), [
    { type: 'link', href: 'https://a.b/', children: [{ type: 'text', text: 'https://a.b' }] }
  ]);
});

test('keeps spaces at the beginning of lines', () => {
  assert.deepEqual(only('*a*\n  b').at(-1), { type: 'text', text: '  b' });
});

test('strikes through what is between two tildes on either side', () => {
  assert.deepEqual(kinds('~a~ ~~b~~'), ['del', 'paragraph', 'text']);
  assert.deepEqual(kinds('a~ ~b~~ ~~~c~~~ ~10~20'), ['paragraph', 'text']);
});

test('covers what is between two bars on either side', () => {
  assert.deepEqual(only('a ||*b* c|| d'), [
    { type: 'text', text: 'a ' },
    {
      type: 'spoiler',
      children: [
        { type: 'em', children: [{ type: 'text', text: 'b' }] },
        { type: 'text', text: ' c' }
      ]
    },
    { type: 'text', text: ' d' }
  ]);
  assert.deepEqual(kinds('a || b || c, |d|, |||e|||'), ['paragraph', 'text']);
  assert.equal(plainText('He ||dies||!'), 'He ▒▒▒▒!');
});

test('parses headings and tables', () => {
  assert.deepEqual(parse('## **a** b  \nc'), [
    {
      type: 'heading',
      level: 2,
      children: [
        { type: 'strong', children: [{ type: 'text', text: 'a' }] },
        { type: 'text', text: ' b' }
      ]
    },
    { type: 'paragraph', children: [{ type: 'text', text: 'c' }] }
  ]);
  const cell = (text: string): Inline[] => (text ? [{ type: 'text', text }] : []);
  assert.deepEqual(parse('| a | b |\n|:--|--:|\n| 1 | |\n2|3|4\nend'), [
    {
      type: 'table',
      alignments: ['left', 'right'],
      rows: [
        [cell('a'), cell('b')],
        [cell('1'), cell('')],
        [cell('2'), cell('3'), cell('4')]
      ]
    },
    { type: 'paragraph', children: [{ type: 'text', text: 'end' }] }
  ]);
  assert.equal(plainText('# a\n\nb|c\n-|-\n1|2'), 'a b c 1 2');
});

test('reduces a message to one line of plain text', () => {
  assert.equal(plainText('**Yes**, `now`:\n- a\n- [b](https://c.d)'), 'Yes, now: a b');
  assert.equal(plainText('```js\nlet a;\n```'), 'let a;');
});

test('highlights code without changing it', () => {
  const code = 'const a = "<img src=x onerror=alert(1)>"; // </span>\n';
  const parts = highlight(code, 'js');
  assert.equal(parts?.map(({ text }) => text).join(''), code);
  assert.ok(parts?.some(({ kind }) => kind === 'string') && parts.some(({ kind }) => kind === 'comment'));
  assert.ok(parts?.every(({ kind }) => /^[a-z_-]*$/.test(kind)));
  assert.equal(highlight(code, '__proto__'), undefined);
});
