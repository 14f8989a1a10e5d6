import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { tokens } from '../design/tokens.ts';
import { QUICK_REACTIONS } from '../emoji/emoji.ts';
import type { Labels } from '../platform/labels.ts';
import type { MessageRow } from './rows.ts';
import { who } from './reactions.ts';
import { ACTIONS, stored } from './message-actions.ts';
import { messageMenuStyles } from './message-menu-styles.ts';
import type { RowDeeds } from './message-row.ts';
import type { SeenBy } from './read-receipts.ts';

interface MenuItem {
  name: string;
  icon: TemplateResult;
  /** The key that does the same without the menu. */
  hint?: string;
  danger: boolean;
  work(): void;
}

interface MenuEmoji {
  emoji: string;
  name: string;
  work(): void;
}

/** What the menu of one message holds. */
export interface MenuContent {
  label: string;
  /** With which one reacts in one press. */
  quick: MenuEmoji[];
  items: MenuItem[];
  /** Who reacted with what, also for whoever cannot point at it. */
  told: string[];
}

/** Everything that can be done with a message, and who has seen it. */
export function rowMenu(row: MessageRow, labels: Labels, deeds: RowDeeds, seen?: SeenBy): MenuContent {
  const quick = stored(row) ? QUICK_REACTIONS : [];
  return {
    label: labels.of('log.actions'),
    quick: quick.map((emoji) => ({
      emoji,
      name: labels.of('log.action.reactWith', emoji),
      work: () => deeds.toggle(row, emoji)
    })),
    items: ACTIONS.filter((action) => action.may(row)).map(({ name, icon, keys }) => ({
      name: labels.of(`log.action.${name}`),
      icon,
      hint: keys[0]?.slice(0, 3).toUpperCase(),
      danger: name === 'delete',
      work: () => deeds[name](row)
    })),
    told: [
      ...(row.message.reactions ?? []).map((reaction) => `${reaction.emoji} ${who(reaction, labels)}`),
      ...(seen ? [seen.names] : [])
    ]
  };
}

const MARGIN = 8;

/** What can be done with a message, as a menu: at the pointer, or at the foot of a small screen. */
export class RowMenu extends LitElement {
  static properties = { content: { state: true } };

  declare private content?: MenuContent;
  private closed = () => {};

  connectedCallback(): void {
    super.connectedCallback();
    this.popover = 'auto';
    this.setAttribute('role', 'menu');
    this.addEventListener('toggle', this.toggled);
    this.addEventListener('keydown', this.keyed);
  }

  /** Opens at a place of the window. Tells when it has closed without anything being chosen. */
  async open(content: MenuContent, { x, y }: { x: number; y: number }, closed: () => void): Promise<void> {
    this.hidePopover();
    this.content = content;
    this.closed = closed;
    this.setAttribute('aria-label', content.label);
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
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const to = step === undefined ? { Home: 0, End: buttons.length - 1 }[event.key] : at + step;
    if (event.key === 'Tab') {
      event.preventDefault();
      this.hidePopover();
    } else if (to !== undefined) {
      event.preventDefault();
      buttons.at(to % buttons.length)?.focus();
    }
    event.stopPropagation();
  };

  private choose(work: () => void): void {
    this.closed = () => {};
    this.hidePopover();
    work();
  }

  render() {
    const { quick = [], items = [], told = [] } = this.content ?? {};
    return html`${quick.length > 0
        ? html`<div class="row" role="group">
            ${quick.map(
              ({ emoji, name, work }) => html`<button
                class="emoji"
                type="button"
                role="menuitem"
                aria-label=${name}
                @click=${() => this.choose(work)}
              >
                ${emoji}
              </button>`
            )}
          </div>`
        : nothing}
      ${items.map(
        ({ name, icon, hint, danger, work }) => html`<button
          class=${danger ? 'danger' : ''}
          type="button"
          role="menuitem"
          aria-keyshortcuts=${hint ?? nothing}
          @click=${() => this.choose(work)}
        >
          ${icon}<span>${name}</span>${hint ? html`<kbd aria-hidden="true">${hint}</kbd>` : nothing}
        </button>`
      )}
      ${told.map((line) => html`<p>${line}</p>`)}`;
  }

  static styles = [tokens, messageMenuStyles];
}

customElements.define('charla-row-menu', RowMenu);
