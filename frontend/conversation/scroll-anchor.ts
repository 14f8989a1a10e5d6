/** How near to the end counts as being there, in pixels. */
const NEAR = 48;

/**
 * Keeps what is being read where it is on the screen while rows come and go around it, and keeps the end in sight for whom
 * reads the end. (The browsers' own scroll anchoring is not in all of them, and not for rows that are replaced.)
 */
export class ScrollAnchor {
  /** Whether the end is, and should stay, in sight. */
  stuck = true;

  private readonly scroller: HTMLElement;
  private readonly list: HTMLElement;
  private readonly moved: () => void;
  private readonly resizes: ResizeObserver;
  private held: { row: Element; top: number }[] = [];
  private lastTop = 0;

  constructor(scroller: HTMLElement, list: HTMLElement, moved: () => void) {
    this.scroller = scroller;
    this.list = list;
    this.moved = moved;
    this.resizes = new ResizeObserver(() => {
      this.restore();
      this.moved();
    });
    this.resizes.observe(scroller);
    this.resizes.observe(list);
    scroller.addEventListener('scroll', this.scrolled, { passive: true });
  }

  disconnect(): void {
    this.resizes.disconnect();
    this.scroller.removeEventListener('scroll', this.scrolled);
  }

  get distance(): number {
    return this.scroller.scrollHeight - this.scroller.clientHeight - this.scroller.scrollTop;
  }

  /** Remembers the rows in sight, unless it is known that nobody has scrolled since; to be called before rows change. */
  prepare(): void {
    if (this.movedByOthers() || !this.held.some(({ row }) => row.isConnected)) {
      this.hold();
    }
  }

  private movedByOthers(): boolean {
    return Math.abs(this.scroller.scrollTop - this.lastTop) >= 1;
  }

  private hold(): void {
    if (this.stuck) {
      this.held = [];
      return;
    }
    const top = this.scroller.getBoundingClientRect().top;
    this.held = this.inSight(8).map((row) => ({ row, top: row.getBoundingClientRect().top - top }));
  }

  /** Puts the remembered rows back in their place; to be called when rows have changed. */
  restore(): void {
    if (this.stuck) {
      this.toEnd();
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

  toEnd(): void {
    this.stuck = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.lastTop = this.scroller.scrollTop;
  }

  /** Shows a row at a share of the height: 0 at the top, 0.5 in the middle. */
  show(row: HTMLElement, share: number): void {
    const room = this.scroller.clientHeight - row.offsetHeight;
    this.scroller.scrollTop += row.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top - Math.max(room, 0) * share;
    this.lastTop = this.scroller.scrollTop;
    this.stuck = this.distance < NEAR;
    this.hold();
  }

  /** The messages in sight, from the first on, found without looking at all. Lines between messages do not count: they move. */
  inSight(most = Infinity): HTMLElement[] {
    const rows = this.list.children;
    const { top, bottom } = this.scroller.getBoundingClientRect();
    let at = this.firstBelow(top);
    const found: HTMLElement[] = [];
    for (; at < rows.length && found.length < most; at++) {
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

  private readonly scrolled = () => {
    const { scrollTop } = this.scroller;
    if (!this.movedByOthers()) {
      // Our own doing, give or take a rounding. Holding anew would add the roundings up to a drift.
      this.moved();
      return;
    }
    const near = this.distance < NEAR;
    // Growing content takes the end away from under the reader; only moving up means leaving it.
    this.stuck = near || (this.stuck && scrollTop >= this.lastTop);
    this.lastTop = scrollTop;
    this.hold();
    this.moved();
  };
}
