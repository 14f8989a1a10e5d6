/** A piece of a message's text: plain, or a link. Line breaks stay inside the plain pieces. */
export type Piece = { text: string; href?: string };

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`]+/gi;
const TRAILING = /[.,:;!?…»”’*_~]+$/;

/** Splits a text into plain pieces and http(s) links. The pieces put together are the text again. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimAddress(match[0]);
    const href = safeHref(address);
    if (!href) {
      continue;
    }
    if (match.index > end) {
      found.push({ text: text.slice(end, match.index) });
    }
    found.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) {
    found.push({ text: text.slice(end) });
  }
  return found;
}

/** The address without punctuation that belongs to the sentence, and without a bracket opened before it. */
function trimAddress(address: string): string {
  let rest = address.replace(TRAILING, '');
  for (const [open, close] of ['()', '[]', '{}']) {
    while (rest.endsWith(close) && rest.split(close).length > rest.split(open).length) {
      rest = rest.slice(0, -1).replace(TRAILING, '');
    }
  }
  return rest;
}

function safeHref(address: string): string | undefined {
  try {
    const url = new URL(address);
    const http = url.protocol === 'http:' || url.protocol === 'https:';
    return http && url.hostname && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}

const ONE_EMOJI = new RegExp('^(?:\\p{RGI_Emoji}|\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\uFE0F?)$', 'v');
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Whether a text is one to three emoji and nothing else, so that it is drawn big. */
export function isBigEmoji(text: string): boolean {
  const trimmed = text.trim();
  if (!trimmed || trimmed.length > 60) {
    return false;
  }
  const graphemes = [...segmenter.segment(trimmed.replace(/\s+/gu, ''))];
  return graphemes.length <= 3 && graphemes.every(({ segment }) => ONE_EMOJI.test(segment));
}
