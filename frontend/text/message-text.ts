/** Punctuation at the end of an address that belongs to the sentence. */
const TRAILING = /[.,:;!?…»”’*_~]+$/;

/** Returns an address without punctuation of the sentence, and without a closing bracket that was opened before it. */
export function trimAddress(address: string): string {
  let rest = address.replace(TRAILING, '');
  for (const [open, close] of ['()', '[]', '{}']) {
    while (rest.endsWith(close) && rest.split(close).length > rest.split(open).length) {
      rest = rest.slice(0, -1).replace(TRAILING, '');
    }
  }
  return rest;
}

/** Returns the URL of a safe link: http, https or mailto, without credentials, which could disguise the host. */
export function safeHref(address: string): string | undefined {
  try {
    const url = new URL(address);
    if (url.protocol === 'mailto:') {
      return url.href;
    }
    const http = url.protocol === 'http:' || url.protocol === 'https:';
    return http && url.hostname && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}

const ONE_EMOJI = new RegExp('^(?:\\p{RGI_Emoji}|\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\uFE0F?)$', 'v');
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Whether a text is one to three emoji and nothing else; such a message is shown large. */
export function isBigEmoji(text: string): boolean {
  const trimmed = text.trim();
  if (!trimmed || trimmed.length > 60) {
    return false;
  }
  const graphemes = [...segmenter.segment(trimmed.replace(/\s+/gu, ''))];
  return graphemes.length <= 3 && graphemes.every(({ segment }) => ONE_EMOJI.test(segment));
}
