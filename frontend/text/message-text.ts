import { isLinkable } from './web-address.ts';

/** Returns the URL of a safe link: http, https or mailto, without credentials, which could disguise the host. */
export function safeHref(address: string): string | undefined {
  return isLinkable(address) && URL.canParse(address) ? new URL(address).href : undefined;
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
