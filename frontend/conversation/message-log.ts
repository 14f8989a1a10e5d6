import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../media/lightbox.ts';
import { sameConversation, type Conversation, type Message } from '../model/message.ts';
import { emit, on } from '../model/page-events.ts';
import { dayNumber } from '../platform/clock.ts';
import { onWake } from '../platform/connection.ts';
import { DateFormat } from '../platform/date-format.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import { Announcer } from './announcer.ts';
import { BlockedMessages } from './blocked-messages.ts';
import { ConnectionMonitor } from './connection-monitor.ts';
import type { ConversationContext } from './conversation-context.ts';
import { JumpHistory } from './jump-history.ts';
import { KeptWindows } from './kept-windows.ts';
import { LocalEcho } from './local-echo.ts';
import { MessageCommands } from './message-commands.ts';
import { MessageFeed } from './message-feed.ts';
import { messageLogStyles } from './message-log-styles.ts';
import { RowTemplates } from './message-row.ts';
import { MessageWindow } from './message-window.ts';
import { OfflineCopy } from './offline-copy.ts';
import { Paging, type PagingState } from './paging.ts';
import { backPill, emptyState, loadFailure, newMessagesPill } from './placeholders.ts';
import { offlineBanner, pageStatus, skeleton, undoToast } from './placeholders.ts';
import { ReadReceipts, type SeenBy } from './read-receipts.ts';
import { ReadTracker } from './read-tracker.ts';
import { RowInput } from './row-input.ts';
import { RowTouch } from './row-touch.ts';
import { layOutRows, type Row } from './rows.ts';
import type { Changes, FirstWindow, Server } from './server.ts';
import { nextFrame } from '../platform/timer.ts';
import { Toast } from './toast.ts';
import { Viewport } from './viewport.ts';

/** The message log: shows the messages of the open conversation; the contract is in MessageLog.java. */
export class MessageLog extends LitElement {
  static properties = {
    conversation: { state: true },
    labels: { state: true },
    paging: { state: true },
    atEnd: { state: true },
    far: { state: true },
    today: { state: true },
    revision: { state: true }
  };

  declare private $server?: Server;
  declare private conversation?: Conversation;
  declare private labels: Labels;
  declare private paging: PagingState;
  declare private atEnd: boolean;
  /** Whether the end is more than one and a half screens away. */
  declare private far: boolean;
  /** The current calendar day, as a number. */
  declare private today: number;
  /** Grows whenever the window, the echoes or the unread line have changed. */
  declare private revision: number;

  private readonly window = new MessageWindow();
  private rows: Row[] = [];
  private days = new DateFormat('es');
  private templates: RowTemplates;
  private disposers: (() => void)[] = [];

  private readonly toast = new Toast(this);
  private readonly context: ConversationContext = {
    window: this.window,
    conversation: () => this.conversation,
    server: () => this.$server,
    labels: () => this.labels,
    ready: () => this.feed.stage === 'ready',
    redraw: () => this.redraw(),
    notify: (text) => this.toast.show(text)
  };
  private readonly viewport: Viewport = new Viewport(this, () => this.rows, {
    onScroll: () => this.onScroll(),
    onEdge: (edge) => this.pages.onEdge(edge)
  });
  private readonly receipts = new ReadReceipts();
  private readonly blocked = new BlockedMessages(() => this.conversation);
  private readonly reading = new ReadTracker(this, this.context, {
    atEnd: () => this.atEnd,
    visible: () => this.viewport.height > 0,
    lastVisible: () => this.viewport.lastVisibleSeq
  });
  private readonly echo = new LocalEcho(this, this.context, () => this.connection.check());
  private readonly pages = new Paging(this.context, this.viewport, {
    onStateChange: (state) => (this.paging = state),
    onArrival: (fresh) => this.onArrival(fresh)
  });
  private readonly feed: MessageFeed = new MessageFeed(this, this.context, {
    pages: this.pages,
    reading: this.reading,
    receipts: this.receipts,
    view: this.viewport,
    onArrival: (fresh) => this.onArrival(fresh)
  });
  private readonly kept = new KeptWindows(this, this.context, this.feed, (conversation) => this.open(conversation));
  private readonly connection = new ConnectionMonitor(this, () => this.feed.catchUp());
  private readonly announcer = new Announcer(this.context, (message) => this.templates.spoken(message));
  private readonly offlineCopy = new OfflineCopy(this, this.context, () => this.reading.readSeq);
  private readonly jumps = new JumpHistory(
    this.context,
    { atEnd: () => this.atEnd, showMessage: (seq) => this.viewport.showMessage(seq) },
    () => this.requestUpdate()
  );
  private readonly commands: MessageCommands = new MessageCommands(this, this.context, {
    viewport: this.viewport,
    jumps: this.jumps,
    reading: this.reading,
    blocked: this.blocked,
    rows: () => this.rows,
    seenBy: (row) => this.seenBy(row),
    deactivate: () => this.input.deactivate()
  });
  private readonly input = new RowInput(this, {
    viewport: this.viewport,
    jumps: this.jumps,
    commands: this.commands,
    goToEnd: () => void this.pages.goToEnd()
  });

  constructor() {
    super();
    this.labels = new Labels();
    this.paging = this.pages.state;
    this.atEnd = true;
    this.far = false;
    this.today = dayNumber(Date.now());
    this.revision = 0;
    this.templates = this.newTemplates();
    new RowTouch(this, { viewport: this.viewport, actions: () => this.commands.actions });
  }

  // --- called by the server ---

  setLabels(locale: string, texts: Texts): void {
    this.labels = new Labels(locale, texts);
    emit('texts', { locale, texts });
    this.days = new DateFormat(this.labels.locale);
    this.templates = this.newTemplates();
  }

  open(conversation: Conversation): void {
    const changed = !sameConversation(conversation, this.conversation);
    if (changed) {
      this.kept.keep();
    }
    this.conversation = conversation;
    this.templates = this.newTemplates();
    if (changed) {
      this.clear();
    }
  }

  private clear(): void {
    const { feed, receipts, blocked, reading, echo, commands, jumps, pages, announcer } = this;
    [feed, receipts, blocked, reading, echo, commands, jumps, pages, announcer].forEach((part) => part.clear());
    this.input.deactivate();
    this.redraw();
  }

  reset(first: FirstWindow): void {
    this.feed.reset(first);
  }

  apply(changes: Changes): void {
    this.feed.apply(changes);
  }

  fail(): void {
    this.feed.fail();
  }

  private newTemplates(): RowTemplates {
    const { account = '', name = '', media = '' } = this.conversation ?? {};
    return new RowTemplates(this.labels, this.days, account, name, media, this.commands.actions);
  }

  // --- lifecycle ---

  connectedCallback(): void {
    super.connectedCallback();
    this.disposers = [onWake(() => this.onWake()), on('echoed', () => this.onEchoed())];
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.disposers.forEach((dispose) => dispose());
  }

  private onWake(): void {
    this.today = dayNumber(Date.now());
    this.connection.check();
    if (this.feed.stage === 'failed') {
      this.feed.reload();
    }
    this.pages.retryFailed();
    this.reading.reportVisible();
  }

  // --- changes of the view ---

  private redraw(): void {
    this.revision++;
    this.offlineCopy.schedule();
  }

  /** Shows the echo of a message that the person has just sent. */
  private onEchoed(): void {
    this.reading.markAllRead();
    this.pages.showEnd();
  }

  private onArrival(fresh: Message[]): void {
    this.reading.onArrival(fresh);
    this.announcer.onArrival(fresh);
  }

  /** Called after every scroll, resize and update. */
  private onScroll(): void {
    this.atEnd = (this.viewport.stuck ?? true) && !this.window.hasNewer;
    if (this.atEnd) {
      this.jumps.clear();
    }
    this.far = this.viewport.distanceToEnd > 1.5 * this.viewport.height;
    this.reading.reportVisible();
  }

  /** Returns the readers of a row, if it is an own message. */
  private seenBy(row: Row): SeenBy | undefined {
    const own = row.type === 'message' && row.own && row.message.id > 0;
    return own ? this.receipts.seenBy(row.message.seq, this.labels) : undefined;
  }

  // --- rendering ---

  /** Limits updates to one a frame: a busy chat changes more often. */
  protected async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) {
      await nextFrame();
    }
    void super.scheduleUpdate();
  }

  protected willUpdate(changed: PropertyValues): void {
    this.viewport.prepare();
    if (changed.has('revision') || changed.has('conversation')) {
      this.pages.trim();
      this.echo.removeArrived();
      this.rows = layOutRows({
        messages: this.window.messages.map((message) => this.commands.withPendingReactions(message)),
        echoes: this.echo.echoes(),
        me: this.conversation?.account ?? '',
        mayPin: this.conversation?.mayPin,
        unreadAfter: this.reading.unreadAfter,
        unreadCount: this.reading.unreadCount,
        dayOf: dayNumber
      });
    }
  }

  protected updated(changed: PropertyValues): void {
    this.viewport.applyScrollTarget();
    if (changed.has('revision') || changed.has('paging')) {
      this.viewport.watchEdges();
      this.onScroll();
    }
    this.viewport.restoreFocus();
  }

  render() {
    const { labels, feed, input, jumps, pages } = this;
    const { stage } = feed;
    const { older, newer } = this.paging;
    const empty = stage === 'ready' && this.rows.length === 0;
    return html`
      <div role="status">${this.connection.offline ? offlineBanner(labels) : nothing}</div>
      <div
        class="scroller"
        role="log"
        aria-live="off"
        aria-busy=${stage === 'loading' || older === 'busy'}
        aria-label=${labels.of('log.label')}
        tabindex="0"
        @keydown=${input.onKeydown}
        @pointerover=${input.onPointerOver}
        @pointerleave=${input.onPointerLeave}
        @contextmenu=${input.onContextMenu}
        @focusin=${input.onFocusIn}
        @focusout=${input.onFocusOut}
      >
        <div class="column">
          <div class="edge top"></div>
          ${older === 'idle' ? nothing : pageStatus(labels, older === 'failed', () => pages.loadOlder())}
          ${stage === 'loading' ? skeleton(labels) : nothing}
          ${stage === 'failed' ? loadFailure(labels, () => feed.reload()) : nothing} ${empty ? emptyState(labels) : nothing}
          <div class="list">
            ${repeat(
              this.rows,
              (row) => row.key,
              (row) => this.row(row)
            )}
          </div>
          ${newer === 'idle' ? nothing : pageStatus(labels, newer === 'failed', () => pages.loadNewer())}
          <div class="edge bottom"></div>
        </div>
      </div>
      <div class="float">
        <div role="status">
          ${this.toast.render()}
          ${this.commands.undoable ? undoToast(labels, () => void this.commands.undo()) : nothing}
        </div>
        ${jumps.empty ? nothing : backPill(labels, () => jumps.goBack())} ${this.pill()}
      </div>
      ${this.announcer.render()}
      <charla-message-menu></charla-message-menu>
      <charla-lightbox></charla-lightbox>
    `;
  }

  private row(row: Row) {
    return this.templates.of(row, {
      active: this.input.activeKey === row.key,
      marked: this.viewport.markedKey === row.key,
      today: this.today,
      seenBy: this.seenBy(row),
      collapsed: this.blocked.isCollapsed(row),
      quoteCollapsed: this.blocked.isQuoteCollapsed(row)
    });
  }

  private pill() {
    const fresh = this.reading.unseenCount;
    if (this.feed.stage !== 'ready' || this.atEnd || (fresh <= 0 && !this.far && !this.window.hasNewer)) {
      return nothing;
    }
    return newMessagesPill(this.labels, fresh, () => void this.pages.goToEnd());
  }

  static styles = messageLogStyles;
}

customElements.define('charla-message-log', MessageLog);
