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

  /** Below the button where there is room, otherwise above it; always within the window. */
  private position(): void {
    const button = this.invoker?.getBoundingClientRect() ?? new DOMRect();
    const { offsetWidth: width, offsetHeight: height } = this;
    const below = button.bottom + 6;
    const top = below + height < innerHeight ? below : button.top - 6 - height;
    const left = button.left + width < innerWidth - 8 ? button.left : button.right - width;
    this.style.inset = `${Math.max(8, top)}px auto auto ${Math.max(8, left)}px`;
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
