import type { StateInline } from 'markdown-it';

const TILDE = 0x7e;
/** Delimiters of one and of two tildes have markers of their own, so that only equal ones pair. */
const MARKERS = [TILDE << 8, (TILDE << 8) + 1];

/** Strikethrough as on GitHub: one or two tildes, on both sides as many; the parser's own knows two only. */
export function strikethrough(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== TILDE) {
    return false;
  }
  const { can_open: open, can_close: close, length } = state.scanDelims(state.pos, true);
  state.push('text', '', 0).content = '~'.repeat(length);
  if (length <= 2) {
    const token = state.tokens.length - 1;
    state.delimiters.push({ marker: MARKERS[length - 1], length: 0, token, end: -1, open, close });
  }
  state.pos += length;
  return true;
}

/** Turns pairs of delimiters into tokens. */
export function strikethroughPairs(state: StateInline): boolean {
  pair(state, state.delimiters);
  state.tokens_meta.forEach((meta) => meta?.delimiters && pair(state, meta.delimiters));
  return true;
}

function pair({ tokens }: StateInline, delimiters: StateInline['delimiters']): void {
  for (const { marker, end, token } of delimiters) {
    if (MARKERS.includes(marker) && end >= 0) {
      Object.assign(tokens[token], { type: 's_open', tag: 's', nesting: 1, content: '' });
      Object.assign(tokens[delimiters[end].token], { type: 's_close', tag: 's', nesting: -1, content: '' });
    }
  }
}
