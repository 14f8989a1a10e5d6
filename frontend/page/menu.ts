/**
 * A menu that a button opens, above everything else on the page. The browser opens and closes it (popover); this places it
 * beside its button and moves through it with the keyboard. The contract is in Menu.java.
 */
class Menu extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('toggle', this.toggled);
    this.addEventListener('keydown', this.pressed);
    this.addEventListener('click', this.chosen);
  }

  private get invoker(): HTMLElement | null {
    return document.querySelector(`[popovertarget="${this.id}"]`);
  }

  private get items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  private readonly toggled = (event: Event): void => {
    const open = (event as ToggleEvent).newState === 'open';
    this.invoker?.setAttribute('aria-expanded', `${open}`);
    if (open) {
      this.place();
      this.items[0]?.focus();
    }
  };

  /** Under the button where there is room, else above it; within the window in any case. */
  private place(): void {
    const button = this.invoker?.getBoundingClientRect() ?? new DOMRect();
    const { offsetWidth: width, offsetHeight: height } = this;
    const below = button.bottom + 6;
    const top = below + height < innerHeight ? below : button.top - 6 - height;
    const left = button.left + width < innerWidth - 8 ? button.left : button.right - width;
    this.style.inset = `${Math.max(8, top)}px auto auto ${Math.max(8, left)}px`;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
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

  private readonly chosen = (): void => this.hidePopover();
}

customElements.define('charla-menu', Menu);
