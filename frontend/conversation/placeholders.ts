import { html } from 'lit';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';

/** How a conversation looks where it has no messages to show. */

export function paging(labels: Labels, failed: boolean, retry: () => void) {
  return failed
    ? html`<div class="paging">
        ${labels.of('log.loadFailed')}
        <button class="button" type="button" @click=${retry}>${labels.of('log.retry')}</button>
      </div>`
    : html`<div class="paging">${labels.of('log.loading')}</div>`;
}

export function skeleton(labels: Labels) {
  return html`<div class="skeleton">
    <span class="unseen">${labels.of('log.loading')}</span>
    <i></i><i></i><i></i><i></i><i></i><i></i><i></i>
  </div>`;
}

export function failure(labels: Labels, retry: () => void) {
  return html`<div class="middle" role="alert">
    <p>${labels.of('log.loadFailed')}</p>
    <button class="button filled" type="button" @click=${retry}>${labels.of('log.retry')}</button>
  </div>`;
}

export function emptiness(labels: Labels) {
  return html`<div class="middle">
    ${icons.bubble}
    <h2>${labels.of('log.empty.title')}</h2>
    <p>${labels.of('log.empty.text')}</p>
  </div>`;
}

/** The way to the end, and how much is new there. */
export function pill(labels: Labels, fresh: number, go: () => void) {
  return fresh > 0
    ? html`<button class="pill" type="button" @click=${go}>${labels.counted('log.new', fresh)} ${icons.down}</button>`
    : html`<button class="pill quiet" type="button" aria-label=${labels.of('log.toBottom')} @click=${go}>${icons.down}</button>`;
}

/** What was just deleted can be brought back for a moment. */
export function undoToast(labels: Labels, undo: () => void) {
  return html`<div class="toast">
    ${labels.of('log.withdrawn')}
    <button type="button" aria-keyshortcuts="Control+Z Meta+Z" @click=${undo}>${labels.of('log.undo')}</button>
  </div>`;
}
