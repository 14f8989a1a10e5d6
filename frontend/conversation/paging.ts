import { withTimeout } from '../platform/connection.ts';
import type { Message } from '../model/message.ts';
import type { ConversationContext } from './conversation-context.ts';
import { TIMEOUT, type FirstWindow } from './server.ts';
import type { Edge, ScrollTarget } from './viewport.ts';

type Loading = 'idle' | 'busy' | 'failed';

/** The state of loading at both ends of the window. */
export interface PagingState {
  older: Loading;
  newer: Loading;
}

/** The view in which the pages are shown. */
export interface PagingView {
  /** Whether the end is, and should stay, in sight; undefined before the first rendering. */
  readonly stuck: boolean | undefined;
  scrollTarget?: ScrollTarget;
  /** The first visible message that the server has. */
  readonly firstVisibleMessage: Message | undefined;
  scrollToEnd(): void;
}

export interface PagingListener {
  onStateChange(state: PagingState): void;
  /** Called with messages that were missing at the end and are loaded now. */
  onArrival(fresh: Message[]): void;
}

/** A seq beyond every message: the page before it is the newest one. */
const NEWEST = Number.MAX_SAFE_INTEGER;
/** Messages to keep loaded for a reader at the end: a busy chat renders them again all the time. */
const MAX_AT_END = 150;
/** Messages to load before the one being read, when the window is loaded anew around it. */
const BEFORE_READER = 25;

/** Loads pages of history into the window: older ones, newer ones, missing ones and the newest. */
export class Paging {
  state: PagingState = { older: 'idle', newer: 'idle' };

  private readonly context: ConversationContext;
  private readonly view: PagingView;
  private readonly listener: PagingListener;
  private filling = false;

  constructor(context: ConversationContext, view: PagingView, listener: PagingListener) {
    this.context = context;
    this.view = view;
    this.listener = listener;
  }

  clear(): void {
    this.setState({ older: 'idle', newer: 'idle' });
  }

  /** Loads the next page when an end of the window comes near the visible part. A failed page waits for a retry. */
  onEdge(edge: Edge): void {
    if (!this.context.ready()) {
      return;
    }
    if (edge === 'top' && this.state.older === 'idle') {
      void this.loadOlder();
    } else if (edge === 'bottom' && this.state.newer === 'idle' && !this.filling) {
      void this.loadNewer();
    }
  }

  retryFailed(): void {
    if (this.state.older === 'failed') {
      void this.loadOlder();
    }
    if (this.state.newer === 'failed') {
      void this.loadNewer();
    }
  }

  async loadOlder(): Promise<void> {
    const { window } = this.context;
    const { first } = window;
    if (this.state.older === 'busy' || !window.hasOlder || !first) {
      return;
    }
    this.setState({ older: 'busy' });
    try {
      const page = await this.ask(this.context.server()?.loadOlder(first.seq));
      if (page) {
        window.addOlder(page.messages, page.more);
        this.setState({ older: 'idle' });
        this.context.redraw();
      }
    } catch {
      this.setState({ older: 'failed' });
    }
  }

  async loadNewer(): Promise<void> {
    const { window } = this.context;
    const { last } = window;
    const { newer } = this.state;
    if (newer === 'busy' || !window.hasNewer || !last) {
      this.setState({ newer: newer === 'failed' ? 'idle' : newer });
      return;
    }
    this.setState({ newer: 'busy' });
    try {
      const page = await this.ask(this.context.server()?.loadNewer(last.seq));
      if (page) {
        window.addNewer(page.messages, page.more);
        this.setState({ newer: 'idle' });
        this.context.redraw();
      }
    } catch {
      this.setState({ newer: 'failed' });
    }
  }

  /** Loads the messages that are missing between the end of the window and the newest one. */
  async fill(): Promise<void> {
    if (this.filling) {
      return;
    }
    this.filling = true;
    const { window } = this.context;
    try {
      for (;;) {
        const page = await this.ask(this.context.server()?.loadNewer(window.last?.seq ?? -1));
        if (!page) {
          return;
        }
        this.listener.onArrival(window.addNewer(page.messages, false));
        this.context.redraw();
        if (!page.more) {
          return;
        }
        if (!this.view.stuck) {
          window.hasNewer = true;
          return;
        }
      }
    } catch {
      // The window now ends before the chat does; scrolling down, or the next wake-up, asks again.
      window.hasNewer = true;
      this.setState({ newer: 'failed' });
    } finally {
      this.filling = false;
    }
  }

  /** Drops messages far from the reader, so that the window does not grow without limit. */
  trim(): void {
    const { window } = this.context;
    const { stuck, scrollTarget } = this.view;
    if (stuck === false) {
      window.trim(this.view.firstVisibleMessage?.seq);
    } else if (scrollTarget === undefined || scrollTarget === 'end') {
      window.trim(undefined, MAX_AT_END);
    }
  }

  /** Keeps the messages being read when the server sends a first window that may not contain them. */
  async resetAroundReader(first: FirstWindow): Promise<void> {
    const { window } = this.context;
    const reading = this.view.firstVisibleMessage?.seq ?? first.lastSeq;
    try {
      const page = await withTimeout(TIMEOUT, this.context.server()?.loadNewer(Math.max(0, reading - BEFORE_READER)));
      window.reset(page.messages, true, page.more, first.lastSeq);
    } catch {
      window.reset(first.messages, first.hasOlder, first.hasNewer, first.lastSeq);
    }
    this.context.redraw();
  }

  /** Scrolls to the end of the conversation; loads the newest page where the window ends before it. */
  async goToEnd(): Promise<void> {
    const { window } = this.context;
    if (!window.hasNewer) {
      this.view.scrollToEnd();
      return;
    }
    const conversation = this.context.conversation();
    this.setState({ newer: 'busy' });
    try {
      const page = await withTimeout(TIMEOUT, this.context.server()?.loadOlder(NEWEST));
      if (conversation !== this.context.conversation()) {
        return;
      }
      window.reset(page.messages, page.more, false, window.lastSeq);
      this.setState({ newer: 'idle' });
    } catch {
      this.setState({ newer: 'idle' });
      this.context.notify(this.context.labels().of('log.failed'));
      return;
    }
    this.view.scrollTarget = 'end';
    this.context.redraw();
  }

  /** Brings the end of the conversation in sight with the next rendering. */
  showEnd(): void {
    if (this.context.window.hasNewer) {
      void this.goToEnd();
    } else {
      this.view.scrollTarget = 'end';
    }
  }

  /** Resolves to the answer; to undefined, also after a failure, if another conversation was opened meanwhile. */
  private async ask<T>(request: Promise<T> | undefined): Promise<T | undefined> {
    const conversation = this.context.conversation();
    const isOpen = () => conversation === this.context.conversation();
    try {
      const answer = await withTimeout(TIMEOUT, request);
      return isOpen() ? answer : undefined;
    } catch (failure) {
      if (isOpen()) {
        throw failure;
      }
      return undefined;
    }
  }

  private setState(change: Partial<PagingState>): void {
    const { older, newer } = this.state;
    this.state = { older, newer, ...change };
    if (this.state.older !== older || this.state.newer !== newer) {
      this.listener.onStateChange(this.state);
    }
  }
}
