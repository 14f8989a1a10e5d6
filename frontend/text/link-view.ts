import { css, html, nothing, type TemplateResult } from 'lit';
import { linkText } from './link-host.ts';
import type { Inline } from './markdown.ts';

/** Renders a link: isolated from the direction of the text around it, and with where it leads if its text says otherwise. */
export function renderLink(link: Extract<Inline, { type: 'link' }>, children: unknown): TemplateResult {
  const { address, target } = linkText(link);
  const leads = target === undefined ? nothing : html`<span class="target" dir="ltr">(${target})</span>`;
  return html`<a href=${link.href} title=${link.href} dir=${address === undefined ? 'auto' : 'ltr'} target="_blank" rel="noopener noreferrer nofollow">${address ?? children}${leads}</a>`;
}

/** The rules of links, within `.text`. */
export const linkStyles = css`
  .text a {
    unicode-bidi: isolate;
  }

  .text .target {
    margin-inline-start: 0.35em;
    font-size: 0.875em;
    opacity: 0.85;
    unicode-bidi: isolate;
  }
`;
