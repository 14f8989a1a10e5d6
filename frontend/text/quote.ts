import { html, nothing } from 'lit';
import { actionOf } from './slash-commands.ts';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';
import { plainText } from './markdown.ts';
import { summaryOf } from '../model/media.ts';
import type { Origin, Quote } from '../model/message.ts';

/**
 * The quote above a reply, which leads to its message; without its text where that is collapsed. Not a tab stop, because
 * rows are navigated with the arrow keys.
 */
export function quoteBlock(quote: Quote, labels: Labels, me: string, collapsed: boolean, onOpen: () => void) {
  if (quote.deleted || !quote.sender) {
    return html`<div class="quote gone"><span class="said">${labels.of('log.quote.deleted')}</span></div>`;
  }
  const name = quote.sender.id === me ? labels.of('log.you') : quote.sender.name;
  const text = collapsed ? labels.of('log.blocked') : quotedText(quote, labels);
  return html`<button
    class="quote"
    type="button"
    tabindex="-1"
    aria-label=${labels.of('log.quote', name, text)}
    @click=${onOpen}
  >
    ${quoteContent(name, text)}
  </button>`;
}

/** The origin of a forwarded message, with a link to it if the reader may see it. */
export function originLine({ sender, place, chat, seq }: Origin, labels: Labels) {
  if (!place) {
    return html`<div class="origin">${icons.forward} ${labels.of('log.origin', sender.name)}</div>`;
  }
  const address = location.pathname.replace(/\/c\/[^/]+$/, `/c/${chat}?m=${seq}`);
  return html`<div class="origin">
    ${icons.forward} <a href=${address} tabindex="-1">${labels.of('log.origin.place', sender.name, place)}</a>
  </div>`;
}

/** Returns the quoted text in one line, or a description of the attachments. */
export function quotedText({ text, media = [], deleted, seq }: Quote, labels: Labels): string {
  const fallback = deleted || seq === 0 ? '' : labels.of('media.summary.any');
  // An action (/me) is shown without its command, because the name is beside it.
  return plainText(actionOf(text) ?? text) || summaryOf(media, labels) || fallback;
}

/** The content of a quote: the name of the sender and the text. */
export function quoteContent(name: string, text: string) {
  return html`<span class="who">${name}</span>${text ? html`<span class="said" dir="auto">${text}</span>` : nothing}`;
}
