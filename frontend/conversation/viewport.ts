import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Message } from '../model/message.ts';
import type { Row } from './rows.ts';
import { ScrollAnchor } from './scroll-anchor.ts';

/** The scroll position to take after the next rendering: a message by its seq, the end, or the unread line. */
export type ScrollTarget = number | 'end' | 'unread';

/** An end of the list. */
export type Edge = 'top' | 'bottom';

/** The element whose shadow root holds the scroller, the list in it, and an edge at either end of the list. */
interface ViewportHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly hasUpdated: boolean;
}

export interface ViewportListener {
  /** Called after every scroll and resize. */
  onScroll(): void;
  /** Called when an edge comes near the visible part. */
  onEdge(edge: Edge): void;
}

/** Distance from the visible part at which an edge counts as near. */
const EDGE_MARGIN = '900px 0px';

/** The visible part of the conversation: its scroll position, its rows and their elements. */
export class Viewport implements ReactiveController {
  scrollTarget?: ScrollTarget;
  /** The row that is highlighted after a jump to it. */
  markedKey?: string;

  private readonly host: ViewportHost;
  private readonly rows: () => Row[];
  private readonly listener: ViewportListener;
  private anchor?: ScrollAnchor;
  private edges?: IntersectionObserver;
  private focusKey?: string;

  constructor(host: ViewportHost, rows: () => Row[], listener: ViewportListener) {
    this.host = host;
    this.rows = rows;
    this.listener = listener;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.host.hasUpdated) {
      this.observe();
    }
  }

  hostUpdated(): void {
    if (!this.anchor) {
      this.observe();
    }
  }

  hostDisconnected(): void {
    this.anchor?.disconnect();
    this.edges?.disconnect();
  }

  private observe(): void {
    this.anchor = new ScrollAnchor(this.scroller, this.list, () => this.listener.onScroll());
    this.edges = new IntersectionObserver((entries) => this.onIntersection(entries), {
      root: this.scroller,
      rootMargin: EDGE_MARGIN
    });
    this.watchEdges();
  }

  private onIntersection(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        this.listener.onEdge(target.classList.contains('top') ? 'top' : 'bottom');
      }
    }
  }

  /** Observes the edges anew: that reports an edge that is near again, also when it never left. */
  watchEdges(): void {
    this.host.renderRoot.querySelectorAll('.edge').forEach((edge) => {
      this.edges?.unobserve(edge);
      this.edges?.observe(edge);
    });
  }

  get scroller(): HTMLElement {
    return this.host.renderRoot.querySelector<HTMLElement>('.scroller')!;
  }

  private get list(): HTMLElement {
    return this.host.renderRoot.querySelector<HTMLElement>('.list')!;
  }

  /** The visible height, in pixels; 0 where the conversation is hidden. */
  get height(): number {
    return this.scroller.clientHeight;
  }

  /** Whether the end of the list is, and should stay, in sight; undefined before the first rendering. */
  get stuck(): boolean | undefined {
    return this.anchor?.stuck;
  }

  /** Pixels between the visible part and the end of the list. */
  get distanceToEnd(): number {
    return this.anchor?.distanceToEnd ?? 0;
  }

  /** Remembers the scroll position; to be called before the rows change. */
  prepare(): void {
    this.anchor?.prepare();
  }

  /** Takes the scroll position that was asked for, or keeps the one it had; to be called when the rows have changed. */
  applyScrollTarget(): void {
    const { scrollTarget: target, anchor } = this;
    this.scrollTarget = undefined;
    if (target === undefined || !anchor) {
      anchor?.restore();
    } else if (target === 'end') {
      anchor.scrollToEnd();
    } else if (target === 'unread') {
      const line = this.rowElement('unread');
      line ? anchor.scrollTo(line, 0.2) : anchor.scrollToEnd();
    } else {
      const found = this.rows().find((row) => 'message' in row && row.message.seq === target);
      const row = found && this.rowElement(found.key);
      row ? anchor.scrollTo(row, 0.5) : anchor.scrollToEnd();
      this.mark(found?.key);
    }
  }

  /** Scrolls to the message at seq with the next update, marks its row and gives it the focus; resolves after that. */
  async showMessage(seq: number): Promise<void> {
    this.scrollTarget = seq;
    this.mark(undefined);
    await this.host.updateComplete;
    this.rowElement(this.markedKey ?? '')?.focus({ preventScroll: true });
  }

  private mark(key: string | undefined): void {
    if (key !== this.markedKey) {
      this.markedKey = key;
      this.host.requestUpdate();
    }
  }

  /** Scrolls to the end of the list: smoothly, unless it is far away or the person prefers less motion. */
  scrollToEnd(): void {
    const { scroller, anchor } = this;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (calm || !anchor || anchor.distanceToEnd > 3 * scroller.clientHeight) {
      anchor?.scrollToEnd();
      this.listener.onScroll();
    } else {
      scroller.scrollTo({ top: scroller.scrollHeight, behavior: 'smooth' });
    }
  }

  /** Gives a row the focus after the next rendering, which may replace its element. */
  focusAfterUpdate(key: string): void {
    this.focusKey = key;
  }

  /** Gives the focus to the row that is waiting for it; to be called when the rows have changed. */
  restoreFocus(): void {
    if (this.focusKey) {
      this.rowElement(this.focusKey)?.focus();
      this.focusKey = undefined;
    }
  }

  rowElement(key: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  }

  /** The elements of all messages and system messages, in order. */
  get rowElements(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('.row, .system')];
  }

  /** The elements of the visible messages and system messages, in order. */
  get visibleRows(): HTMLElement[] {
    return this.anchor?.visibleRows() ?? [];
  }

  /** Returns the row in which an element is. */
  rowOf(element: Element | null | undefined): Row | undefined {
    const key = (element?.closest('[data-key]') as HTMLElement | null)?.dataset.key;
    return key ? this.rows().find((row) => row.key === key) : undefined;
  }

  /** The seq of the last message of which the end is in sight; 0 where there is none. */
  get lastVisibleSeq(): number {
    const bottom = this.scroller.getBoundingClientRect().bottom;
    const rows = this.visibleRows.filter((each) => each.getBoundingClientRect().bottom <= bottom + 1);
    const row = this.rowOf(rows.at(-1));
    return row && 'message' in row && row.message.id > 0 ? row.message.seq : 0;
  }

  /** The first visible message, but for echoes. */
  get firstVisibleMessage(): Message | undefined {
    for (const element of this.anchor?.visibleRows(8) ?? []) {
      const row = this.rowOf(element);
      if (row && 'message' in row && row.message.id > 0) {
        return row.message;
      }
    }
    return undefined;
  }
}
