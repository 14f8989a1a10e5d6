import { Marked, type Token, type Tokens } from 'marked';
import { safeHref, trimAddress } from './message-text.ts';

/** A part of a line of a message. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'code'; text: string }
  | { type: 'strong' | 'em' | 'del'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] };

/** A part of a message. */
export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'code'; language: string; text: string }
  | { type: 'quote'; children: Block[] }
  | { type: 'list'; start?: number; items: Block[][] };

/** Deeper than anybody writes. */
const DEEPEST = 8;
const TOO_DEEP = new RegExp(`^(?:[ \\t]*>){${DEEPEST + 1}}`, 'm');
/** What a text without markdown has none of. */
const MARKS = /[*_~`>\\[]|^\s*(?:[-+]|\d+[.)])\s|:\/\/|www\.|@/im;

const ADDRESS = /^https?:\/\/[^\s<>"'`]+/i;
const not = () => undefined;

/**
 * What people write in a chat. What belongs to documents (headings, tables, HTML, references, rules) stays as it was
 * written, and so do pictures: nothing that somebody wrote makes a reader's browser fetch anything.
 *
 * @see https://spec.commonmark.org/
 */
const parser = new Marked({
  gfm: true,
  breaks: true,
  tokenizer: {
    code: not,
    heading: not,
    lheading: not,
    hr: not,
    html: not,
    tag: not,
    def: not,
    reflink: not,
    table: not,
    url(source) {
      const found = ADDRESS.exec(source);
      if (!found) {
        return false;
      }
      const text = trimAddress(found[0]);
      const href = safeHref(text);
      return href
        ? { type: 'link', raw: text, text, href, title: null, tokens: [{ type: 'text', raw: text, text, escaped: false }] }
        : undefined;
    }
  }
});

/** Reads a message. Whatever it is, every character of it that is not markdown comes out again. */
export function parse(text: string): Block[] {
  if (!MARKS.test(text) || TOO_DEEP.test(text)) {
    return [{ type: 'paragraph', children: lines(text) }];
  }
  try {
    return parser.lexer(text).flatMap((token) => block(token, 0));
  } catch {
    // Something nested deeper than the stack is not worth reading.
    return [{ type: 'paragraph', children: lines(text) }];
  }
}

function lines(text: string): Inline[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, at) => {
    const part: Inline[] = line ? [{ type: 'text', text: line }] : [];
    return at === 0 ? part : [{ type: 'break' }, ...part];
  });
}

function block(token: Token, depth: number): Block[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'code':
      return [{ type: 'code', language: token.lang?.trim().split(/\s/)[0].toLowerCase() ?? '', text: token.text }];
    case 'blockquote':
      return depth >= DEEPEST ? [plainBlock(token)] : [{ type: 'quote', children: blocks(token.tokens, depth) }];
    case 'list':
      return depth >= DEEPEST ? [plainBlock(token)] : [list(token as Tokens.List, depth)];
    case 'paragraph':
    case 'text':
      return [{ type: 'paragraph', children: inlines(token.tokens ?? [token], 0) }];
    default:
      return [plainBlock(token)];
  }
}

function plainBlock({ raw }: Token): Block {
  return { type: 'paragraph', children: lines(raw.replace(/\n$/, '')) };
}

function blocks(tokens: Token[] = [], depth: number): Block[] {
  return tokens.flatMap((token) => block(token, depth + 1));
}

function list({ ordered, start, items }: Tokens.List, depth: number): Block {
  return {
    type: 'list',
    start: ordered ? Number(start) : undefined,
    items: items.map((item) => {
      const mark: Block[] = item.task
        ? [{ type: 'paragraph', children: [{ type: 'text', text: item.checked ? '☑' : '☐' }] }]
        : [];
      return [...mark, ...blocks(item.tokens, depth)];
    })
  };
}

function inlines(tokens: Token[] = [], depth: number): Inline[] {
  return tokens.flatMap((token) => inline(token, depth));
}

function inline(token: Token, depth: number): Inline[] {
  if (depth > DEEPEST) {
    return lines(token.raw);
  }
  switch (token.type) {
    case 'text':
      return token.tokens ? inlines(token.tokens, depth + 1) : lines(token.text);
    case 'escape':
      return [{ type: 'text', text: token.text }];
    case 'br':
      return [{ type: 'break' }];
    case 'codespan':
      return [{ type: 'code', text: token.text }];
    case 'strong':
    case 'em':
    case 'del':
      return [{ type: token.type, children: inlines(token.tokens, depth + 1) }];
    case 'link': {
      const href = safeHref(token.href);
      return href ? [{ type: 'link', href, children: inlines(token.tokens, depth + 1) }] : lines(token.raw);
    }
    default:
      return lines(token.raw);
  }
}

/** The first words of a message without what only forms them, in one line: for quotes and lists. */
export function unformatted(text: string): string {
  return parse(text).map(plainOf).join(' ').replace(/\s+/g, ' ').trim();
}

function plainOf(part: Block | Inline): string {
  switch (part.type) {
    case 'text':
    case 'code':
      return part.text;
    case 'break':
      return ' ';
    case 'list':
      return part.items.map((item) => item.map(plainOf).join(' ')).join(' ');
    default:
      return part.children.map(plainOf).join(part.type === 'quote' ? ' ' : '');
  }
}
