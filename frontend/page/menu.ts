/** Pixels between the menu and its button, and between the menu and the edge of the window. */
const GAP = 6;
const MARGIN = 8;

/**
 * A popover menu. The browser opens and closes it by its button; this positions it beside the button and handles the
 * keyboard. See Menu.java.
 */
class Menu extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('toggle', this.onToggle);
    this.addEventListener('keydown', this.onKeydown);
    this.addEventListener('click', this.onClick);
  }

  /** The button that opens this menu. */
  private get invoker(): HTMLElement | null {
    return document.querySelector(`[popovertarget="${this.id}"]`);
  }

  private get items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  private readonly onToggle = (event: Event): void => {
    const open = (event as ToggleEvent).newState === 'open';
    this.invoker?.setAttribute('aria-expanded', `${open}`);
    if (open) {
      this.position();
      this.items[0]?.focus();
    }
  };

  /** Below the button where there is room, otherwise where there is more; within the window, and never over the button. */
  private position(): void {
    this.style.maxHeight = '';
    const button = this.invoker?.getBoundingClientRect() ?? new DOMRect();
    const { offsetWidth: width, offsetHeight: height } = this;
    const roomBelow = innerHeight - button.bottom - GAP - MARGIN;
    const roomAbove = button.top - GAP - MARGIN;
    const isBelow = height <= roomBelow || roomBelow >= roomAbove;
    const shown = Math.min(height, Math.max(isBelow ? roomBelow : roomAbove, 0));
    const top = isBelow ? button.bottom + GAP : button.top - GAP - shown;
    const left = button.left + width < innerWidth - MARGIN ? button.left : button.right - width;
    this.style.maxHeight = `${shown}px`;
    this.style.inset = `${top}px auto auto ${Math.max(MARGIN, left)}px`;
  }

  private readonly onKeydown = (event: KeyboardEvent): void => {
    const items = this.items;
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Tab') {
      this.hidePopover();
    } else if (to !== undefined) {
      event.preventDefault();
      items.at(to % items.length)?.focus();
    }
  };

  private readonly onClick = (): void => this.hidePopover();
}

customElements.define('charla-menu', Menu);
