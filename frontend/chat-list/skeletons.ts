import { html, type TemplateResult } from 'lit';
import type { Labels } from '../platform/labels.ts';

/** Grey rows while the chats load. */
export function skeletons(labels: Labels): TemplateResult {
  return html`<div class="skeletons" role="status" aria-label=${labels.of('list.loading')}>
    ${[1, 2, 3, 4].map(() => html`<i></i>`)}
  </div>`;
}
