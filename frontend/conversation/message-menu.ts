import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { tokens } from '../design/tokens.ts';
import { QUICK_REACTIONS } from '../emoji/emoji.ts';
import type { Labels } from '../platform/labels.ts';
import type { MessageRow } from './rows.ts';
import { reactorNames } from './reactions.ts';
import { ACTIONS, isStored, type RowActions } from './message-actions.ts';
import { messageMenuStyles } from './message-menu-styles.ts';
import type { SeenBy } from './read-receipts.ts';

interface MenuItem {
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

/** The content of the menu of one message. */
export interface MenuContent {
  label: string;
  /** Emoji to react with in one press. */
  quick: MenuEmoji[];
  items: MenuItem[];
  /** Lines of text: the reactions with names, for those who cannot hover over them, and the readers. */
  notes: string[];
}

/** Returns the menu of a message: all actions that are allowed, the reactions and the readers. */
export function menuContent(row: MessageRow, labels: Labels, actions: RowActions, seenBy?: SeenBy): MenuContent {
  const quick = isStored(row) ? QUICK_REACTIONS : [];
  return {
    label: labels.of('log.actions'),
    quick: quick.map((emoji) => ({
      emoji,
      name: labels.of('log.action.reactWith', emoji),
      run: () => actions.toggle(row, emoji)
    })),
    items: ACTIONS.filter((action) => action.allowed(row)).map(({ name, icon, keys }) => ({
      name: labels.of(`log.action.${name}`),
      icon,
      hint: keys[0]?.slice(0, 3).toUpperCase(),
      danger: name === 'delete',
      run: () => actions[name](row)
    })),
    notes: [
      ...(row.message.reactions ?? []).map((reaction) => `${reaction.emoji} ${reactorNames(reaction, labels)}`),
      ...(seenBy ? [seenBy.names] : [])
    ]
  };
}

const MARGIN = 8;

/** The menu of a message: at the pointer, or at the bottom of a touch screen. */
export class MessageMenu extends LitElement {
  static properties = { content: { state: true } };

  declare private content?: MenuContent;
  private dismissed = () => {};

  connectedCallback(): void {
    super.connectedCallback();
    this.popover = 'auto';
    this.setAttribute('role', 'menu');
    this.addEventListener('toggle', this.onToggle);
    this.addEventListener('keydown', this.onKeydown);
  }

  /** Opens at a position of the viewport, in pixels. `dismissed` is called when it closes without a choice. */
  async open(content: MenuContent, { x, y }: { x: number; y: number }, dismissed: () => void): Promise<void> {
    this.hidePopover();
    this.content = content;
    this.dismissed = dismissed;
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

  private readonly onToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed') {
      const { dismissed } = this;
      this.dismissed = () => {};
      dismissed();
    }
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
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

  private choose(run: () => void): void {
    this.dismissed = () => {};
    this.hidePopover();
    run();
  }

  render() {
    const { quick = [], items = [], notes = [] } = this.content ?? {};
    return html`${
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
      ${notes.map((line) => html`<p>${line}</p>`)}`;
  }

  static styles = [tokens, messageMenuStyles];
}

customElements.define('charla-message-menu', MessageMenu);
