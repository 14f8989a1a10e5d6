import { html, nothing } from 'lit';
import { actionOf } from './slash-commands.ts';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';
import { unformatted } from './markdown.ts';
import { summaryOf } from '../model/media.ts';
import type { Origin, Quote } from '../model/message.ts';

/** The message that is answered, above its answer, without its words where these stand folded. Rows are walked by the arrow keys, so it is no stop of the Tab key. */
export function quoteBlock(quote: Quote, labels: Labels, me: string, folded: boolean, open: () => void) {
  if (quote.deleted || !quote.sender) {
    return html`<div class="quote gone"><span class="said">${labels.of('log.quote.deleted')}</span></div>`;
  }
  const name = quote.sender.id === me ? labels.of('log.you') : quote.sender.name;
  const said = folded ? labels.of('log.blocked') : quotedText(quote, labels);
  return html`<button
    class="quote"
    type="button"
    tabindex="-1"
    aria-label=${labels.of('log.quote', name, said)}
    @click=${open}
  >
    ${quoted(name, said)}
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

/** The first line of a message, or what its files are. */
export function quotedText({ text, media = [], deleted, seq }: Quote, labels: Labels): string {
  const unknown = deleted || seq === 0 ? '' : labels.of('media.summary.any');
  // What somebody does stands beside their name.
  return unformatted(actionOf(text) ?? text) || summaryOf(media, labels) || unknown;
}

/** Who said it, and its first line. */
export function quoted(name: string, said: string) {
  return html`<span class="who">${name}</span>${said ? html`<span class="said" dir="auto">${said}</span>` : nothing}`;
}
