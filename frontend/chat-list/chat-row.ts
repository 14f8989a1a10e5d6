import { html, nothing, type TemplateResult } from 'lit';
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
  /** The id of the open chat, or empty. */
  selected: string;
}

/** The template of a chat's row: a link with avatar, title, time, newest message and unread count. */
export function chatRow(row: Row, context: RowContext): TemplateResult {
  const current = row.id === context.selected;
  return html`<li>
    <a router-link href=${row.address} aria-current=${current ? 'page' : nothing} class=${row.unread ? 'unread' : ''}>
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
function formatTime(at: number, { labels, now }: RowContext): string {
  const daysAgo = dayNumber(now) - dayNumber(at);
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
