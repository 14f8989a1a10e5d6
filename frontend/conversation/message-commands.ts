import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { canonicalEmoji, pickEmoji } from '../emoji/emoji.ts';
import type { Lightbox } from '../media/lightbox.ts';
import { isVisual, type ShownMedia } from '../model/media.ts';
import { quoteOf, type Answer, type Message } from '../model/message.ts';
import { emit, on } from '../model/page-events.ts';
import { copy } from '../platform/clipboard.ts';
import { withTimeout } from '../platform/connection.ts';
import { outbox } from '../sync/local-data.ts';
import type { BlockedMessages } from './blocked-messages.ts';
import type { ConversationContext } from './conversation-context.ts';
import type { JumpHistory } from './jump-history.ts';
import type { RowActions } from './message-actions.ts';
import { menuContent, type MessageMenu } from './message-menu.ts';
import { PendingReactions } from './reactions.ts';
import type { SeenBy } from './read-receipts.ts';
import type { ReadTracker } from './read-tracker.ts';
import { mayChange, type MessageRow, type Row } from './rows.ts';
import { TIMEOUT } from './server.ts';
import { Timer } from '../platform/timer.ts';
import type { Viewport } from './viewport.ts';

/** Milliseconds during which a deletion can be undone: as long as the server keeps the text. */
const UNDO_TIMEOUT = 10_000;

/** The other parts of the message log that a command needs. */
export interface CommandParts {
  viewport: Viewport;
  jumps: JumpHistory;
  reading: ReadTracker;
  blocked: BlockedMessages;
  rows(): Row[];
  seenBy(row: Row): SeenBy | undefined;
  /** Hides the toolbar. */
  deactivate(): void;
}

/** The commands behind the toolbar, the menu, the keys and the buttons of a message. */
export class MessageCommands implements ReactiveController {
  readonly actions: RowActions = {
    toggle: ({ message }, emoji) => void this.toggleReaction(message, emoji),
    react: (row, event) => void this.pickReaction(row, event),
    reply: ({ message }) => this.reply(message),
    source: ({ message }) => void this.parts.jumps.follow(message),
    follow: (message) => void this.parts.jumps.follow(message),
    unread: ({ message }) => this.markUnread(message),
    copy: ({ message }) => void this.copy(message.text, 'log.copied'),
    link: ({ message }) => void this.copy(`${location.origin}${location.pathname}?m=${message.seq}`, 'log.linked'),
    pin: ({ message }) => this.request('charla-pin', message),
    unpin: ({ message }) => this.request('charla-unpin', message),
    save: ({ message }) => this.request('charla-save', message),
    forward: ({ message }) => this.request('charla-forward', message),
    share: ({ message }) => this.request('charla-share', message),
    versions: ({ message }) => this.request('charla-versions', message),
    person: ({ id }) => this.host.dispatchEvent(new CustomEvent('charla-person', { detail: { id } })),
    preview: ({ message }) => void this.change(this.context.server()?.removePreview(message.id)),
    edit: ({ message }) => this.edit(message),
    delete: (row) => void this.delete(row),
    show: (media) => this.showMedia(media),
    menu: (row, event) => this.openMenu(row, positionOf(event)),
    sheet: (row, element) => this.openMenu(row, below(element)),
    expand: ({ message }) => this.expand(message),
    retry: (clientId) => void outbox.retry(clientId),
    discard: (clientId) => void outbox.discard(clientId)
  };

  /** The message that was deleted a moment ago. */
  undoable?: Message;

  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly context: ConversationContext;
  private readonly parts: CommandParts;
  private readonly pending = new PendingReactions();
  private readonly timer = new Timer();
  private stopListening?: () => void;

  constructor(host: ReactiveControllerHost & HTMLElement, context: ConversationContext, parts: CommandParts) {
    this.host = host;
    this.context = context;
    this.parts = parts;
    host.addController(this);
  }

  hostConnected(): void {
    this.stopListening = on('edit-last', () => this.editLast());
  }

  hostDisconnected(): void {
    this.stopListening?.();
    this.timer.cancel();
  }

  clear(): void {
    this.setUndoable(undefined);
  }

  /** Returns a message with the reactions that the server has not confirmed yet. */
  withPendingReactions(message: Message): Message {
    return this.pending.apply(message);
  }

  // --- reactions ---

  private async pickReaction(row: MessageRow, event?: Event): Promise<void> {
    const near = (event?.currentTarget as Element | null) ?? this.parts.viewport.rowElement(row.key);
    const emoji = near && (await pickEmoji(near.getBoundingClientRect(), this.context.labels().locale));
    if (emoji) {
      await this.toggleReaction(row.message, emoji);
    }
  }

  /** Shows the reaction at once, before the server confirms it. */
  private async toggleReaction({ id, reactions }: Message, picked: string): Promise<void> {
    const emoji = canonicalEmoji(picked);
    const on = !reactions?.some((reaction) => reaction.emoji === emoji && reaction.mine);
    this.pending.set(id, emoji, on);
    this.context.redraw();
    await this.change(this.context.server()?.react(id, emoji, on));
    this.pending.settle(id, emoji);
    this.context.redraw();
  }

  // --- changes of a message ---

  private edit(message: Message): void {
    this.parts.deactivate();
    emit('edit', { message, save: (seen, text) => this.save(seen, text) });
  }

  private editLast(): void {
    const last = this.parts.rows().findLast((row): row is MessageRow => row.type === 'message' && mayChange(row));
    if (last) {
      this.edit(last.message);
    }
  }

  private async save(seen: Message, text: string): Promise<Answer> {
    const answer = await withTimeout(TIMEOUT, this.context.server()?.edit(seen.id, text, seen.version));
    this.update(answer);
    return answer;
  }

  /** Deletes the message at once, for everybody; for a moment that can be undone. */
  private async delete({ key, message }: MessageRow): Promise<void> {
    this.parts.viewport.focusAfterUpdate(key);
    if (await this.change(this.context.server()?.remove(message.id))) {
      this.setUndoable(message);
      this.timer.start(UNDO_TIMEOUT, () => this.setUndoable(undefined));
    }
  }

  async undo(): Promise<void> {
    const message = this.undoable;
    this.setUndoable(undefined);
    if (message) {
      await this.change(this.context.server()?.undoRemove(message.id));
    }
  }

  private setUndoable(message: Message | undefined): void {
    this.undoable = message;
    this.host.requestUpdate();
  }

  /** Shows the result of a change. Resolves to whether it was saved. */
  private async change(request: Promise<Answer> | undefined): Promise<boolean> {
    try {
      const answer = await withTimeout(TIMEOUT, request);
      this.update(answer);
      if (answer.status === 'refused') {
        this.context.notify(answer.reason ?? this.context.labels().of('log.failed'));
      }
      return answer.status === 'saved';
    } catch {
      this.context.notify(this.context.labels().of('log.failed'));
      return false;
    }
  }

  private update({ message }: Answer): void {
    if (message && this.context.window.update([message])) {
      this.context.redraw();
    }
  }

  // --- actions withTimeout the page ---

  private reply(message: Message): void {
    this.parts.deactivate();
    emit('reply', { quote: quoteOf(message) });
  }

  private async copy(text: string, done: string): Promise<void> {
    const copied = await copy(text);
    this.context.notify(this.context.labels().of(copied ? done : 'log.failed'));
  }

  private markUnread(message: Message): void {
    this.parts.deactivate();
    void this.parts.reading.markUnread(message);
  }

  private expand({ id }: Message): void {
    this.parts.blocked.expand(id);
    this.host.requestUpdate();
  }

  /** Opens the lightbox with all pictures and videos of the loaded messages; with a single one while that is uploading. */
  private showMedia(media: ShownMedia): void {
    const { context } = this;
    const loaded = context.window.messages.filter(({ deleted }) => !deleted).flatMap((message) => message.media ?? []);
    const visual = loaded.filter(isVisual);
    const all = visual.some(({ id }) => id === media.id) ? visual : [{ ...media, id: media.id || (media.key ?? '') }];
    const lightbox = this.host.shadowRoot?.querySelector<Lightbox>('charla-lightbox');
    void lightbox?.show(all, media, context.conversation()?.media ?? '', context.labels());
  }

  private openMenu(row: MessageRow, at: { x: number; y: number }): void {
    const { viewport, seenBy } = this.parts;
    const menu = this.host.shadowRoot?.querySelector<MessageMenu>('charla-message-menu');
    const content = menuContent(row, this.context.labels(), this.actions, seenBy(row));
    void menu?.open(content, at, () => viewport.rowElement(row.key)?.focus({ preventScroll: true }));
  }

  /** Asks the view on the server to do something with a message. */
  private request(type: string, { id, seq }: Message): void {
    this.parts.deactivate();
    this.host.dispatchEvent(new CustomEvent(type, { detail: { id, seq } }));
  }
}

/** Returns the position of the pointer; one below the target of the event where the keyboard caused it. */
function positionOf(event: Event): { x: number; y: number } {
  const pointed = event instanceof MouseEvent && (event.clientX > 0 || event.clientY > 0);
  return pointed ? { x: event.clientX, y: event.clientY } : below(event.target as Element);
}

function below(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  return { x: box.left + 24, y: box.bottom };
}
