import MarkdownIt, { type StateInline, type Token } from 'markdown-it';
import { heading, table } from './document-blocks.ts';
import { pairTokens, pairedDelimiters } from './paired-delimiters.ts';
import { characterBefore, isWithoutSpaces, isWord } from './scripts.ts';
import { addressEnd } from './web-address.ts';

type InlineRule = (state: StateInline, silent: boolean) => boolean;

/** Characters until the next that may be markup, or until a bare address may begin. */
const TEXT = /[^\n\\`~|*_[\]<]+?(?=[\n\\`~|*_[\]<]|https?:\/\/|www\.|$)/iy;
const ESCAPABLE = /[!-/:-@[-`{-~]/;

const text: InlineRule = (state, silent) => {
  TEXT.lastIndex = state.pos;
  const found = TEXT.exec(state.src)?.[0].slice(0, state.posMax - state.pos);
  if (!found) {
    return false;
  }
  if (!silent) {
    state.pending += found;
  }
  state.pos += found.length;
  return true;
};

/** A link to an address as it is written. */
function pushAddress(state: StateInline, address: string, target: string): void {
  const open = state.push('link_open', 'a', 1);
  open.attrs = [['href', target]];
  open.info = 'auto';
  state.push('text', '', 0).content = address;
  state.push('link_close', 'a', -1).info = 'auto';
}

/** An address that begins with http://, https:// or www. where no word runs into it. */
const bareAddress: InlineRule = (state, silent) => {
  const { src, pos, posMax } = state;
  const before = characterBefore(src, pos);
  if (!/[hw]/i.test(src[pos]) || (isWord(before) && !isWithoutSpaces(before))) {
    return false;
  }
  const end = addressEnd(src, pos, posMax, before);
  if (end === pos) {
    return false;
  }
  if (!silent) {
    const address = src.slice(pos, end);
    pushAddress(state, address, /^w/i.test(address) ? `http://${address}` : address);
  }
  state.pos = end;
  return true;
};

/** A line break; spaces at the beginning of the next line are kept. */
const newline: InlineRule = (state, silent) => {
  if (state.src[state.pos] !== '\n') {
    return false;
  }
  if (!silent) {
    state.pending = state.pending.replace(/ +$/, '');
    state.push('softbreak', 'br', 0);
  }
  state.pos++;
  return true;
};

/** An escaped character. */
const escape: InlineRule = (state, silent) => {
  const { src, pos, posMax } = state;
  const next = src[pos + 1];
  if (src[pos] !== '\\' || pos + 1 >= posMax || !(next === '\n' || ESCAPABLE.test(next))) {
    return false;
  }
  if (!silent) {
    const token = state.push(next === '\n' ? 'hardbreak' : 'text_special', '', 0);
    token.content = next === '\n' ? '' : next;
  }
  state.pos += 2;
  return true;
};

/**
 * The grammar of a chat: CommonMark with the strikethrough and the bare addresses of GitHub, headings and tables by simpler
 * rules, and spoilers, but without the elements of documents (HTML, references, rules, images, entities), which stay as they
 * were written. MarkdownText.java has the same grammar; text-cases.json among the tests holds the two equal.
 *
 * @see https://spec.commonmark.org/
 */
export const parser = new MarkdownIt('commonmark', { html: false })
  .disable(['code', 'lheading', 'hr', 'html_block', 'reference'])
  .disable(['image', 'html_inline', 'entity', 'text_join']);
parser.validateLink = () => true;
parser.normalizeLink = (address) => address;
parser.normalizeLinkText = (address) => address;
parser.inline.ruler.at('text', text);
parser.inline.ruler.at('newline', newline);
parser.inline.ruler.at('escape', escape);
parser.inline.ruler.before('text', 'bare_address', bareAddress);
parser.inline.ruler.before('emphasis', 'paired_delimiters', pairedDelimiters);
parser.inline.ruler2.before('emphasis', 'pair_tokens', pairTokens);
parser.block.ruler.at('heading', heading, { alt: ['paragraph', 'reference', 'blockquote'] });
parser.block.ruler.before('paragraph', 'chat_table', table);

const NESTED_BLOCKS = new Set(['blockquote', 'bullet_list', 'ordered_list']);
const NESTED_INLINES = new Set(['strong', 'em', 's', 'spoiler', 'link']);

/** Returns how deep quotes and lists are within each other, or formatting within formatting, whichever is deeper. */
export function depthOf(tokens: Token[]): number {
  let depth = 0;
  let deepest = 0;
  for (const { type, info, nesting, children } of tokens) {
    const name = type.replace(/_(?:open|close)$/, '');
    if (NESTED_BLOCKS.has(name) || (NESTED_INLINES.has(name) && info !== 'auto')) {
      depth += nesting;
      deepest = Math.max(deepest, depth);
    }
    deepest = Math.max(deepest, children ? depthOf(children) : 0);
  }
  return deepest;
}
