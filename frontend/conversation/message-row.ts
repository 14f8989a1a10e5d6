import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { actionOf } from '../text/slash-commands.ts';
import { avatarColour, initials } from '../people/avatar.ts';
import '../people/avatar-image.ts';
import type { DateFormat } from '../platform/date-format.ts';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';
import { mayChange, type MessageRow, type Row } from './rows.ts';
import type { ShownMedia } from '../model/media.ts';
import { albumWidth, attachmentBlock } from '../media/attachments.ts';
import type { Message } from '../model/message.ts';
import { renderMarkdown } from '../text/markdown-view.ts';
import { MentionView } from '../text/mention-view.ts';
import { isBigEmoji } from '../text/message-text.ts';
import { originLine, quoteBlock } from '../text/quote.ts';
import { QUICK_REACTIONS } from '../emoji/emoji.ts';
import { reactionRow } from './reactions.ts';
import { previewCard } from './link-preview.ts';
import { ACTIONS, stored, type Deeds } from './message-actions.ts';
import type { SeenBy } from './read-receipts.ts';

/** What the buttons of a message do. */
export interface RowDeeds extends Deeds {
  /** Reacts with an emoji, or takes that back. */
  toggle(row: MessageRow, emoji: string): void;
  /** Goes to what a message answers or tells of. */
  follow(message: Message): void;
  menu(row: MessageRow, event: Event): void;
  person(person: Message['sender']): void;
  /** Shows a picture or a film of a message large. */
  show(media: ShownMedia): void;
  /** Shows what somebody said whom the reader blocked. */
  unfold(row: MessageRow): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
}

interface Shown {
  /** Whether its toolbar shows. */
  active: boolean;
  /** Whether it is pointed out as the one that was looked for. */
  marked: boolean;
  today: number;
  /** Who has seen one's own message. */
  seen?: SeenBy;
  /** Whether it is of somebody whom the reader blocked, and not asked for. */
  folded?: boolean;
  /** Whether the same is so of what it answers. */
  quoteFolded?: boolean;
}

/** How the lines of a conversation look. A line is drawn again only when something in it has changed. */
export class RowTemplates {
  private readonly labels: Labels;
  private readonly days: DateFormat;
  private readonly me: string;
  /** What the reader is called. */
  private readonly name: string;
  private readonly deeds: RowDeeds;
  /** Where the files are. */
  private readonly files: string;

  constructor(labels: Labels, days: DateFormat, me: string, name: string, files: string, deeds: RowDeeds) {
    this.labels = labels;
    this.days = days;
    this.me = me;
    this.name = name;
    this.files = files;
    this.deeds = deeds;
  }

  of(row: Row, { active, marked, today, seen, folded, quoteFolded }: Shown) {
    switch (row.type) {
      case 'day':
        return guard([row.moment, today, this.labels], () => {
          const { labels } = this;
          const day = this.days.dayLabel(row.moment, Date.now(), labels.of('log.today'), labels.of('log.yesterday'));
          return html`<div class="day" data-key=${row.key}><span>${day}</span></div>`;
        });
      case 'unread':
        return guard([row.count, this.labels], () => {
          const text = this.labels.counted('log.new', row.count);
          return html`<div class="unread" data-key=${row.key} role="separator" aria-label=${text}>${text}</div>`;
        });
      case 'system':
        return guard([row.message, this.labels], () => {
          return html`<div class="system" data-key=${row.key} tabindex="-1">${this.system(row.message)}</div>`;
        });
      default: {
        if (folded) {
          return guard(['folded', row.message.id, this.labels], () => this.foldedRow(row));
        }
        return guard([row.message, row.first, row.state, row.reason, active, marked, seen, quoteFolded, this.labels], () =>
          this.messageRow(row, active, marked, seen, quoteFolded)
        );
      }
    }
  }

  private foldedRow(row: MessageRow): TemplateResult {
    return html`<div class="system" data-key=${row.key} role="article" tabindex="-1">
      ${this.labels.of('log.blocked')} ·
      <button class="told" type="button" @click=${() => this.deeds.unfold(row)}>${this.labels.of('log.blocked.show')}</button>
    </div>`;
  }

  private messageRow(row: MessageRow, active: boolean, marked: boolean, seen?: SeenBy, quoteFolded = false): TemplateResult {
    const { message, own, first, state } = row;
    const { labels } = this;
    const name = own ? labels.of('log.you') : message.sender.name;
    const action = message.deleted ? undefined : actionOf(message.text);
    const media = message.deleted ? [] : (message.media ?? []);
    const big = !message.deleted && media.length === 0 && isBigEmoji(message.text);
    const classes = ['row', own && 'own', first && 'first', state === 'failed' && 'failed', marked && 'marked'];
    return html`<div class=${classes.filter(Boolean).join(' ')} data-key=${row.key} role="article" tabindex="-1">
      ${first && !own
        ? this.avatar(message.sender)
        : nothing}
      <div class="bubble ${big ? 'plain' : ''} ${albumWidth(media) ? 'pictured' : ''}">
        ${action
          ? nothing
          : html`<span class=${first && !own ? 'name' : 'unseen'}>${name}<span class="unseen">: </span></span>`}
        ${message.origin && !message.deleted ? originLine(message.origin, labels) : nothing}
        ${message.quote && !message.deleted
          ? quoteBlock(message.quote, labels, this.me, quoteFolded, () => this.deeds.source(row))
          : nothing}
        ${media.length > 0
          ? attachmentBlock(media, { labels, base: this.files, show: (each) => this.deeds.show(each) })
          : nothing}
        ${message.deleted
          ? html`<span class="tombstone">${labels.of('log.deleted')}</span>`
          : action
            ? html`<span class="text action"
                ><b>${message.sender.name || this.name}</b> ${renderMarkdown(action, labels, this.mentions(message))}</span
              >`
            : html`<span class="text ${big ? 'big' : ''}">${renderMarkdown(message.text, labels, this.mentions(message))}</span>`}
        ${message.preview && !message.deleted
          ? previewCard(message.preview, labels, mayChange(row) ? () => this.deeds.preview(row) : undefined)
          : nothing}
        <span class="meta">
          <time datetime=${new Date(message.sentAt).toISOString()} title=${this.days.dateTimeOf(message.sentAt)}
            >${this.days.timeOf(message.sentAt)}</time
          >
          ${message.editedAt && !message.deleted
            ? html`· <button
                  class="edited"
                  type="button"
                  tabindex="-1"
                  title=${`${this.days.dateTimeOf(message.editedAt)} · ${labels.of('log.versions')}`}
                  @click=${() => this.deeds.versions(row)}
                >${labels.of('log.edited')}</button>`
            : nothing}
          ${own && !message.deleted ? (seen ? this.seen(row, seen) : this.state(state)) : nothing}
          ${message.pinned ? html`<span class="pinned" role="img" aria-label=${labels.of('log.pinned')}>${icons.pin}</span>` : nothing}
        </span>
        ${reactionRow(
          message.reactions ?? [],
          labels,
          active,
          (emoji) => this.deeds.toggle(row, emoji),
          (event) => this.deeds.react(row, event)
        )}
        ${state === 'failed' ? this.failureOf(row) : nothing} ${active ? this.toolbar(row) : nothing}
      </div>
    </div>`;
  }

  private mentions(message: Message): MentionView | undefined {
    return message.text.includes('@') ? new MentionView(message, this.me, (person) => this.deeds.person(person)) : undefined;
  }

  /** Leads to the person; with the keyboard the list of members does. Whoever is gone leads nowhere. */
  private avatar(person: Message['sender']) {
    const label = this.labels.of('log.person', person.name);
    return html`<button
      class="avatar c${avatarColour(person.id)}"
      type="button"
      tabindex="-1"
      aria-label=${label}
      title=${label}
      ?disabled=${!person.username}
      @click=${() => this.deeds.person(person)}
    >
      ${initials(person.name)}<charla-avatar-image person=${person.id}></charla-avatar-image>
    </button>`;
  }

  private state(state: MessageRow['state']) {
    const icon = { sent: icons.check, sending: icons.clock, failed: icons.alert }[state];
    const text = this.labels.of(`log.state.${state}`);
    return html`<span class=${state} role="img" aria-label=${text} title=${text}>${icon}</span>`;
  }

  /** That it was read; among several, by how many, and the way to who they are. */
  private seen(row: MessageRow, { count, names, alone }: SeenBy) {
    if (alone) {
      const text = this.labels.of('log.state.read');
      return html`<span class="sent" role="img" aria-label=${text} title=${text}>${icons.checks}</span>`;
    }
    return html`<button
      class="sent seen"
      type="button"
      tabindex="-1"
      aria-label=${names}
      title=${names}
      @click=${(event: Event) => this.deeds.menu(row, event)}
    >
      ${icons.checks}${count.toLocaleString(this.labels.locale)}
    </button>`;
  }

  private failureOf(row: MessageRow) {
    const { labels } = this;
    const { clientId } = row.message;
    return html`<div class="failure">
      <span>${row.reason || labels.of('log.state.failed')}</span>
      <button class="button" type="button" @click=${() => this.deeds.retry(clientId)}>${labels.of('log.action.retry')}</button>
      <button class="button" type="button" @click=${() => this.deeds.discard(clientId)}>
        ${labels.of('log.action.discard')}
      </button>
    </div>`;
  }

  private toolbar(row: MessageRow) {
    if (row.message.deleted) {
      return nothing;
    }
    const button = (key: string, icon: unknown, work: (event: Event) => void) => {
      const text = this.labels.of(key);
      return html`<button type="button" aria-label=${text} title=${text} @click=${work}>${icon}</button>`;
    };
    const quick = ACTIONS.filter((action) => action.quick && action.may(row));
    return html`<div class="toolbar" role="toolbar" aria-live="off" aria-label=${this.labels.of('log.actions')}>
      ${stored(row)
        ? QUICK_REACTIONS.slice(0, 2).map(
            (emoji) => html`<button
              class="emoji"
              type="button"
              aria-label=${this.labels.of('log.action.reactWith', emoji)}
              @click=${() => this.deeds.toggle(row, emoji)}
            >
              ${emoji}
            </button>`
          )
        : nothing}
      ${quick.map(({ name, icon }) => button(`log.action.${name}`, icon, (event) => this.deeds[name](row, event)))}
      ${button('log.actions.more', icons.more, (event) => this.deeds.menu(row, event))}
    </div>`;
  }

  /** What tells of another message leads there. */
  private system(message: Message) {
    const text = this.systemText(message);
    return message.quote?.seq
      ? html`<button class="told" type="button" tabindex="-1" @click=${() => this.deeds.follow(message)}>${text}</button>`
      : text;
  }

  private systemText({ kind, sender, subject, text }: Message): string {
    const { labels } = this;
    const base = `log.system.${kind}`;
    const variants = [
      sender.id === this.me && `${base}.mine`,
      subject?.id === this.me && `${base}.me`,
      base,
      'log.system.other'
    ];
    const key = variants.find((variant): variant is string => !!variant && labels.has(variant)) ?? '';
    const role = `log.role.${text}`;
    return labels.of(key, sender.name, subject?.name ?? '', labels.has(role) ? labels.of(role) : text);
  }
}
