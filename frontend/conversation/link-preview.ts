import { css, html, nothing } from 'lit';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';
import type { Preview } from '../model/message.ts';
import { safeHref } from '../text/message-text.ts';

/** What a page says of itself, under the message that links to it. The browser asks nothing there. */
export function previewCard({ url, site, title, description }: Preview, labels: Labels, remove?: () => void) {
  const href = safeHref(url);
  if (!href) {
    return nothing;
  }
  const host = new URL(href).hostname.replace(/^www\./, '');
  const removal = labels.of('log.action.preview');
  return html`<div class="preview">
    <a href=${href} target="_blank" rel="noopener noreferrer nofollow" tabindex="-1" aria-label=${labels.of('log.preview', host, title)}>
      <span class="site">${site === host ? host : `${site} · ${host}`}</span>
      <span class="title" dir="auto">${title}</span>
      ${description ? html`<span class="description" dir="auto">${description}</span>` : nothing}
    </a>
    ${remove
      ? html`<button type="button" tabindex="-1" aria-label=${removal} title=${removal} @click=${remove}>${icons.close}</button>`
      : nothing}
  </div>`;
}

export const previewStyles = css`
  .preview {
    position: relative;
    max-width: 420px;
    margin-top: 6px;
    background: var(--surface-2);
    border-inline-start: 3px solid var(--accent);
    border-radius: 8px;
  }

  .preview a {
    display: grid;
    gap: 2px;
    padding: 8px 12px;
    color: inherit;
    font-size: 0.875rem;
    text-decoration: none;
  }

  .preview:has(button) a {
    padding-inline-end: 40px;
  }

  .preview a:hover .title {
    text-decoration: underline;
  }

  .preview span {
    overflow: hidden;
    overflow-wrap: anywhere;
  }

  .preview .site {
    color: var(--muted);
    font-size: 0.8125rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .preview .title {
    color: var(--accent);
    font-weight: 600;
  }

  .preview .title,
  .preview .description {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  .preview button {
    position: absolute;
    inset: 4px 4px auto auto;
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    color: var(--muted);
    border-radius: 8px;
  }

  .preview button:hover {
    color: var(--text);
    background: color-mix(in srgb, var(--text) 8%, transparent);
  }

  .preview button svg {
    width: 16px;
    height: 16px;
  }
`;
