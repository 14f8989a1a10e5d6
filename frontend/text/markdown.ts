import type { Token } from 'markdown-it';
import type { Alignment } from './document-blocks.ts';
import { isBlank } from './invisible-text.ts';
import { depthOf, parser } from './markdown-grammar.ts';
import { mentionsOf, splitMail } from './mention-parser.ts';
import { safeHref } from './message-text.ts';

/** An inline element of a message. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'code'; text: string }
  | { type: 'strong' | 'em' | 'del' | 'spoiler'; children: Inline[] }
  /** `bracketed` tells an address that was written in angle brackets, which ask for no preview. */
  | { type: 'link'; href: string; children: Inline[]; bracketed?: boolean };

/** A block element of a message. */
export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'code'; language: string; text: string }
  | { type: 'quote'; children: Block[] }
  | { type: 'heading'; level: number; children: Inline[] }
  /** The rows have their cells; the first is the head. */
  | { type: 'table'; alignments: (Alignment | undefined)[]; rows: Inline[][][] }
  | { type: 'list'; start?: number; items: Block[][] };

/** Quotes and lists within each other, and formatting within formatting; a text with more is not Markdown. */
const MAX_DEPTH = 8;
/** Square brackets that are open at once; a text with more is not Markdown. */
const MAX_BRACKETS = 32;
/** What a spoiler shows where it cannot be uncovered. */
const COVERED = '▒▒▒▒';
/** Text without a match has no Markdown, so it is not parsed. */
const MARKUP = /[*_~`>\\[<|#]|^\s*(?:[-+]|\d+[.)])(?:\s|$)|:\/\/|www\.|@/im;

/** Parses the text of a message. Every character that is not markup is kept, whatever the text is. */
export function parse(text: string): Block[] {
  if (MARKUP.test(text) && openBrackets(text) <= MAX_BRACKETS) {
    const tokens = parser.parse(text, {});
    if (depthOf(tokens) <= MAX_DEPTH) {
      const parsed = blocks(tokens);
      // A lone `*` or `>` is seen as it was written.
      return isBlank(parsed.map(plainOf).join('')) ? plain(text) : parsed;
    }
  }
  return plain(text);
}

function openBrackets(text: string): number {
  let open = 0;
  let most = 0;
  for (const character of text) {
    if (character === '[') {
      most = Math.max(most, ++open);
    } else if (character === ']') {
      open = Math.max(0, open - 1);
    }
  }
  return most;
}

function plain(text: string): Block[] {
  return [{ type: 'paragraph', children: lines(text) }];
}

function lines(text: string): Inline[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, at) => {
    const part: Inline[] = textOf({ type: 'text', text: line });
    return at === 0 ? part : [{ type: 'break' }, ...part];
  });
}

/** Tokens between an opening token, which was taken, and its closing token, which is taken, too. */
function* within(tokens: Iterator<Token>): Generator<Token> {
  for (let next = tokens.next(); !next.done && next.value.nesting >= 0; next = tokens.next()) {
    yield next.value;
  }
}

function blocks(tokens: Token[]): Block[] {
  return blocksOf(tokens.values());
}

function blocksOf(tokens: Iterator<Token>): Block[] {
  const found: Block[] = [];
  for (const token of within(tokens)) {
    found.push(block(token, tokens));
  }
  return found;
}

function block(token: Token, tokens: Iterator<Token>): Block {
  switch (token.type) {
    case 'fence':
      return { type: 'code', language: languageOf(token.info), text: token.content.replace(/\n$/, '') };
    case 'blockquote_open':
      return { type: 'quote', children: blocksOf(tokens) };
    case 'bullet_list_open':
      return { type: 'list', start: undefined, items: itemsOf(tokens) };
    case 'ordered_list_open':
      return { type: 'list', start: Number(token.attrGet('start') ?? 1), items: itemsOf(tokens) };
    case 'heading_open':
      return { type: 'heading', level: Number(token.tag.slice(1)), children: inlinesWithin(tokens) };
    case 'table_open':
      return { type: 'table', alignments: alignmentsOf(token), rows: rowsOf(tokens) };
    default:
      return { type: 'paragraph', children: inlinesWithin(tokens) };
  }
}

function alignmentsOf({ meta }: Token): (Alignment | undefined)[] {
  return (meta as { alignments: (Alignment | undefined)[] }).alignments;
}

function inlinesWithin(tokens: Iterator<Token>): Inline[] {
  const [inline] = [...within(tokens)];
  return cell(inline);
}

function cell(inline: Token | undefined): Inline[] {
  return inlinesOf((inline?.children ?? []).values());
}

function rowsOf(tokens: Iterator<Token>): Inline[][][] {
  const rows: Inline[][][] = [];
  for (const _row of within(tokens)) {
    rows.push([...within(tokens)].map(cell));
  }
  return rows;
}

function languageOf(info: string): string {
  return info.trim().split(/\s/)[0].toLowerCase();
}

function itemsOf(tokens: Iterator<Token>): Block[][] {
  const items: Block[][] = [];
  for (const _item of within(tokens)) {
    items.push(withTaskMark(blocksOf(tokens)));
  }
  return items;
}

/** Shows the box of a task before its text, in the same line. */
function withTaskMark(item: Block[]): Block[] {
  const [first, ...rest] = item;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  const task = text?.type === 'text' ? /^\[([ xX])\](?=\s|$)/.exec(text.text) : null;
  if (first?.type !== 'paragraph' || text?.type !== 'text' || !task) {
    return item;
  }
  const mark = task[1] === ' ' ? '☐' : '☑';
  const marked: Inline = { type: 'text', text: mark + text.text.slice(task[0].length) };
  return [{ type: 'paragraph', children: [marked, ...first.children.slice(1)] }, ...rest];
}

function inlinesOf(tokens: Iterator<Token>): Inline[] {
  return partsOf(tokens, false).flatMap((part) => (part.type === 'text' ? textOf(part) : [part]));
}

/** An inline element; an escaped character is no part of the text around it. */
type Part = Inline | { type: 'text'; text: string; escaped: true };

function partsOf(tokens: Iterator<Token>, linked: boolean): Part[] {
  const found: Part[] = [];
  for (const token of within(tokens)) {
    for (const part of inline(token, tokens, linked)) {
      const last = found.at(-1);
      if (part.type === 'text' && last?.type === 'text' && !('escaped' in part) && !('escaped' in last)) {
        found[found.length - 1] = { type: 'text', text: last.text + part.text };
      } else {
        found.push(part);
      }
    }
  }
  return found;
}

function textOf(part: { type: 'text'; text: string }): Inline[] {
  return splitMail(part.text).map((each) => {
    if (typeof each === 'string') {
      return { type: 'text', text: each };
    }
    return { type: 'link', href: `mailto:${each.mail}`, children: [{ type: 'text', text: each.mail }] };
  });
}

function inline(token: Token, tokens: Iterator<Token>, linked: boolean): Part[] {
  const children = () => (linked ? partsOf(tokens, true).map(unescaped) : inlinesOf(tokens));
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return [{ type: 'break' }];
    case 'code_inline':
      return [{ type: 'code', text: token.content }];
    case 'strong_open':
      return [{ type: 'strong', children: children() }];
    case 'em_open':
      return [{ type: 'em', children: children() }];
    case 's_open':
      return [{ type: 'del', children: children() }];
    case 'spoiler_open':
      return [{ type: 'spoiler', children: children() }];
    case 'link_open':
      return link(token, tokens, linked);
    case 'text_special':
      return [{ type: 'text', text: token.content, escaped: true }];
    default:
      return token.content ? [{ type: 'text', text: token.content }] : [];
  }
}

function unescaped(part: Part): Inline {
  return 'escaped' in part ? { type: 'text', text: part.text } : part;
}

/** A link; within the text of another it is text, and what may be no link stays as it was written. */
function link(token: Token, tokens: Iterator<Token>, linked: boolean): Part[] {
  const target = String(token.attrGet('href') ?? '');
  const href = safeHref(target);
  const children = partsOf(tokens, linked || !!href);
  const bracketed = token.markup === 'autolink';
  if (linked) {
    return children;
  }
  if (!href) {
    const title = token.attrGet('title');
    const [start, end] = bracketed ? ['<', '>'] : ['[', `](${target}${title ? ` "${title}"` : ''})`];
    return [{ type: 'text', text: start }, ...children, { type: 'text', text: end }];
  }
  const blank = isBlank(children.map(plainOf).join(''));
  const named: Inline[] = blank ? [{ type: 'text', text: target }] : children.map(unescaped);
  return [{ type: 'link', href, children: named, ...(bracketed ? { bracketed } : {}) }];
}

/** Returns the text of a message in one line, without markup: for quotes and the chat list. */
export function plainText(text: string): string {
  return parse(text).map(plainOf).join(' ').replace(/\s+/g, ' ').trim();
}

/** Returns the text of an element, without markup. */
export function plainOf(part: Block | Inline): string {
  switch (part.type) {
    case 'text':
    case 'code':
      return part.text;
    case 'break':
      return ' ';
    case 'list':
      return part.items.map((item) => item.map(plainOf).join(' ')).join(' ');
    case 'table':
      return part.rows.map((row) => row.map((each) => each.map(plainOf).join('')).join(' ')).join(' ');
    case 'spoiler':
      return COVERED;
    default:
      return part.children.map(plainOf).join(part.type === 'quote' ? ' ' : '');
  }
}

/** Returns the elements directly in an element. */
export function partsWithin(part: Block | Inline): (Block | Inline)[] {
  switch (part.type) {
    case 'list':
      return part.items.flat();
    case 'table':
      return part.rows.flat(2);
    default:
      return 'children' in part ? part.children : [];
  }
}

/** Returns the usernames that each mention of a message may mean, normalized. */
export function mentionsIn(text: string): string[][] {
  const runs = (part: Block | Inline): string[] => {
    if (part.type === 'text') {
      return [part.text];
    }
    return part.type === 'link' ? [] : partsWithin(part).flatMap(runs);
  };
  return parse(text).flatMap(runs).flatMap(mentionsOf);
}
