import { LitElement, css, html } from 'lit';
import { colours } from '../design/tokens.ts';
import { icons } from '../design/icons.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import { ACTIONS } from '../conversation/message-actions.ts';

type Shortcut = [key: string, ...keys: string[]];

const CONTROL = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';
/** Keys that have a name rather than a letter. */
const NAMED = new Set(['Enter', 'Esc', 'Home', 'End', 'PageUp', 'PageDown', 'Shift', 'Delete']);

/** What there is, by where it works: the key of its text, then the keys; of a message what its row knows. */
const SECTIONS: [string, Shortcut[]][] = [
  ['keys.everywhere', [['keys.find', `${CONTROL} K`], ['keys.readAll', 'Esc'], ['keys.map', '?']]],
  ['keys.list', [['keys.list.walk', '↑', '↓', 'Home', 'End'], ['keys.list.open', 'Enter']]],
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
      ...ACTIONS.filter(({ keys }) => keys.length > 0).map(
        ({ name, keys }): Shortcut => [`log.action.${name}`, ...keys.map((key) => (key.length === 1 ? key.toUpperCase() : key))]
      ),
      ['keys.compose', 'Esc']
    ]
  ]
];

/** All shortcuts there are, on the question mark; the contract is in KeyMap.java. */
export class KeyMap extends LitElement {
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

  // --- life ---

  connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.keyed);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.keyed);
  }

  /** Where one writes, a question mark is one. */
  private readonly keyed = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0];
    const writes = target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
    if (event.key === '?' && !writes && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.open();
    }
  };

  private clicked({ target, currentTarget }: Event): void {
    if (target === currentTarget) {
      (currentTarget as HTMLDialogElement).close(); // beside it
    }
  }

  private keys(keys: string[]) {
    return keys.map((key) => {
      const parts = key.split(' ').map((part) => (NAMED.has(part) ? this.labels.of(`keys.name.${part}`) : part));
      return html`<kbd>${parts.join(' + ')}</kbd>`;
    });
  }

  render() {
    const { labels } = this;
    return html`<dialog aria-labelledby="title" @click=${this.clicked}>
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

  static styles = [
    colours,
    css`
      dialog {
        width: min(760px, calc(100vw - 32px));
        max-height: calc(100dvh - 48px);
        padding: 0;
        overflow: hidden;
        color: var(--text);
        background: var(--surface);
        border: 1px solid var(--border);
        border-radius: 18px;
        box-shadow: 0 24px 64px rgb(20 22 40 / 30%);
      }

      dialog::backdrop {
        background: rgb(12 13 24 / 50%);
      }

      .body {
        display: flex;
        flex-direction: column;
        max-height: calc(100dvh - 50px);
      }

      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 14px 12px 6px 24px;
      }

      h2,
      h3,
      dl,
      dd {
        margin: 0;
      }

      h2 {
        font-size: 1.125rem;
      }

      h3 {
        margin-bottom: 6px;
        color: var(--muted);
        font-size: 0.75rem;
        letter-spacing: 0.05em;
        text-transform: uppercase;
      }

      header button {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        color: var(--muted);
        border-radius: 12px;
      }

      .sections {
        columns: 2 280px;
        column-gap: 40px;
        padding: 8px 24px 24px;
        overflow-y: auto;
      }

      section {
        padding-bottom: 18px;
        break-inside: avoid;
      }

      dl > div {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 16px;
        min-height: 32px;
        font-size: 0.875rem;
      }

      dd {
        display: flex;
        flex: none;
        gap: 4px;
      }

      kbd {
        min-width: 24px;
        padding: 1px 7px;
        color: var(--muted);
        background: var(--surface-2);
        border: 1px solid var(--border);
        border-radius: 7px;
        font: inherit;
        font-size: 0.8125rem;
        text-align: center;
        white-space: nowrap;
      }
    `
  ];
}

customElements.define('charla-key-map', KeyMap);
