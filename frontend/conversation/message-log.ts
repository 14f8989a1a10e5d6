import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { copy } from '../platform/clipboard.ts';
import { connected, onConnectionChange, onWake, withTimeout } from '../platform/connection.ts';
import { dayNumber } from '../platform/clock.ts';
import { DateFormat } from '../platform/date-format.ts';
import { Heartbeat } from './heartbeat.ts';
import { icons } from '../design/icons.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import { keepOffline, outbox } from '../sync/local-data.ts';
import { mayChange, rows, type Echo, type MessageRow, type Row } from './rows.ts';
import type { Changes, FirstWindow, Server } from './server.ts';
import type { Lightbox } from '../media/lightbox.ts';
import '../media/lightbox.ts';
import { messageLogStyles } from './message-log-styles.ts';
import { emptiness, failure, paging, pill, skeleton, undoToast } from './placeholders.ts';
import { isVisual, summaryOf, type ShownMedia } from '../model/media.ts';
import { quoteOf, sameConversation, type Answer, type Conversation, type Message } from '../model/message.ts';
import { MessageWindow } from './message-window.ts';
import type { Entry } from '../sync/outbox.ts';
import { pickEmoji } from '../emoji/emoji.ts';
import { on, emit } from '../model/page-events.ts';
import { PendingReactions } from './reactions.ts';
import { ACTIONS } from './message-actions.ts';
import { rowAfterKey } from './row-navigation.ts';
import { rowMenu, type RowMenu } from './message-menu.ts';
import { RowTemplates, type RowDeeds } from './message-row.ts';
import { ScrollAnchor } from './scroll-anchor.ts';
import { Seen, type SeenBy } from './read-receipts.ts';

type Loading = 'idle' | 'busy' | 'failed';

const TIMEOUT = 15_000;
const READ_PAUSE = 300;
const LONG_PRESS = 450;
/** As long as the server keeps what was deleted. */
const UNDO = 10_000;
/** Fewer messages than the window holds are enough for who reads the end: a busy chat draws them anew all the time. */
const AT_END = 150;
const NEWEST = Number.MAX_SAFE_INTEGER;

/** The conversation; the contract is in MessageLog.java. */
export class MessageLog extends LitElement {
  static properties = {
    conversation: { state: true },
    labels: { state: true },
    stage: { state: true },
    offline: { state: true },
    older: { state: true },
    newer: { state: true },
    activeKey: { state: true },
    markedKey: { state: true },
    atEnd: { state: true },
    far: { state: true },
    toast: { state: true },
    trail: { state: true },
    undoable: { state: true },
    today: { state: true },
    revision: { state: true }
  };

  declare private $server?: Server;
  declare private conversation?: Conversation;
  declare private labels: Labels;
  declare private stage: 'loading' | 'ready' | 'failed';
  declare private offline: boolean;
  declare private older: Loading;
  declare private newer: Loading;
  /** The message whose toolbar shows. */
  declare private activeKey?: string;
  declare private markedKey?: string;
  declare private atEnd: boolean;
  declare private far: boolean;
  declare private toast: string;
  /** The message that was deleted a moment ago. */
  declare private undoable?: Message;
  /** From where the person went to other messages: the way back. */
  declare private trail: number[];
  declare private today: number;
  /** Grows whenever the window, the echoes or the unread line have changed. */
  declare private revision: number;

  private readonly window = new MessageWindow();
  private readonly pending = new PendingReactions();
  private days = new DateFormat('es');
  private templates: RowTemplates;
  private rows: Row[] = [];
  private position = 0;
  private unreadAfter?: number;
  /** The newest seq that was in sight, or read before. */
  private seen = 0;
  private readReported = 0;
  /** The person wants the rest to stay unread until they come back to the conversation. */
  private keepsUnread = false;
  private readonly receipts = new Seen();
  /** What of somebody blocked was asked for nevertheless. */
  private readonly unfolded = new Set<number>();
  /** Echoes the server has confirmed; they stay until their messages arrive. */
  private readonly confirmed = new Map<string, { entry: Entry; seq: number }>();
  private anchor?: ScrollAnchor;
  private edges?: IntersectionObserver;
  private placeAt?: number | 'end' | 'unread';
  private focusKey?: string;
  private disposers: (() => void)[] = [];
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private filling = false;
  private heartAnswers = true;

  private readonly heartbeat = new Heartbeat({
    beat: () => this.beat(),
    online: (answers) => {
      this.heartAnswers = answers;
      this.showConnection();
    }
  });

  constructor() {
    super();
    this.labels = new Labels();
    this.stage = 'loading';
    this.offline = false;
    this.older = 'idle';
    this.newer = 'idle';
    this.atEnd = true;
    this.far = false;
    this.toast = '';
    this.trail = [];
    this.today = dayNumber(Date.now());
    this.revision = 0;
    this.templates = this.newTemplates();
  }

  // --- called by the server ---

  setLabels(locale: string, texts: Texts): void {
    this.labels = new Labels(locale, texts);
    this.days = new DateFormat(locale);
    this.templates = this.newTemplates();
  }

  private newTemplates(): RowTemplates {
    const { name = '', media = '' } = this.conversation ?? {};
    return new RowTemplates(this.labels, this.days, this.me, name, media, this.deeds);
  }

  private readonly deeds: RowDeeds = {
    toggle: ({ message }, emoji) => void this.toggle(message, emoji),
    react: (row, event) => void this.pickReaction(row, event),
    reply: ({ message }) => this.reply(message),
    source: ({ message }) => void this.follow(message),
    unread: ({ message }) => void this.unread(message),
    follow: (message) => void this.follow(message),
    copy: ({ message }) => void this.copy(message.text, 'log.copied'),
    link: ({ message }) => void this.copy(`${location.origin}${location.pathname}?m=${message.seq}`, 'log.linked'),
    pin: ({ message }) => this.ask('charla-pin', message),
    unpin: ({ message }) => this.ask('charla-unpin', message),
    save: ({ message }) => this.ask('charla-save', message),
    forward: ({ message }) => this.ask('charla-forward', message),
    preview: ({ message }) => void this.settle(this.$server?.removePreview(message.id)),
    versions: ({ message }) => this.ask('charla-versions', message),
    person: ({ id }) => this.dispatchEvent(new CustomEvent('charla-person', { detail: { id } })),
    show: (media) => this.show(media),
    share: ({ message }) => this.ask('charla-share', message),
    edit: (row) => this.edit(row),
    delete: (row) => void this.withdraw(row),
    menu: (row, event) => this.openMenu(row, event),
    unfold: ({ message }) => {
      this.unfolded.add(message.id);
      this.requestUpdate();
    },
    retry: (clientId) => void outbox.retry(clientId),
    discard: (clientId) => void outbox.discard(clientId)
  };

  open(conversation: Conversation): void {
    const moved = !sameConversation(conversation, this.conversation);
    this.conversation = conversation;
    this.templates = this.newTemplates();
    if (!moved) {
      return;
    }
    this.stage = 'loading';
    this.window.reset([], false, false);
    this.position = 0;
    this.seen = 0;
    this.readReported = 0;
    this.keepsUnread = false;
    this.receipts.clear();
    this.unfolded.clear();
    this.unreadAfter = undefined;
    this.confirmed.clear();
    this.activeKey = undefined;
    this.undoable = undefined;
    this.trail = [];
    this.older = 'idle';
    this.newer = 'idle';
    this.redraw();
    this.later('first window', TIMEOUT, () => this.fail());
  }

  reset(first: FirstWindow): void {
    this.cancel('first window');
    this.position = first.position;
    this.receipts.take(first.receipts);
    if (this.stage === 'ready' && !this.anchor?.stuck && first.focusSeq == null) {
      void this.resetAroundReader(first);
      return;
    }
    this.window.reset(first.messages, first.hasOlder, first.hasNewer, first.lastSeq);
    this.stage = 'ready';
    this.readReported = Math.max(this.readReported, first.readSeq);
    this.seen = Math.max(this.seen, this.readReported);
    this.findUnread(this.readReported);
    this.placeAt = first.focusSeq ?? (this.unreadAfter === undefined ? 'end' : 'unread');
    this.redraw();
  }

  apply(changes: Changes): void {
    if (this.stage !== 'ready') {
      return;
    }
    this.position = Math.max(this.position, changes.position);
    const { fresh, missingAfter } = this.window.append(changes.appended);
    const updated = this.window.update(changes.updated);
    const receipts = this.receipts.take(changes.receipts);
    this.noteArrivals(fresh);
    if (fresh.length > 0 || updated || receipts || changes.appended.length > 0) {
      this.redraw();
    }
    if (missingAfter !== undefined) {
      void this.fill();
    }
  }

  fail(): void {
    this.cancel('first window');
    if (this.stage === 'loading') {
      this.stage = 'failed';
    }
  }

  private isFolded(row: Row): boolean {
    return row.type === 'message' && !row.message.deleted && this.folds(row.message.id, row.message.sender.id);
  }

  /** Whether a message is answered that stands folded itself. */
  private isQuoteFolded(row: Row): boolean {
    const quote = row.type === 'message' ? row.message.quote : undefined;
    return !!quote?.sender && this.folds(quote.id, quote.sender.id);
  }

  private folds(message: number, sender: string): boolean {
    return !this.unfolded.has(message) && !!this.conversation?.blocked?.includes(sender);
  }

  // --- life ---

  connectedCallback(): void {
    super.connectedCallback();
    const outboxChanged = () => this.redraw();
    const outboxSent = (event: Event) => this.echoConfirmed((event as CustomEvent<{ entry: Entry; seq: number }>).detail);
    const offline = () => this.heartbeat.now();
    const focused = () => this.look();
    outbox.addEventListener('change', outboxChanged);
    outbox.addEventListener('sent', outboxSent);
    window.addEventListener('offline', offline);
    window.addEventListener('focus', focused);
    this.disposers = [
      () => outbox.removeEventListener('change', outboxChanged),
      () => outbox.removeEventListener('sent', outboxSent),
      () => window.removeEventListener('offline', offline),
      () => window.removeEventListener('focus', focused),
      onWake(() => this.wake()),
      onConnectionChange(() => this.showConnection()),
      on('echoed', () => this.echoed()),
      on('all-read', () => this.readAgain()),
      on('edit-last', () => this.editLast())
    ];
    this.heartbeat.start();
    if (this.hasUpdated) {
      this.observe();
    }
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.disposers.forEach((end) => end());
    this.heartbeat.stop();
    this.anchor?.disconnect();
    this.edges?.disconnect();
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers.clear();
  }

  protected firstUpdated(): void {
    this.observe();
  }

  private observe(): void {
    this.anchor = new ScrollAnchor(this.scroller, this.list, () => this.moved());
    this.edges = new IntersectionObserver((sightings) => this.edgeSeen(sightings), {
      root: this.scroller,
      rootMargin: '900px 0px'
    });
    this.watchEdges();
  }

  private get scroller(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.scroller')!;
  }

  private get list(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.list')!;
  }

  private later(name: string, pause: number, work: () => void): void {
    this.cancel(name);
    this.timers.set(name, setTimeout(work, pause));
  }

  private cancel(name: string): void {
    clearTimeout(this.timers.get(name));
    this.timers.delete(name);
  }

  // --- connection ---

  private async beat(): Promise<void> {
    if (this.stage !== 'ready' || !this.$server) {
      return;
    }
    const conversation = this.conversation;
    const changes = await this.$server.heartbeat(this.position);
    if (conversation === this.conversation && changes) {
      this.apply(changes);
    }
  }

  private wake(): void {
    this.today = dayNumber(Date.now());
    this.heartbeat.now();
    if (this.stage === 'failed') {
      this.reload();
    }
    if (this.older === 'failed') {
      void this.loadOlder();
    }
    if (this.newer === 'failed') {
      void this.loadNewer();
    }
    this.look();
  }

  private showConnection(): void {
    const offline = !this.heartAnswers || !connected();
    if (offline === this.offline) {
      this.cancel('offline');
    } else if (offline) {
      // A hiccup shorter than this is nobody's business.
      this.later('offline', 1000, () => (this.offline = true));
    } else {
      this.cancel('offline');
      this.offline = false;
    }
  }

  private reload(): void {
    this.stage = 'loading';
    this.later('first window', TIMEOUT, () => this.fail());
    void this.$server?.reload();
  }

  // --- the window of messages ---

  private redraw(): void {
    this.revision++;
    this.later('keep', 2000, () => this.keep());
  }

  /** What is read stays in sight also when the server starts afresh with a window that does not contain it. */
  private async resetAroundReader(first: FirstWindow): Promise<void> {
    const from = this.messageInSight()?.seq ?? first.lastSeq;
    try {
      const page = await withTimeout(TIMEOUT, this.$server?.loadNewer(Math.max(0, from - 25)));
      this.window.reset(page.messages, true, page.more, first.lastSeq);
    } catch {
      this.window.reset(first.messages, first.hasOlder, first.hasNewer, first.lastSeq);
    }
    this.redraw();
  }

  private findUnread(readSeq: number): void {
    const unread = this.window.messages.some((message) => message.seq > readSeq && message.sender.id !== this.me);
    this.unreadAfter = unread ? readSeq : undefined;
  }

  /** How many messages of others follow a seq, as far as is known. */
  private foreignAfter(seq: number): number {
    const own = this.window.messages.filter((message) => message.seq > seq && message.sender.id === this.me);
    return this.window.lastSeq - seq - own.length;
  }

  /** Messages that come while nobody looks get the line too. */
  private noteArrivals(fresh: Message[]): void {
    const away = document.visibilityState !== 'visible' || !document.hasFocus();
    const foreign = fresh.find((message) => message.sender.id !== this.me);
    if (this.unreadAfter === undefined && away && foreign) {
      this.unreadAfter = foreign.seq - 1;
    }
  }

  /** Asks for what is missing between the end of the window and the newest message. */
  private async fill(): Promise<void> {
    if (this.filling) {
      return;
    }
    this.filling = true;
    const conversation = this.conversation;
    try {
      while (conversation === this.conversation) {
        const page = await withTimeout(TIMEOUT, this.$server?.loadNewer(this.window.last?.seq ?? -1));
        if (conversation !== this.conversation) {
          return;
        }
        this.noteArrivals(this.window.addNewer(page.messages, false));
        this.redraw();
        if (!page.more) {
          return;
        }
        if (!this.anchor?.stuck) {
          this.window.hasNewer = true;
          return;
        }
      }
    } catch {
      if (conversation === this.conversation) {
        // The window now ends before the chat does; scrolling down, or the next wake-up, asks again.
        this.window.hasNewer = true;
        this.newer = 'failed';
      }
    } finally {
      this.filling = false;
    }
  }

  private async loadOlder(): Promise<void> {
    const first = this.window.first;
    if (this.older === 'busy' || !this.window.hasOlder || !first) {
      return;
    }
    this.older = 'busy';
    const conversation = this.conversation;
    try {
      const page = await withTimeout(TIMEOUT, this.$server?.loadOlder(first.seq));
      if (conversation === this.conversation) {
        this.window.addOlder(page.messages, page.more);
        this.older = 'idle';
        this.redraw();
      }
    } catch {
      if (conversation === this.conversation) {
        this.older = 'failed';
      }
    }
  }

  private async loadNewer(): Promise<void> {
    const last = this.window.last;
    if (this.newer === 'busy' || !this.window.hasNewer || !last) {
      this.newer = this.newer === 'failed' ? 'idle' : this.newer;
      return;
    }
    this.newer = 'busy';
    const conversation = this.conversation;
    try {
      const page = await withTimeout(TIMEOUT, this.$server?.loadNewer(last.seq));
      if (conversation === this.conversation) {
        this.window.addNewer(page.messages, page.more);
        this.newer = 'idle';
        this.redraw();
      }
    } catch {
      if (conversation === this.conversation) {
        this.newer = 'failed';
      }
    }
  }

  private async toNewest(): Promise<void> {
    if (this.window.hasNewer) {
      const conversation = this.conversation;
      this.newer = 'busy';
      try {
        const page = await withTimeout(TIMEOUT, this.$server?.loadOlder(NEWEST));
        if (conversation !== this.conversation) {
          return;
        }
        this.window.reset(page.messages, page.more, false, this.window.lastSeq);
        this.newer = 'idle';
      } catch {
        this.newer = 'idle';
        this.say(this.labels.of('log.failed'));
        return;
      }
      this.placeAt = 'end';
      this.redraw();
      return;
    }
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const { scroller, anchor } = this;
    if (calm || !anchor || anchor.distance > 3 * scroller.clientHeight) {
      anchor?.toEnd();
      this.moved();
    } else {
      scroller.scrollTo({ top: scroller.scrollHeight, behavior: 'smooth' });
    }
  }

  /** Goes to what a message answers. */
  private async follow(message: Message): Promise<void> {
    const from = Math.min(message.seq, this.window.lastSeq);
    if (message.quote && (await this.goTo(message.quote.seq)) && !this.atEnd) {
      this.trail = [...this.trail, from];
    }
  }

  private goBack(): void {
    const to = this.trail.at(-1);
    this.trail = this.trail.slice(0, -1);
    if (to !== undefined) {
      void this.goTo(to);
    }
  }

  /** Shows and marks a message, loading what stands around it. Says, once it is drawn, whether that could be done. */
  private async goTo(seq: number): Promise<boolean> {
    const conversation = this.conversation;
    if (!this.window.bySeq(seq)) {
      try {
        const around = await withTimeout(TIMEOUT, this.$server?.loadAround(seq));
        if (conversation !== this.conversation) {
          return false;
        }
        this.window.reset(around.messages, around.hasOlder, around.hasNewer, this.window.lastSeq);
      } catch {
        this.say(this.labels.of('log.failed'));
        return false;
      }
    }
    this.placeAt = seq;
    this.markedKey = undefined;
    this.redraw();
    await this.updateComplete;
    this.rowElement(this.markedKey ?? '')?.focus({ preventScroll: true });
    return true;
  }

  private edgeSeen(sightings: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of sightings) {
      if (isIntersecting && this.stage === 'ready') {
        if (target.classList.contains('top') && this.older === 'idle') {
          void this.loadOlder();
        } else if (target.classList.contains('bottom') && this.newer === 'idle' && !this.filling) {
          void this.loadNewer();
        }
      }
    }
  }

  /** Observing anew tells again whether an edge is in sight, also when it never left. */
  private watchEdges(): void {
    this.renderRoot.querySelectorAll('.edge').forEach((edge) => {
      this.edges?.unobserve(edge);
      this.edges?.observe(edge);
    });
  }

  private keep(): void {
    if (this.stage === 'ready' && this.conversation && !this.window.hasNewer) {
      const worded = this.window.messages.map((each) => ({ ...each, text: each.text || summaryOf(each.media ?? [], this.labels) }));
      void keepOffline(this.conversation, worded, this.labels.locale);
    }
  }

  // --- echoes ---

  private get me(): string {
    return this.conversation?.account ?? '';
  }

  private echoes(): Echo[] {
    if (!this.conversation || this.window.hasNewer || this.stage !== 'ready') {
      return [];
    }
    const { account, space, chat } = this.conversation;
    const sent = [...this.confirmed.values()].map(({ entry }) => ({ entry, sent: true }));
    const waiting = outbox
      .entries(account, space, chat)
      .filter((entry) => !this.confirmed.has(entry.clientId))
      .map((entry) => ({ entry, sent: false }));
    return [...sent, ...waiting];
  }

  private echoed(): void {
    this.unreadAfter = undefined;
    this.keepsUnread = false;
    this.redraw();
    if (this.window.hasNewer) {
      void this.toNewest();
    } else {
      this.placeAt = 'end';
    }
  }

  private echoConfirmed({ entry, seq }: { entry: Entry; seq: number }): void {
    const here = this.conversation && entry.account === this.me && entry.chat === this.conversation.chat;
    if (!here || entry.space !== this.conversation?.space || this.window.bySeq(seq)) {
      return;
    }
    this.confirmed.set(entry.clientId, { entry, seq });
    this.redraw();
    // The live channel brings the message itself; when it does not, the journal will.
    this.later('confirmed', 3000, () => this.heartbeat.now());
  }

  private forgetConfirmed(): void {
    for (const [clientId, { seq }] of this.confirmed) {
      if ((this.window.last?.seq ?? 0) >= seq) {
        this.confirmed.delete(clientId);
      }
    }
  }

  // --- reading ---

  /** After every scroll, resize and update. */
  private moved(): void {
    this.atEnd = (this.anchor?.stuck ?? true) && !this.window.hasNewer;
    if (this.atEnd && this.trail.length > 0) {
      this.trail = [];
    }
    this.far = (this.anchor?.distance ?? 0) > 1.5 * this.scroller.clientHeight;
    this.look();
  }

  /** Tells the server what was read, once the page is looked at and its end in sight. */
  private look(): void {
    const last = this.window.last;
    const seenNow = this.atEnd && this.stage === 'ready' && last && this.scroller.clientHeight > 0;
    if (!seenNow) {
      return;
    }
    this.seen = Math.max(this.seen, last.seq);
    const looks = document.visibilityState === 'visible' && document.hasFocus();
    if (looks && !this.keepsUnread && last.seq > this.readReported) {
      if (!this.timers.has('read')) {
        this.later('read', READ_PAUSE, () => void this.reportRead());
      }
    }
  }

  private async reportRead(): Promise<void> {
    this.timers.delete('read');
    const seq = this.window.last?.seq ?? 0;
    const before = this.readReported;
    if (!this.atEnd || this.keepsUnread || seq <= before || !document.hasFocus()) {
      return;
    }
    this.readReported = seq;
    try {
      await withTimeout(TIMEOUT, this.$server?.read(seq));
    } catch {
      // Not counted as read; the next look reports it again.
      this.readReported = Math.min(this.readReported, before);
    }
  }

  private async unread({ seq }: Message): Promise<void> {
    this.activeKey = undefined;
    this.keepsUnread = true;
    try {
      await withTimeout(TIMEOUT, this.$server?.unread(seq));
      this.readReported = seq - 1;
      this.unreadAfter = seq - 1;
      this.redraw();
      this.say(this.labels.of('log.unread'));
    } catch {
      this.keepsUnread = false;
      this.say(this.labels.of('log.failed'));
    }
  }

  private readAgain(): void {
    this.keepsUnread = false;
    this.unreadAfter = undefined;
    this.redraw();
  }

  /** Who has seen a row, of one's own. */
  private seenBy(row: Row): SeenBy | undefined {
    const own = row.type === 'message' && row.own && row.message.id > 0;
    return own ? this.receipts.of(row.message.seq, this.labels) : undefined;
  }

  // --- drawing ---

  /** At most one update a frame, and still one now and then where there are no frames. */
  protected async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 200);
        requestAnimationFrame(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    super.scheduleUpdate();
  }

  protected willUpdate(changed: PropertyValues): void {
    this.anchor?.prepare();
    if (changed.has('revision') || changed.has('conversation')) {
      if (this.anchor?.stuck === false) {
        this.window.trim(this.messageInSight()?.seq);
      } else if (this.placeAt === undefined || this.placeAt === 'end') {
        this.window.trim(undefined, AT_END);
      }
      this.forgetConfirmed();
      this.rows = rows({
        messages: this.window.messages.map((message) => this.pending.over(message)),
        echoes: this.echoes(),
        me: this.me,
        mayPin: this.conversation?.mayPin,
        unreadAfter: this.unreadAfter,
        unreadCount: this.foreignAfter(this.unreadAfter ?? this.window.lastSeq),
        dayOf: dayNumber
      });
    }
  }

  protected updated(changed: PropertyValues): void {
    this.place();
    if (changed.has('revision') || changed.has('older') || changed.has('newer')) {
      this.watchEdges();
      this.moved();
    }
    if (this.focusKey) {
      this.rowElement(this.focusKey)?.focus();
      this.focusKey = undefined;
    }
  }

  private place(): void {
    const { placeAt, anchor } = this;
    this.placeAt = undefined;
    if (placeAt === undefined || !anchor) {
      anchor?.restore();
    } else if (placeAt === 'end') {
      anchor.toEnd();
    } else if (placeAt === 'unread') {
      const line = this.rowElement('unread');
      line ? anchor.show(line, 0.2) : anchor.toEnd();
    } else {
      const found = this.rows.find((row) => 'message' in row && row.message.seq === placeAt);
      const row = found && this.rowElement(found.key);
      row ? anchor.show(row, 0.5) : anchor.toEnd();
      this.markedKey = found?.key;
    }
  }

  private rowElement(key: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  }

  private messageInSight(): Message | undefined {
    for (const element of this.anchor?.inSight(8) ?? []) {
      const row = this.rowOf(element);
      if (row && 'message' in row && row.message.id > 0) {
        return row.message;
      }
    }
    return undefined;
  }

  private rowOf(element: Element | null | undefined): Row | undefined {
    const key = (element?.closest('[data-key]') as HTMLElement | null)?.dataset.key;
    return key ? this.rows.find((row) => row.key === key) : undefined;
  }

  render() {
    const { labels, stage } = this;
    const empty = stage === 'ready' && this.rows.length === 0;
    return html`
      <div role="status">
        ${this.offline ? html`<div class="offline">${icons.offline}<span>${labels.of('log.offline')}</span></div>` : nothing}
      </div>
      <div
        class="scroller"
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-busy=${stage === 'loading' || this.older === 'busy'}
        aria-label=${labels.of('log.label')}
        tabindex="0"
        @keydown=${this.keyed}
        @pointerover=${this.pointed}
        @pointerleave=${this.left}
        @pointerdown=${this.pressed}
        @pointerup=${this.released}
        @pointercancel=${this.released}
        @pointermove=${this.dragged}
        @contextmenu=${this.menuAsked}
        @focusin=${this.focused}
        @focusout=${this.blurred}
      >
        <div class="column">
          <div class="edge top"></div>
          ${this.older === 'idle' ? nothing : paging(labels, this.older === 'failed', () => this.loadOlder())}
          ${stage === 'loading' ? skeleton(labels) : nothing}
          ${stage === 'failed' ? failure(labels, () => this.reload()) : nothing} ${empty ? emptiness(labels) : nothing}
          <div class="list">
            ${repeat(
              this.rows,
              (row) => row.key,
              (row) => this.templates.of(row, {
                  active: this.activeKey === row.key,
                  marked: this.markedKey === row.key,
                  today: this.today,
                  seen: this.seenBy(row),
                  folded: this.isFolded(row),
                  quoteFolded: this.isQuoteFolded(row)
                })
            )}
          </div>
          ${this.newer === 'idle' ? nothing : paging(labels, this.newer === 'failed', () => this.loadNewer())}
          <div class="edge bottom"></div>
        </div>
      </div>
      <div class="float">
        <div role="status">
          ${this.toast ? html`<div class="toast">${this.toast}</div>` : nothing}
          ${this.undoable ? undoToast(labels, () => void this.undo()) : nothing}
        </div>
        ${this.trail.length > 0
          ? html`<button class="pill back" type="button" @click=${this.goBack}>${icons.back} ${labels.of('log.back')}</button>`
          : nothing}
        ${this.pill()}
      </div>
      <charla-row-menu></charla-row-menu>
      <charla-lightbox></charla-lightbox>
    `;
  }

  private pill() {
    const fresh = this.foreignAfter(this.seen);
    if (this.stage !== 'ready' || this.atEnd || (fresh <= 0 && !this.far && !this.window.hasNewer)) {
      return nothing;
    }
    return pill(this.labels, fresh, () => void this.toNewest());
  }

  /** Tells the view what the person wants of a message. */
  private ask(type: string, { id, seq }: Message): void {
    this.activeKey = undefined;
    this.dispatchEvent(new CustomEvent(type, { detail: { id, seq } }));
  }

  /** At once, for everybody; for a moment it can be brought back. */
  private async withdraw({ key, message }: MessageRow): Promise<void> {
    this.focusKey = key;
    if (await this.settle(this.$server?.remove(message.id))) {
      this.undoable = message;
      this.later('undo', UNDO, () => (this.undoable = undefined));
    }
  }

  private async undo(): Promise<void> {
    const message = this.undoable;
    this.undoable = undefined;
    if (message) {
      await this.settle(this.$server?.undoRemove(message.id));
    }
  }

  // --- what the person does with a message ---

  private async copy(text: string, done: string): Promise<void> {
    this.say(this.labels.of((await copy(text)) ? done : 'log.failed'));
  }

  /** Among the pictures and films of all messages that are loaded; one still on its way stands alone. */
  private show(media: ShownMedia): void {
    const there = this.window.messages.filter(({ deleted }) => !deleted).flatMap((message) => message.media ?? []);
    const visual = there.filter(isVisual);
    const box = this.renderRoot.querySelector<Lightbox>('charla-lightbox');
    const all = visual.some(({ id }) => id === media.id) ? visual : [{ ...media, id: media.id || (media.key ?? '') }];
    void box?.show(all, media, this.conversation?.media ?? '', this.labels);
  }

  private reply(message: Message): void {
    this.activeKey = undefined;
    emit('reply', { quote: quoteOf(message) });
  }

  private async pickReaction(row: MessageRow, event?: Event): Promise<void> {
    const near = (event?.currentTarget as Element | null) ?? this.rowElement(row.key);
    const emoji = near && (await pickEmoji(near.getBoundingClientRect(), this.labels.locale));
    if (emoji) {
      await this.toggle(row.message, emoji);
    }
  }

  /** Shows the reaction at once; what the server says of it comes after. */
  private async toggle({ id, reactions }: Message, emoji: string): Promise<void> {
    const on = !reactions?.some((reaction) => reaction.emoji === emoji && reaction.mine);
    this.pending.set(id, emoji, on);
    this.redraw();
    await this.settle(this.$server?.react(id, emoji, on));
    this.pending.settle(id, emoji);
    this.redraw();
  }

  private edit(row: MessageRow): void {
    this.activeKey = undefined;
    emit('edit', { message: row.message, save: (seen, text) => this.save(seen, text) });
  }

  private async save(seen: Message, text: string): Promise<Answer> {
    const answer = await withTimeout(TIMEOUT, this.$server?.edit(seen.id, text, seen.version));
    this.take(answer);
    return answer;
  }

  private editLast(): void {
    const last = this.rows.findLast((row): row is MessageRow => row.type === 'message' && mayChange(row));
    if (last) {
      this.edit(last);
    }
  }

  /** Shows what a change has come to. Says whether it was made. */
  private async settle(change: Promise<Answer> | undefined): Promise<boolean> {
    try {
      const answer = await withTimeout(TIMEOUT, change);
      this.take(answer);
      if (answer.status === 'refused') {
        this.say(answer.reason ?? this.labels.of('log.failed'));
      }
      return answer.status === 'saved';
    } catch {
      this.say(this.labels.of('log.failed'));
      return false;
    }
  }

  private take(answer: Answer): void {
    if (answer.message && this.window.update([answer.message])) {
      this.redraw();
    }
  }

  private say(text: string): void {
    this.toast = text;
    this.later('toast', 3000, () => (this.toast = ''));
  }

  // --- pointer and keyboard ---

  private pointed(event: PointerEvent): void {
    if (event.pointerType === 'mouse') {
      this.activate(event.target as Element);
    }
  }

  private left(event: PointerEvent): void {
    if (event.pointerType === 'mouse') {
      this.activeKey = this.rowOf((this.renderRoot as ShadowRoot).activeElement)?.key;
    }
  }

  private activate(element: Element): void {
    const row = this.rowOf(element);
    if (row) {
      this.activeKey = row.type === 'message' ? row.key : undefined;
    }
  }

  private pressed(event: PointerEvent): void {
    if (event.pointerType === 'mouse') {
      return;
    }
    const target = event.target as Element;
    if (!target.closest('.toolbar')) {
      this.activeKey = undefined;
      this.later('long press', LONG_PRESS, () => this.activate(target));
    }
  }

  private released(): void {
    this.cancel('long press');
  }

  private dragged(event: PointerEvent): void {
    if (Math.abs(event.movementX) + Math.abs(event.movementY) > 6) {
      this.cancel('long press');
    }
  }

  /** What the browser offers for links and marked text, its own menu offers better. */
  private menuAsked(event: PointerEvent): void {
    const row = this.rowOf(event.target as Element);
    const own = (event.target as Element).closest('a') || (getSelection()?.type === 'Range' && event.pointerType !== 'touch');
    if (own || event.shiftKey || row?.type !== 'message' || row.message.deleted) {
      return;
    }
    event.preventDefault();
    if (event.pointerType !== 'touch') {
      this.openMenu(row, event);
    }
  }

  private openMenu(row: MessageRow, event: Event): void {
    const { labels, deeds } = this;
    const box = (event.target as Element).getBoundingClientRect();
    const pointed = event instanceof MouseEvent && (event.clientX > 0 || event.clientY > 0);
    const at = pointed ? { x: event.clientX, y: event.clientY } : { x: box.left + 24, y: box.bottom };
    const menu = this.renderRoot.querySelector<RowMenu>('charla-row-menu');
    void menu?.open(rowMenu(row, labels, deeds, this.seenBy(row)), at, () => this.rowElement(row.key)?.focus({ preventScroll: true }));
  }

  private focused(event: FocusEvent): void {
    if ((event.target as Element).matches(':focus-visible')) {
      this.activate(event.target as Element);
    }
  }

  private blurred(event: FocusEvent): void {
    if (!this.renderRoot.contains(event.relatedTarget as Node | null)) {
      this.activeKey = undefined;
    }
  }

  private keyed(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const inRow = target.classList.contains('row') || target.classList.contains('system');
    if (event.key === 'Escape') {
      event.preventDefault();
      this.trail.length > 0 ? this.goBack() : emit('compose', undefined);
      return;
    }
    if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && this.undoable) {
      event.preventDefault();
      void this.undo();
      return;
    }
    if ((!inRow && target !== this.scroller) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const row = this.rowOf(target);
    if (row?.type === 'system' && event.key === 'Enter' && row.message.quote) {
      void this.follow(row.message);
    }
    if (this.keyedMove(event.key, inRow ? target : undefined) || (row?.type === 'message' && this.keyedAction(event.key, row))) {
      event.preventDefault();
    }
  }

  private keyedMove(key: string, from: HTMLElement | undefined): boolean {
    const all = [...this.list.querySelectorAll<HTMLElement>('.row, .system')];
    if (all.length === 0) {
      return false;
    }
    const start = from ?? this.anchor?.inSight().at(-1) ?? all[all.length - 1];
    if (!from && (key === 'ArrowUp' || key === 'ArrowDown')) {
      return this.step(start);
    }
    if (key === 'End') {
      void this.toNewest();
    }
    const to = rowAfterKey(key, all, start, this.scroller.clientHeight * 0.9);
    return to !== undefined && this.step(to);
  }

  private step(row: HTMLElement | undefined): boolean {
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  private keyedAction(key: string, row: MessageRow): boolean {
    const action = ACTIONS.find(({ keys, may }) => keys.includes(key) && may(row));
    if (action) {
      this.deeds[action.name](row);
    }
    return action !== undefined;
  }

  static styles = messageLogStyles;
}

customElements.define('charla-message-log', MessageLog);
