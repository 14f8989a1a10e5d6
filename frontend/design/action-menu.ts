import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { actionMenuStyles } from './action-menu-styles.ts';
import { tokens } from './tokens.ts';

/** An action of a menu. */
export interface MenuItem {
  name: string;
  icon: TemplateResult;
  /** The key that triggers the action without the menu. */
  hint?: string;
  danger: boolean;
  run(): void;
}

interface MenuEmoji {
  emoji: string;
  name: string;
  run(): void;
}

/** The content of an action menu. */
export interface MenuContent {
  label: string;
  /** Emoji to react with in one press. */
  quick: MenuEmoji[];
  items: MenuItem[];
  /** Lines of text below the actions. */
  notes: string[];
}

const MARGIN = 8;

const coarsePointer = () => matchMedia('(pointer: coarse)').matches;

/** An action menu: at the pointer, or a sheet at the bottom of a touch screen. */
export class ActionMenu extends LitElement {
  static properties = { content: { state: true } };

  declare private content?: MenuContent;
  private dismissed = () => {};

  connectedCallback(): void {
    super.connectedCallback();
    this.popover = 'auto';
    this.setAttribute('role', 'menu');
    this.addEventListener('toggle', this.onToggle);
    this.addEventListener('keydown', this.onKeydown);
    this.addEventListener('click', this.onClick);
  }

  /** Opens at a position of the viewport, in pixels. `dismissed` is called when it closes without a choice. */
  async open(content: MenuContent, at: { x: number; y: number }, dismissed: () => void): Promise<void> {
    // A sheet opens while the finger is down: an auto popover would be dismissed when it is lifted.
    await this.fill(content, dismissed, coarsePointer());
    if (!coarsePointer()) {
      this.place(at);
    }
    this.buttons[0]?.focus({ preventScroll: true });
  }

  private async fill(content: MenuContent, dismissed: () => void, sheet: boolean): Promise<void> {
    this.hidePopover();
    this.popover = sheet ? 'manual' : 'auto';
    this.toggleAttribute('sheet', sheet);
    this.content = content;
    this.dismissed = dismissed;
    this.setAttribute('aria-label', content.label);
    await this.updateComplete;
    this.showPopover();
    this.renderRoot.querySelector('.panel')!.scrollTop = 0;
  }

  private place({ x, y }: { x: number; y: number }): void {
    const { offsetWidth: width, offsetHeight: height } = this;
    const left = Math.max(MARGIN, Math.min(x, innerWidth - width - MARGIN));
    const top = y + height + MARGIN < innerHeight ? y : Math.max(MARGIN, y - height);
    this.style.setProperty('--left', `${left}px`);
    this.style.setProperty('--top', `${top}px`);
  }

  private get buttons(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  private readonly onToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed') {
      const { dismissed } = this;
      this.dismissed = () => {};
      dismissed();
    }
  };

  /** Closes the sheet where its backdrop is touched. */
  private readonly onClick = (event: Event): void => {
    if (event.composedPath()[0] === this) {
      this.hidePopover();
    }
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    const { buttons } = this;
    const at = buttons.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const to = step === undefined ? { Home: 0, End: buttons.length - 1 }[event.key] : at + step;
    if (event.key === 'Tab' || event.key === 'Escape') {
      event.preventDefault();
      this.hidePopover();
    } else if (to !== undefined) {
      event.preventDefault();
      buttons.at(to % buttons.length)?.focus();
    }
    event.stopPropagation();
  };

  private choose(run: () => void): void {
    this.dismissed = () => {};
    this.hidePopover();
    run();
  }

  render() {
    const { quick = [], items = [], notes = [] } = this.content ?? {};
    return html`<div class="panel">
      ${
        quick.length > 0
          ? html`<div class="row" role="group">
            ${quick.map(
              ({ emoji, name, run }) => html`<button
                class="emoji"
                type="button"
                role="menuitem"
                aria-label=${name}
                @click=${() => this.choose(run)}
              >
                ${emoji}
              </button>`
            )}
          </div>`
          : nothing
      }
      ${items.map(
        ({ name, icon, hint, danger, run }) => html`<button
          class=${danger ? 'danger' : ''}
          type="button"
          role="menuitem"
          aria-keyshortcuts=${hint ?? nothing}
          @click=${() => this.choose(run)}
        >
          ${icon}<span>${name}</span>${hint ? html`<kbd aria-hidden="true">${hint}</kbd>` : nothing}
        </button>`
      )}
      ${notes.map((line) => html`<p>${line}</p>`)}
    </div>`;
  }

  static styles = [tokens, actionMenuStyles];
}

customElements.define('charla-action-menu', ActionMenu);
