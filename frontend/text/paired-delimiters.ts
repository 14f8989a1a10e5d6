import type { StateInline } from 'markdown-it';

/** The delimiters of two characters that pair, and the token of what is between them. */
const PAIRS = new Map([
  ['~', 's'],
  ['|', 'spoiler']
]);
const LENGTH = 2;

/** Delimiters of their own, so that they pair with none of the parser's. */
const markerOf = (character: string): number => character.charCodeAt(0) << 8;

/** Strikethrough as on GitHub, but by two tildes only, as one stands before a number; and spoilers. */
export function pairedDelimiters(state: StateInline, silent: boolean): boolean {
  const character = state.src[state.pos];
  if (silent || !PAIRS.has(character)) {
    return false;
  }
  const { can_open: open, can_close: close, length } = state.scanDelims(state.pos, true);
  state.push('text', '', 0).content = character.repeat(length);
  if (length === LENGTH) {
    const token = state.tokens.length - 1;
    state.delimiters.push({ marker: markerOf(character), length: 0, token, end: -1, open, close });
  }
  state.pos += length;
  return true;
}

/** Turns pairs of delimiters into tokens. */
export function pairTokens(state: StateInline): boolean {
  pair(state, state.delimiters);
  state.tokens_meta.forEach((meta) => meta?.delimiters && pair(state, meta.delimiters));
  return true;
}

function pair({ tokens }: StateInline, delimiters: StateInline['delimiters']): void {
  for (const { marker, end, token } of delimiters) {
    const name = PAIRS.get(String.fromCharCode(marker >> 8));
    if (name && end >= 0) {
      Object.assign(tokens[token], { type: `${name}_open`, tag: name, nesting: 1, content: '' });
      Object.assign(tokens[delimiters[end].token], { type: `${name}_close`, tag: name, nesting: -1, content: '' });
    }
  }
}
