import { html } from 'lit';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';

/** Templates of what the conversation shows besides its rows: states without messages, notices and floating buttons. */

/** A page of history that is loading, or has failed to. */
export function pageStatus(labels: Labels, failed: boolean, retry: () => void) {
  return failed
    ? html`<div class="paging">
        ${labels.of('log.loadFailed')}
        <button class="button" type="button" @click=${retry}>${labels.of('log.retry')}</button>
      </div>`
    : html`<div class="paging">${labels.of('log.loading')}</div>`;
}

/** Grey bubbles while the first window loads. */
export function skeleton(labels: Labels) {
  return html`<div class="skeleton">
    <span class="unseen">${labels.of('log.loading')}</span>
    <i></i><i></i><i></i><i></i><i></i><i></i><i></i>
  </div>`;
}

/** The first window has failed to load. */
export function loadFailure(labels: Labels, retry: () => void) {
  return html`<div class="middle" role="alert">
    <p>${labels.of('log.loadFailed')}</p>
    <button class="button filled" type="button" @click=${retry}>${labels.of('log.retry')}</button>
  </div>`;
}

/** A chat without messages. */
export function emptyState(labels: Labels) {
  return html`<div class="middle">
    ${icons.bubble}
    <h2>${labels.of('log.empty.title')}</h2>
    <p>${labels.of('log.empty.text')}</p>
  </div>`;
}

/** The banner above the conversation while the server does not answer. */
export function offlineBanner(labels: Labels) {
  return html`<div class="offline">${icons.offline}<span>${labels.of('log.offline')}</span></div>`;
}

/** The button that goes back to the message from which a quote was followed. */
export function backPill(labels: Labels, back: () => void) {
  return html`<button class="pill back" type="button" @click=${back}>${icons.back} ${labels.of('log.back')}</button>`;
}

/** The button that jumps to the end; it counts the new messages there. */
export function newMessagesPill(labels: Labels, fresh: number, jump: () => void) {
  return fresh > 0
    ? html`<button class="pill" type="button" @click=${jump}>${labels.counted('log.new', fresh)} ${icons.down}</button>`
    : html`<button class="pill quiet" type="button" aria-label=${labels.of('log.toBottom')} @click=${jump}>${icons.down}</button>`;
}

/** The notice after a deletion, with a button that undoes it. */
export function undoToast(labels: Labels, undo: () => void) {
  return html`<div class="toast">
    ${labels.of('log.withdrawn')}
    <button type="button" aria-keyshortcuts="Control+Z Meta+Z" @click=${undo}>${labels.of('log.undo')}</button>
  </div>`;
}
