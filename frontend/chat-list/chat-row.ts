import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { avatarColour, initials } from '../people/avatar.ts';
import '../people/avatar-image.ts';
import { dayNumber, zonedFormat } from '../platform/clock.ts';
import type { Labels } from '../platform/labels.ts';
import { plainText } from '../text/markdown.ts';
import { MAX_UNREAD, notificationLevel, type Row } from './chat-rows.ts';

/** The state of the list that a row depends on. */
export interface RowContext {
  labels: Labels;
  /** In milliseconds since 1970. */
  now: number;
  /** The calendar day of that, as a number. */
  today: number;
  /** The id of the open chat, or empty. */
  selected: string;
  /** Opens the menu of the row; for screen readers on a phone, which have no long press. */
  onActions(event: Event): void;
}

/** The template of a chat's row, rendered again only when something in it has changed. */
export function chatRow(row: Row, context: RowContext): unknown {
  const { labels, now, today, selected } = context;
  const current = row.id === selected;
  return guard([row, labels, today, notificationLevel(row, now), current], () => rowTemplate(row, context, current));
}

/** A link with avatar, title, time, newest message and unread count. */
function rowTemplate(row: Row, context: RowContext, current: boolean): TemplateResult {
  return html`<li>
    <a router-link href=${row.address} data-chat=${row.id} aria-current=${current ? 'page' : nothing} class=${row.unread ? 'unread' : ''}>
      <span class="marked">
        <span class="avatar c${avatarColour(row.colourOf)} ${row.kind === 'PUBLIC' ? 'public' : ''}" aria-hidden="true"
          >${row.kind === 'PUBLIC' ? '#' : initials(row.title)}${
            row.kind === 'PRIVATE' ? html`<charla-avatar-image person=${row.colourOf}></charla-avatar-image>` : nothing
          }</span
        >
        ${row.kind === 'PRIVATE' ? html`<charla-presence person=${row.colourOf}></charla-presence>` : nothing}
      </span>
      <span class="title">${row.title}</span>
      <time datetime=${new Date(row.at).toISOString()}>${formatTime(row.at, context)}</time>
      <span class="preview">${preview(row, context.labels)}</span>
      ${badge(row, context)}
    </a>
    ${
      row.joined
        ? html`<button
          class="row-actions unseen"
          type="button"
          tabindex="-1"
          aria-haspopup="menu"
          aria-label=${context.labels.of('list.actions', row.title)}
          @click=${context.onActions}
        ></button>`
        : nothing
    }
  </li>`;
}

function preview({ joined, preview: { sender, text } }: Row, labels: Labels): string {
  if (!joined && !text) {
    return labels.of('list.join');
  }
  const plain = plainText(text);
  return sender ? `${sender}: ${plain}` : plain;
}

function badge(row: Row, { labels, now }: RowContext): TemplateResult | typeof nothing {
  const { unread, mentions } = row;
  const level = notificationLevel(row, now);
  const muted = level !== 'ALL';
  if (unread === 0) {
    const name = labels.of(`list.muted.${level}`);
    return muted ? html`<span class="glyph glyph-muted" role="img" aria-label=${name} title=${name}></span>` : nothing;
  }
  const mentioned = html`<span class="count"
    ><span aria-hidden="true">@</span><span class="unseen">${labels.of('list.mentioned')}</span></span
  >`;
  return html`<span class="badges"
    >${mentions > 0 ? mentioned : nothing}<span class="count ${muted ? 'muted' : ''}"
      ><span aria-hidden="true">${unread >= MAX_UNREAD ? `${MAX_UNREAD - 1}+` : unread}</span
      ><span class="unseen">${labels.counted('list.unread', unread)}</span></span
    ></span
  >`;
}

/** Returns the time of day for today, the weekday for the last six days, and else the date. */
function formatTime(at: number, { labels, today }: RowContext): string {
  const daysAgo = today - dayNumber(at);
  if (daysAgo <= 0) {
    return zonedFormat(labels.locale, { timeStyle: 'short' }).format(at);
  }
  if (daysAgo === 1) {
    return labels.of('list.yesterday');
  }
  if (daysAgo <= 6) {
    return zonedFormat(labels.locale, { weekday: 'short' }).format(at);
  }
  return zonedFormat(labels.locale, { day: '2-digit', month: '2-digit', year: '2-digit' }).format(at);
}
