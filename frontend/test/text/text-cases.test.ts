import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { canonicalEmoji } from '../../emoji/emoji.ts';
import { isBlank } from '../../text/invisible-text.ts';
import { parse, partsWithin, type Block, type Inline } from '../../text/markdown.ts';
import { splitMentions } from '../../text/mention-parser.ts';

interface Case {
  text: string;
  mentions: string[];
  links: string[];
  preview?: string | null;
}

interface Cases {
  usernames: string[];
  cases: Case[];
  blank: string[];
  visible: string[];
  emoji: { canonical: string; spellings: string[] }[];
}

/** Texts, and what both the server and the page must make of them; TextCasesTest.java reads the file, too. */
const file = new URL('../../../src/test/resources/text-cases.json', import.meta.url);
const { usernames, cases, blank, visible, emoji } = JSON.parse(readFileSync(file, 'utf8')) as Cases;

interface Seen {
  mentions: Set<string>;
  links: { href: string; bracketed?: boolean }[];
}

/** Collects what a reader sees: chips of mentions, and links to web pages. */
function look(part: Block | Inline, seen: Seen): void {
  if (part.type === 'text') {
    const find = (name: string) => (['all', 'todos', ...usernames].includes(name) ? name : undefined);
    splitMentions(part.text, find).forEach((each) => typeof each !== 'string' && seen.mentions.add(each.target));
  } else if (part.type === 'link') {
    if (part.href.startsWith('http')) {
      seen.links.push(part);
    }
  } else {
    partsWithin(part).forEach((each) => look(each, seen));
  }
}

for (const { text, mentions, links, preview } of cases) {
  test(`finds mentions and links in ${JSON.stringify(text)}`, () => {
    const seen: Seen = { mentions: new Set(), links: [] };
    parse(text).forEach((each) => look(each, seen));
    assert.deepEqual([...seen.mentions], mentions);
    const hrefs = links.map((link) => new URL(link).href);
    assert.deepEqual(
      seen.links.map(({ href }) => href),
      hrefs
    );
    const first = preview === undefined ? links.at(0) : (preview ?? undefined);
    assert.equal(seen.links.find(({ bracketed }) => !bracketed)?.href, first && new URL(first).href);
  });
}

test('tells blank texts', () => {
  blank.forEach((text) => assert.ok(isBlank(text), JSON.stringify(text)));
  visible.forEach((text) => assert.ok(!isBlank(text), JSON.stringify(text)));
});

test('spells each emoji in one way', () => {
  for (const { canonical, spellings } of emoji) {
    spellings.forEach((spelling) => assert.equal(canonicalEmoji(spelling), canonical));
  }
});
