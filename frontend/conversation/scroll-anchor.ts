/** Pixels within which the scroll position counts as being at the end. */
const NEAR = 48;

/**
 * Scroll anchoring: keeps the rows being read at their position on the screen while rows around them change, and keeps the
 * end in sight for a reader at the end. (Not all browsers have scroll anchoring of their own, and none for replaced rows.)
 */
export class ScrollAnchor {
  /** Whether the end is, and should stay, in sight. */
  stuck = true;

  private readonly scroller: HTMLElement;
  private readonly list: HTMLElement;
  private readonly onMove: () => void;
  private readonly resizes: ResizeObserver;
  private held: { row: Element; top: number }[] = [];
  private lastTop = 0;

  constructor(scroller: HTMLElement, list: HTMLElement, onMove: () => void) {
    this.scroller = scroller;
    this.list = list;
    this.onMove = onMove;
    this.resizes = new ResizeObserver(() => {
      this.restore();
      this.onMove();
    });
    this.resizes.observe(scroller);
    this.resizes.observe(list);
    scroller.addEventListener('scroll', this.onScroll, { passive: true });
  }

  disconnect(): void {
    this.resizes.disconnect();
    this.scroller.removeEventListener('scroll', this.onScroll);
  }

  /** Pixels between the visible part and the end. */
  get distanceToEnd(): number {
    return this.scroller.scrollHeight - this.scroller.clientHeight - this.scroller.scrollTop;
  }

  /** Remembers the visible rows, unless nothing was scrolled since; to be called before rows change. */
  prepare(): void {
    if (this.scrolledByOthers() || !this.held.some(({ row }) => row.isConnected)) {
      this.hold();
    }
  }

  private scrolledByOthers(): boolean {
    return Math.abs(this.scroller.scrollTop - this.lastTop) >= 1;
  }

  private hold(): void {
    if (this.stuck) {
      this.held = [];
      return;
    }
    const top = this.scroller.getBoundingClientRect().top;
    this.held = this.visibleRows(8).map((row) => ({ row, top: row.getBoundingClientRect().top - top }));
  }

  /** Scrolls the remembered rows back to their position; to be called when rows have changed. */
  restore(): void {
    if (this.stuck) {
      this.scrollToEnd();
      return;
    }
    const anchor = this.held.find(({ row }) => row.isConnected);
    if (anchor) {
      const top = anchor.row.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
      if (Math.abs(top - anchor.top) >= 0.5) {
        this.scroller.scrollTop += top - anchor.top;
        this.lastTop = this.scroller.scrollTop;
      }
    } else {
      this.hold();
    }
  }

  scrollToEnd(): void {
    this.stuck = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.lastTop = this.scroller.scrollTop;
  }

  /** Scrolls a row to a share of the visible height: 0 at the top, 0.5 in the middle. */
  scrollTo(row: HTMLElement, share: number): void {
    const room = this.scroller.clientHeight - row.offsetHeight;
    this.scroller.scrollTop +=
      row.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top - Math.max(room, 0) * share;
    this.lastTop = this.scroller.scrollTop;
    this.stuck = this.distanceToEnd < NEAR;
    this.hold();
  }

  /**
   * Returns the visible messages from the first on, found by binary search. Day and unread lines do not count: they move.
   */
  visibleRows(max = Infinity): HTMLElement[] {
    const rows = this.list.children;
    const { top, bottom } = this.scroller.getBoundingClientRect();
    let at = this.firstBelow(top);
    const found: HTMLElement[] = [];
    for (; at < rows.length && found.length < max; at++) {
      const row = rows[at] as HTMLElement;
      if (row.getBoundingClientRect().top >= bottom) {
        break;
      }
      if (row.hasAttribute('tabindex')) {
        found.push(row);
      }
    }
    return found;
  }

  private firstBelow(top: number): number {
    const rows = this.list.children;
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle].getBoundingClientRect().bottom <= top) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private readonly onScroll = () => {
    const { scrollTop } = this.scroller;
    if (!this.scrolledByOthers()) {
      // Scrolled by this class, give or take a rounding. Holding anew would add the roundings up to a drift.
      this.onMove();
      return;
    }
    const near = this.distanceToEnd < NEAR;
    // Growing content moves the end away from the reader; only scrolling up means leaving it.
    this.stuck = near || (this.stuck && scrollTop >= this.lastTop);
    this.lastTop = scrollTop;
    this.hold();
    this.onMove();
  };
}
