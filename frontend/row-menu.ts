import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { colours } from './colours';

export interface MenuItem {
  name: string;
  icon: TemplateResult;
  /** The key that does the same without the menu. */
  hint?: string;
  danger?: boolean;
  work(): void;
}

const MARGIN = 8;

/** What can be done with a message, as a menu: at the pointer, or at the foot of a small screen. */
export class RowMenu extends LitElement {
  static properties = { label: { state: true }, items: { state: true } };

  declare private label: string;
  declare private items: MenuItem[];
  private closed = () => {};

  constructor() {
    super();
    this.label = '';
    this.items = [];
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.popover = 'auto';
    this.setAttribute('role', 'menu');
    this.addEventListener('toggle', this.toggled);
    this.addEventListener('keydown', this.keyed);
  }

  /** Opens at a place of the window. Tells when it has closed without anything being chosen. */
  async open(label: string, items: MenuItem[], x: number, y: number, closed: () => void): Promise<void> {
    this.hidePopover();
    this.label = label;
    this.items = items;
    this.closed = closed;
    this.setAttribute('aria-label', label);
    await this.updateComplete;
    this.showPopover();
    const { offsetWidth: width, offsetHeight: height } = this;
    const left = Math.max(MARGIN, Math.min(x, innerWidth - width - MARGIN));
    const top = y + height + MARGIN < innerHeight ? y : Math.max(MARGIN, y - height);
    this.style.setProperty('--left', `${left}px`);
    this.style.setProperty('--top', `${top}px`);
    this.buttons[0]?.focus();
  }

  private get buttons(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  private readonly toggled = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed') {
      const closed = this.closed;
      this.closed = () => {};
      closed();
    }
  };

  private readonly keyed = (event: KeyboardEvent): void => {
    const { buttons } = this;
    const at = buttons.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Tab') {
      event.preventDefault();
      this.hidePopover();
    } else if (to !== undefined) {
      event.preventDefault();
      buttons.at(to % buttons.length)?.focus();
    }
    event.stopPropagation();
  };

  private choose(item: MenuItem): void {
    this.closed = () => {};
    this.hidePopover();
    item.work();
  }

  render() {
    return this.items.map(
      (item) => html`<button
        class=${item.danger ? 'danger' : ''}
        type="button"
        role="menuitem"
        aria-keyshortcuts=${item.hint ?? nothing}
        @click=${() => this.choose(item)}
      >
        ${item.icon}<span>${item.name}</span>${item.hint ? html`<kbd aria-hidden="true">${item.hint}</kbd>` : nothing}
      </button>`
    );
  }

  static styles = [
    colours,
    css`
      :host {
        position: fixed;
        inset: var(--top, 0) auto auto var(--left, 0);
        margin: 0;
        min-width: 220px;
        padding: 6px;
        color: var(--text);
        background: var(--surface);
        border: 1px solid var(--border);
        border-radius: var(--radius);
        box-shadow: 0 12px 36px rgb(20 22 40 / 24%);
      }

      button {
        display: flex;
        align-items: center;
        gap: 12px;
        width: 100%;
        min-height: 40px;
        padding: 0 12px;
        border-radius: 9px;
        text-align: start;
      }

      button:hover,
      button:focus-visible {
        background: var(--surface-2);
      }

      span {
        flex: 1;
      }

      svg {
        flex: none;
        width: 18px;
        height: 18px;
        color: var(--muted);
      }

      kbd {
        color: var(--muted);
        font: inherit;
        font-size: 0.75rem;
      }

      .danger,
      .danger svg {
        color: var(--danger);
      }

      @media (pointer: coarse) {
        :host {
          inset: auto 8px calc(8px + env(safe-area-inset-bottom, 0px));
          width: auto;
        }

        :host::backdrop {
          background: rgb(12 13 24 / 50%);
        }

        button {
          min-height: 48px;
        }

        kbd {
          display: none;
        }
      }
    `
  ];
}

customElements.define('charla-row-menu', RowMenu);
