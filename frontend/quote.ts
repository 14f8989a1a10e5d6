import { html, nothing } from 'lit';
import { actionOf } from './command-text.ts';
import { icons } from './icons';
import type { Labels } from './labels';
import { unformatted } from './markdown';
import type { Origin, Quote } from './message';

/** The message that is answered, above its answer. Rows are walked by the arrow keys, so it is no stop of the Tab key. */
export function quoteBlock(quote: Quote, labels: Labels, me: string, open: () => void) {
  if (quote.deleted || !quote.sender) {
    return html`<div class="quote gone"><span class="said">${labels.of('log.quote.deleted')}</span></div>`;
  }
  const name = quote.sender.id === me ? labels.of('log.you') : quote.sender.name;
  return html`<button
    class="quote"
    type="button"
    tabindex="-1"
    aria-label=${labels.of('log.quote', name, said(quote.text))}
    @click=${open}
  >
    ${quoted(name, quote.text)}
  </button>`;
}

/** Who said forwarded words first; the place leads there. */
export function originLine({ sender, place, chat, seq }: Origin, labels: Labels) {
  if (!place) {
    return html`<div class="origin">${icons.forward} ${labels.of('log.origin', sender.name)}</div>`;
  }
  const address = location.pathname.replace(/\/c\/[^/]+$/, `/c/${chat}?m=${seq}`);
  return html`<div class="origin">
    ${icons.forward} <a href=${address} tabindex="-1">${labels.of('log.origin.place', sender.name, place)}</a>
  </div>`;
}

/** Who said it, and its first line. */
export function quoted(name: string, text: string) {
  return html`<span class="who">${name}</span>${text ? html`<span class="said" dir="auto">${said(text)}</span>` : nothing}`;
}

/** What somebody does stands beside their name. */
function said(text: string): string {
  return unformatted(actionOf(text) ?? text);
}
