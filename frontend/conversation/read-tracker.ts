import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { withTimeout } from '../platform/connection.ts';
import type { Message } from '../model/message.ts';
import { on } from '../model/page-events.ts';
import type { ConversationContext } from './conversation-context.ts';
import { TIMEOUT } from './server.ts';
import { Timer } from '../platform/timer.ts';

/** The view in which messages are read. */
export interface ReadView {
  /** Whether the end of the conversation is in sight. */
  atEnd(): boolean;
  /** Whether the conversation takes up any room on the page. */
  visible(): boolean;
  /** The seq of the lowest message in sight; 0 where none is. */
  lastVisible(): number;
}

/** Milliseconds between seeing a message and reporting it as read. */
const READ_DELAY = 300;

/** The read position of the person: reports it to the server, counts unread messages and places the unread line. */
export class ReadTracker implements ReactiveController {
  /** The seq after which messages of others are below the unread line; undefined where there is no line. */
  unreadAfter?: number;

  private readonly host: ReactiveControllerHost;
  private readonly context: ConversationContext;
  private readonly view: ReadView;
  /** The newest seq that was in sight, or read before. */
  private seen = 0;
  private reported = 0;
  /** Whether the person wants the rest to stay unread until they come back to the conversation. */
  private keepsUnread = false;
  /** The state before all chats were marked as read. */
  private before?: { unreadAfter: number | undefined; reported: number };
  private readonly timer = new Timer();
  private disposers: (() => void)[] = [];

  constructor(host: ReactiveControllerHost, context: ConversationContext, view: ReadView) {
    this.host = host;
    this.context = context;
    this.view = view;
    host.addController(this);
  }

  hostConnected(): void {
    const onFocus = () => this.reportVisible();
    window.addEventListener('focus', onFocus);
    this.disposers = [
      () => window.removeEventListener('focus', onFocus),
      on('chat-read', () => void this.markChatRead()),
      on('all-read', () => this.onAllRead()),
      on('all-read-undone', () => this.onAllReadUndone())
    ];
  }

  hostDisconnected(): void {
    this.disposers.forEach((dispose) => dispose());
    this.timer.cancel();
  }

  /** The position up to which the server knows the messages as read. */
  get readSeq(): number {
    return this.reported;
  }

  /** The number of messages below the unread line that count as unread. */
  get unreadCount(): number {
    return this.foreignAfter(this.unreadAfter ?? this.context.window.lastSeq);
  }

  /** The number of messages of others that were never in sight. */
  get unseenCount(): number {
    return this.foreignAfter(this.seen);
  }

  clear(): void {
    this.seen = 0;
    this.reported = 0;
    this.keepsUnread = false;
    this.before = undefined;
    this.unreadAfter = undefined;
  }

  /** Starts from the read position that the server knows, once the first window is loaded. */
  start(readSeq: number): void {
    this.reported = Math.max(this.reported, readSeq);
    this.seen = Math.max(this.seen, this.reported);
    const first = this.context.window.messages.find((message) => message.seq > this.reported && this.counts(message));
    this.unreadAfter = first && first.seq - 1;
  }

  /** Draws the unread line also above messages that arrive while the page is not looked at. */
  onArrival(fresh: Message[]): void {
    if (fresh.some(({ sender }) => sender.id === this.me)) {
      this.keepsUnread = false; // whoever answers has read
    }
    const foreign = fresh.find((message) => this.counts(message));
    if (this.unreadAfter === undefined && foreign && !isPageActive()) {
      this.unreadAfter = foreign.seq - 1;
    }
  }

  /** Reports what is in sight as read once the page is active: the numbers of unread messages go down while one reads. */
  reportVisible(): void {
    const { last } = this.context.window;
    if (!last || !this.context.ready() || !this.view.visible()) {
      return;
    }
    const seq = this.inSight();
    if (seq > this.seen) {
      this.seen = seq;
      this.host.requestUpdate();
    }
    if (isPageActive() && !this.keepsUnread && seq > this.reported && !this.timer.running) {
      this.timer.start(READ_DELAY, () => void this.report());
    }
  }

  private inSight(): number {
    return this.view.atEnd() ? (this.context.window.last?.seq ?? 0) : this.view.lastVisible();
  }

  private async report(): Promise<void> {
    if (!this.keepsUnread && document.hasFocus()) {
      await this.reportUpTo(this.inSight());
    }
  }

  private async reportUpTo(seq: number): Promise<void> {
    const before = this.reported;
    if (seq <= before) {
      return;
    }
    this.reported = seq;
    try {
      await withTimeout(TIMEOUT, this.context.server()?.read(seq));
    } catch {
      // Not counted as read: the next scroll or update reports it again.
      this.reported = Math.min(this.reported, before);
    }
  }

  /** Marks a message, and all that follow it, as unread. */
  async markUnread({ seq }: Message): Promise<void> {
    const { context } = this;
    this.keepsUnread = true;
    try {
      await withTimeout(TIMEOUT, context.server()?.unread(seq));
      this.reported = seq - 1;
      this.unreadAfter = seq - 1;
      context.redraw();
      context.notify(context.labels().of('log.unread'));
    } catch {
      this.keepsUnread = false;
      context.notify(context.labels().of('log.failed'));
    }
  }

  /** Marks the whole conversation as read, wherever it is scrolled to. */
  private async markChatRead(): Promise<void> {
    if (this.context.ready()) {
      this.markAllRead();
      await this.reportUpTo(this.context.window.lastSeq);
    }
  }

  private onAllRead(): void {
    this.before = { unreadAfter: this.unreadAfter, reported: this.reported };
    this.markAllRead();
  }

  private onAllReadUndone(): void {
    const { before, context } = this;
    this.before = undefined;
    if (before) {
      this.unreadAfter = before.unreadAfter;
      this.reported = before.reported;
      this.keepsUnread = before.reported < context.window.lastSeq;
      context.redraw();
    }
  }

  /** Removes the unread line. */
  markAllRead(): void {
    this.keepsUnread = false;
    this.unreadAfter = undefined;
    this.context.redraw();
  }

  /** Returns the number of messages after a seq that count; those that are not in the window do. */
  private foreignAfter(seq: number): number {
    const { messages, lastSeq } = this.context.window;
    const others = messages.filter((message) => message.seq > seq && !this.counts(message));
    return lastSeq - seq - others.length;
  }

  /** Whether a message counts as unread, by the rule of the server: see UnreadRepository.java. */
  private counts({ kind, deleted, sender }: Message): boolean {
    const blocked = this.context.conversation()?.blocked?.includes(sender.id);
    return kind === 'TEXT' && !deleted && sender.id !== this.me && !blocked;
  }

  private get me(): string {
    return this.context.conversation()?.account ?? '';
  }
}

function isPageActive(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}
