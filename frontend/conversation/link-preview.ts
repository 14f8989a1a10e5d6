import { html, nothing } from 'lit';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';
import type { Preview } from '../model/message.ts';
import { safeHref } from '../text/message-text.ts';

/** The link preview below a message: title and description of the linked page, which the server has fetched. */
export function previewCard({ url, site, title, description }: Preview, labels: Labels, remove?: () => void) {
  const href = safeHref(url);
  if (!href) {
    return nothing;
  }
  const host = new URL(href).hostname.replace(/^www\./, '');
  const removal = labels.of('log.action.preview');
  return html`<div class="preview">
    <a href=${href} target="_blank" rel="noopener noreferrer nofollow" tabindex="-1" aria-label=${labels.of('log.preview', host, title)}>
      <span class="site">${site === host ? nothing : html`<bdi>${site}</bdi> · `}<bdi dir="ltr">${host}</bdi></span>
      <span class="title" dir="auto">${title}</span>
      ${description ? html`<span class="description" dir="auto">${description}</span>` : nothing}
    </a>
    ${
      remove
        ? html`<button type="button" tabindex="-1" aria-label=${removal} title=${removal} @click=${remove}>${icons.close}</button>`
        : nothing
    }
  </div>`;
}
