import { LitElement, html } from 'lit';
import { tokens } from '../design/tokens.ts';
import { icons } from '../design/icons.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import { ACTIONS } from '../conversation/message-actions.ts';
import { shortcutHelpStyles } from './shortcut-help-styles.ts';

type Shortcut = [key: string, ...keys: string[]];

const CONTROL = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';
/** Keys that are shown by a label, not by a letter. */
const NAMED_KEYS = new Set(['Enter', 'Esc', 'Home', 'End', 'PageUp', 'PageDown', 'Shift', 'Delete']);

/** The shortcuts by section. Each is the key of its label and then its keys; those of a message come from its actions. */
const SECTIONS: [string, Shortcut[]][] = [
  [
    'keys.everywhere',
    [
      ['keys.find', `${CONTROL} K`],
      ['keys.readChat', 'Esc'],
      ['keys.readAll', 'Shift Esc'],
      ['keys.map', '?']
    ]
  ],
  [
    'keys.list',
    [
      ['keys.list.walk', '↑', '↓', 'Home', 'End'],
      ['keys.list.open', 'Enter']
    ]
  ],
  [
    'keys.composer',
    [
      ['keys.send', 'Enter'],
      ['keys.line', 'Shift Enter'],
      ['keys.last', '↑'],
      ['keys.emoji', ':'],
      ['keys.mention', '@'],
      ['keys.cancel', 'Esc']
    ]
  ],
  [
    'keys.messages',
    [
      ['keys.walk', '↑', '↓', 'PageUp', 'PageDown'],
      ['keys.ends', 'Home', 'End'],
      ...ACTIONS.filter(({ keys }) => keys.length > 0).map(({ name, keys }): Shortcut => [
        `log.action.${name}`,
        ...keys.map((key) => (key.length === 1 ? key.toUpperCase() : key))
      ]),
      ['keys.compose', 'Esc']
    ]
  ]
];

/** The dialog of all keyboard shortcuts, which opens on the question mark. See ShortcutHelp.java. */
export class ShortcutHelp extends LitElement {
  static properties = { labels: { state: true } };

  declare private labels: Labels;

  constructor() {
    super();
    this.labels = new Labels();
  }

  // --- called by the server ---

  setLabels(locale: string, texts: Texts): void {
    this.labels = new Labels(locale, texts);
  }

  open(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
  }

  // --- lifecycle ---

  connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.onKeydown);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.onKeydown);
  }

  /** In a text field, the question mark is just typed. */
  private readonly onKeydown = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0];
    const isTextField =
      target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
    if (event.key === '?' && !isTextField && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.open();
    }
  };

  private onClick({ target, currentTarget }: Event): void {
    if (target === currentTarget) {
      (currentTarget as HTMLDialogElement).close(); // a click on the backdrop
    }
  }

  private keys(keys: string[]) {
    return keys.map((key) => {
      const parts = key.split(' ').map((part) => (NAMED_KEYS.has(part) ? this.labels.of(`keys.name.${part}`) : part));
      return html`<kbd>${parts.join(' + ')}</kbd>`;
    });
  }

  render() {
    const { labels } = this;
    return html`<dialog aria-labelledby="title" @click=${this.onClick}>
      <div class="body">
        <header>
          <h2 id="title">${labels.of('keys.title')}</h2>
          <form method="dialog"><button aria-label=${labels.of('keys.close')} title=${labels.of('keys.close')}>${icons.close}</button></form>
        </header>
        <div class="sections" tabindex="0" role="group" aria-labelledby="title">
          ${SECTIONS.map(
            ([title, shortcuts]) => html`<section>
              <h3>${labels.of(title)}</h3>
              <dl>
                ${shortcuts.map(([text, ...keys]) => html`<div><dt>${labels.of(text)}</dt><dd>${this.keys(keys)}</dd></div>`)}
              </dl>
            </section>`
          )}
        </div>
      </div>
    </dialog>`;
  }

  static styles = [tokens, shortcutHelpStyles];
}

customElements.define('charla-shortcut-help', ShortcutHelp);
