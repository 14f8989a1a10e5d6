import { Marked, type Token, type Tokens } from 'marked';
import { safeHref, trimAddress } from './message-text.ts';

/** An inline element of a message. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'code'; text: string }
  | { type: 'strong' | 'em' | 'del'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] };

/** A block element of a message. */
export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'code'; language: string; text: string }
  | { type: 'quote'; children: Block[] }
  | { type: 'list'; start?: number; items: Block[][] };

/** The deepest nesting that is parsed. */
const MAX_DEPTH = 8;
const TOO_DEEP = new RegExp(`^(?:[ \\t]*>){${MAX_DEPTH + 1}}`, 'm');
/** Text without a match has no Markdown, so it is not parsed. */
const MARKUP = /[*_~`>\\[]|^\s*(?:[-+]|\d+[.)])\s|:\/\/|www\.|@/im;

const ADDRESS = /^https?:\/\/[^\s<>"'`]+/i;
const disabled = () => undefined;

/**
 * The Markdown of a chat: CommonMark with the extensions of GitHub, but without the elements of documents (headings, tables,
 * HTML, references, rules), which stay as they were written. So do pictures: no message makes a reader's browser fetch
 * anything.
 *
 * @see https://spec.commonmark.org/
 */
const parser = new Marked({
  gfm: true,
  breaks: true,
  tokenizer: {
    code: disabled,
    heading: disabled,
    lheading: disabled,
    hr: disabled,
    html: disabled,
    tag: disabled,
    def: disabled,
    reflink: disabled,
    table: disabled,
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

/** Parses the text of a message. Every character that is not markup is kept, whatever the text is. */
export function parse(text: string): Block[] {
  if (!MARKUP.test(text) || TOO_DEEP.test(text)) {
    return [{ type: 'paragraph', children: lines(text) }];
  }
  try {
    return parser.lexer(text).flatMap((token) => block(token, 0));
  } catch {
    // Nested deeper than the stack: shown as plain text.
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
      return depth >= MAX_DEPTH ? [plainBlock(token)] : [{ type: 'quote', children: blocks(token.tokens, depth) }];
    case 'list':
      return depth >= MAX_DEPTH ? [plainBlock(token)] : [list(token as Tokens.List, depth)];
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
  if (depth > MAX_DEPTH) {
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

/** Returns the text of a message in one line, without markup: for quotes and the chat list. */
export function plainText(text: string): string {
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
