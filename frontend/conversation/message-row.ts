import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { actionOf } from '../text/slash-commands.ts';
import { avatarColour, initials } from '../people/avatar.ts';
import '../people/avatar-image.ts';
import type { DateFormat } from '../platform/date-format.ts';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';
import { mayChange, type MessageRow, type Row } from './rows.ts';
import { albumWidth, attachmentBlock } from '../media/attachments.ts';
import { summaryOf } from '../model/media.ts';
import type { Message, Person } from '../model/message.ts';
import { plainText } from '../text/markdown.ts';
import { renderMarkdown } from '../text/markdown-view.ts';
import { MentionView } from '../text/mention-view.ts';
import { isBigEmoji } from '../text/message-text.ts';
import { originLine, quoteBlock } from '../text/quote.ts';
import { reactionRow } from './reactions.ts';
import { previewCard } from './link-preview.ts';
import type { RowActions } from './message-actions.ts';
import { messageToolbar } from './message-toolbar.ts';
import type { SeenBy } from './read-receipts.ts';

/** The part of a row's state that is not in the row itself. */
interface RowState {
  /** Whether the toolbar shows. */
  active: boolean;
  /** Whether the row is highlighted after a jump to it. */
  marked: boolean;
  /** The current calendar day, as a number. */
  today: number;
  /** The readers of an own message. */
  seenBy?: SeenBy;
  /** Whether the row is collapsed because its sender is blocked. */
  collapsed?: boolean;
  /** Whether its quote is collapsed for the same reason. */
  quoteCollapsed?: boolean;
}

/** Templates of the rows. A row is rendered again only when something in it has changed. */
export class RowTemplates {
  private readonly labels: Labels;
  private readonly days: DateFormat;
  private readonly me: string;
  /** The name of the reader. */
  private readonly name: string;
  /** The base address of the attachments. */
  private readonly files: string;
  private readonly actions: RowActions;

  constructor(labels: Labels, days: DateFormat, me: string, name: string, files: string, actions: RowActions) {
    this.labels = labels;
    this.days = days;
    this.me = me;
    this.name = name;
    this.files = files;
    this.actions = actions;
  }

  of(row: Row, { active, marked, today, seenBy, collapsed, quoteCollapsed }: RowState) {
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
        if (collapsed) {
          return guard(['collapsed', row.message.id, this.labels], () => this.collapsedRow(row));
        }
        const { message, first, state, reason } = row;
        return guard([message, first, state, reason, active, marked, seenBy, quoteCollapsed, this.labels], () =>
          this.messageRow(row, active, marked, seenBy, quoteCollapsed)
        );
      }
    }
  }

  /** A message as a screen reader says it: the sender and the text, or what it tells without one. */
  spoken(message: Message): string {
    if (message.kind !== 'TEXT') {
      return this.systemText(message);
    }
    const text = plainText(message.text) || summaryOf(message.media ?? [], this.labels);
    return `${message.sender.name}: ${text}`;
  }

  private collapsedRow(row: MessageRow) {
    return html`<div class="system" data-key=${row.key} role="article" tabindex="-1">
      ${this.labels.of('log.blocked')} ·
      <button class="told" type="button" @click=${() => this.actions.expand(row)}>${this.labels.of('log.blocked.show')}</button>
    </div>`;
  }

  private messageRow(row: MessageRow, active: boolean, marked: boolean, seenBy?: SeenBy, quoteCollapsed = false) {
    const { message, own, first, state } = row;
    const { labels } = this;
    const name = own ? labels.of('log.you') : message.sender.name;
    const action = message.deleted ? undefined : actionOf(message.text);
    const media = message.deleted ? [] : (message.media ?? []);
    const big = !message.deleted && media.length === 0 && isBigEmoji(message.text);
    const classes = ['row', own && 'own', first && 'first', state === 'failed' && 'failed', marked && 'marked'];
    return html`<div class=${classes.filter(Boolean).join(' ')} data-key=${row.key} role="article" tabindex="-1">
      ${first && !own ? this.avatar(message.sender) : nothing}
      <div class="bubble ${big ? 'plain' : ''} ${albumWidth(media) ? 'pictured' : ''}">
        ${
          action
            ? nothing
            : html`<span class=${first && !own ? 'name' : 'unseen'}>${name}<span class="unseen">: </span></span>`
        }
        ${message.origin && !message.deleted ? originLine(message.origin, labels) : nothing}
        ${
          message.quote && !message.deleted
            ? quoteBlock(message.quote, labels, this.me, quoteCollapsed, () => this.actions.source(row))
            : nothing
        }
        ${
          media.length > 0
            ? attachmentBlock(media, { labels, base: this.files, show: (each) => this.actions.show(each) })
            : nothing
        }
        ${
          message.deleted
            ? html`<span class="tombstone">${labels.of('log.deleted')}</span>`
            : action
              ? html`<span class="text action"
                ><b>${message.sender.name || this.name}</b> ${renderMarkdown(action, labels, this.mentions(message))}</span
              >`
              : html`<span class="text ${big ? 'big' : ''}">${renderMarkdown(message.text, labels, this.mentions(message))}</span>`
        }
        ${
          message.preview && !message.deleted
            ? previewCard(message.preview, labels, mayChange(row) ? () => this.actions.preview(row) : undefined)
            : nothing
        }
        <span class="meta">
          <time datetime=${new Date(message.sentAt).toISOString()} title=${this.days.dateTimeOf(message.sentAt)}
            >${this.days.timeOf(message.sentAt)}</time
          >
          ${
            message.editedAt && !message.deleted
              ? html`· <button
                  class="edited"
                  type="button"
                  tabindex="-1"
                  title=${`${this.days.dateTimeOf(message.editedAt)} · ${labels.of('log.versions')}`}
                  @click=${() => this.actions.versions(row)}
                >${labels.of('log.edited')}</button>`
              : nothing
          }
          ${own && !message.deleted ? (seenBy ? this.readBy(row, seenBy) : this.deliveryState(state)) : nothing}
          ${message.pinned ? html`<span class="pinned" role="img" aria-label=${labels.of('log.pinned')}>${icons.pin}</span>` : nothing}
        </span>
        ${reactionRow(
          message.reactions ?? [],
          labels,
          active,
          (emoji) => this.actions.toggle(row, emoji),
          (event) => this.actions.react(row, event)
        )}
        ${message.deleted ? nothing : this.actionsButton(row)} ${state === 'failed' ? this.sendFailure(row) : nothing}
        ${active ? messageToolbar(row, labels, this.actions) : nothing}
      </div>
    </div>`;
  }

  /** Opens the menu, for screen readers on a phone: they have no long press. Only they see it. */
  private actionsButton(row: MessageRow) {
    return html`<button
      class="unseen"
      type="button"
      tabindex="-1"
      aria-haspopup="menu"
      aria-label=${this.labels.of('log.actions')}
      @click=${(event: Event) => this.actions.sheet(row, event.currentTarget as HTMLElement)}
    ></button>`;
  }

  private mentions(message: Message): MentionView | undefined {
    return message.text.includes('@')
      ? new MentionView(message, this.me, (person) => this.actions.person(person))
      : undefined;
  }

  /** Opens the profile; not in the tab order, as the member list does the same. Disabled for a deleted account. */
  private avatar(person: Person) {
    const label = this.labels.of('log.person', person.name);
    return html`<button
      class="avatar c${avatarColour(person.id)}"
      type="button"
      tabindex="-1"
      aria-label=${label}
      title=${label}
      ?disabled=${!person.username}
      @click=${() => this.actions.person(person)}
    >
      ${initials(person.name)}<charla-avatar-image person=${person.id}></charla-avatar-image>
    </button>`;
  }

  private deliveryState(state: MessageRow['state']) {
    const icon = { sent: icons.check, sending: icons.clock, failed: icons.alert }[state];
    const text = this.labels.of(`log.state.${state}`);
    return html`<span class=${state} role="img" aria-label=${text} title=${text}>${icon}</span>`;
  }

  /** The read marker; in a group with the number of readers, and a button that shows their names. */
  private readBy(row: MessageRow, { count, names, alone }: SeenBy) {
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
      @click=${(event: Event) => this.actions.menu(row, event)}
    >
      ${icons.checks}${count.toLocaleString(this.labels.locale)}
    </button>`;
  }

  private sendFailure(row: MessageRow) {
    const { labels } = this;
    const { clientId } = row.message;
    return html`<div class="failure">
      <span>${row.reason || labels.of('log.state.failed')}</span>
      <button class="button" type="button" @click=${() => this.actions.retry(clientId)}>${labels.of('log.action.retry')}</button>
      <button class="button" type="button" @click=${() => this.actions.discard(clientId)}>
        ${labels.of('log.action.discard')}
      </button>
    </div>`;
  }

  /** A system message; a button where it is about another message. */
  private system(message: Message) {
    const text = this.systemText(message);
    return message.quote?.seq
      ? html`<button class="told" type="button" tabindex="-1" @click=${() => this.actions.follow(message)}>${text}</button>`
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
