import { LitElement, css, html } from 'lit';
import Database from 'emoji-picker-element/database.js';
import english from 'emoji-picker-element/i18n/en.js';
import spanish from 'emoji-picker-element/i18n/es.js';
import Picker from 'emoji-picker-element/picker.js';
import englishData from 'emoji-picker-element-data/en/cldr/data.json?url';
import spanishData from 'emoji-picker-element-data/es/cldr/data.json?url';
import { colours } from '../design/tokens.ts';

const MARGIN = 8;

export interface FoundEmoji {
  emoji: string;
  name: string;
}

function settings(locale: string) {
  const own = locale.startsWith('es');
  return { locale: own ? 'es' : 'en', dataSource: own ? spanishData : englishData, i18n: own ? spanish : english };
}

const databases = new Map<string, Database>();

function database(locale: string): Database {
  const { locale: language, dataSource } = settings(locale);
  const known = databases.get(language) ?? new Database({ locale: language, dataSource });
  databases.set(language, known);
  return known;
}

/** Emoji by the beginnings of their names, in the skin tone the person has chosen. */
export async function search(words: string, locale: string, most: number): Promise<FoundEmoji[]> {
  const wanted = words.replaceAll('_', ' ').toLowerCase();
  const known = database(locale);
  const tone = await known.getPreferredSkinTone();
  const found = (await known.getEmojiBySearchQuery(wanted)).filter((each) => 'unicode' in each);
  // What is called so comes before what only has to do with it.
  const named = found.filter(({ annotation }) => annotation.startsWith(wanted));
  return [...new Set([...named, ...found])].slice(0, most).map(({ annotation, unicode, skins }) => {
    const skin = skins?.find((one) => one.tone === tone);
    return { emoji: skin?.unicode ?? unicode, name: annotation };
  });
}

let shown: EmojiPanel | undefined;

/** The panel of a language; there is one in the page at a time. */
export function panel(locale: string): EmojiPanel {
  if (shown?.locale !== locale) {
    shown?.remove();
    shown = new EmojiPanel(locale);
    document.body.append(shown);
  }
  return shown;
}

/** All emoji, with a search, those used most, and skin tones; beside what asks for them, or at the foot of a small screen. */
export class EmojiPanel extends LitElement {
  readonly locale: string;
  private readonly picker: Picker;
  private answer: (emoji?: string) => void = () => {};

  constructor(locale: string) {
    super();
    this.locale = locale;
    this.picker = new Picker(settings(locale));
    this.picker.addEventListener('emoji-click', (event) => this.close(event.detail.unicode));
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.popover = 'auto';
    this.addEventListener('toggle', this.toggled);
  }

  async ask(near: DOMRect): Promise<string | undefined> {
    this.close();
    await this.updateComplete;
    this.showPopover();
    const { offsetWidth: width, offsetHeight: height } = this;
    const left = Math.max(MARGIN, Math.min(near.right - width, innerWidth - width - MARGIN));
    const above = near.top - height - MARGIN;
    const top = above > 0 ? above : Math.min(near.bottom + MARGIN, innerHeight - height - MARGIN);
    this.style.setProperty('--left', `${left}px`);
    this.style.setProperty('--top', `${Math.max(MARGIN, top)}px`);
    if (!matchMedia('(pointer: coarse)').matches) {
      this.picker.shadowRoot?.querySelector<HTMLElement>('input')?.focus();
    }
    return new Promise((resolve) => (this.answer = resolve));
  }

  private close(emoji?: string): void {
    const { answer } = this;
    this.answer = () => {};
    this.hidePopover();
    answer(emoji);
  }

  private readonly toggled = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed') {
      this.close();
    }
  };

  render() {
    return html`${this.picker}`;
  }

  static styles = [
    colours,
    css`
      :host {
        position: fixed;
        inset: var(--top, 0) auto auto var(--left, 0);
        margin: 0;
        padding: 0;
        overflow: hidden;
        background: var(--surface);
        border: 1px solid var(--border);
        border-radius: var(--radius);
        box-shadow: 0 12px 36px rgb(20 22 40 / 24%);
      }

      emoji-picker {
        --background: var(--surface);
        --border-color: var(--border);
        --border-size: 0;
        --button-active-background: var(--bubble-own);
        --button-hover-background: var(--surface-2);
        --category-font-color: var(--muted);
        --category-font-size: 0.8125rem;
        --indicator-color: var(--accent);
        --input-border-color: var(--border);
        --input-font-color: var(--text);
        --input-padding: 0.375rem 0.75rem;
        --input-placeholder-color: var(--muted);
        --outline-color: var(--accent);
        height: min(400px, 60vh);
      }

      @media (pointer: coarse) {
        :host {
          inset: auto 0 0;
          width: 100%;
          max-width: none;
          padding-bottom: env(safe-area-inset-bottom, 0px);
          border-radius: var(--radius) var(--radius) 0 0;
        }

        :host::backdrop {
          background: rgb(12 13 24 / 50%);
        }

        emoji-picker {
          --emoji-size: 1.625rem;
          width: 100%;
        }
      }
    `
  ];
}

customElements.define('charla-emoji-panel', EmojiPanel);
