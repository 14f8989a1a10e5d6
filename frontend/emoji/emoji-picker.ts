import { LitElement, css, html } from 'lit';
import Database from 'emoji-picker-element/database.js';
import english from 'emoji-picker-element/i18n/en.js';
import spanish from 'emoji-picker-element/i18n/es.js';
import Picker from 'emoji-picker-element/picker.js';
import englishData from 'emoji-picker-element-data/en/cldr/data.json?url';
import spanishData from 'emoji-picker-element-data/es/cldr/data.json?url';
import { tokens } from '../design/tokens.ts';

/** The distance to the anchor and to the edges of the window, in pixels. */
const MARGIN = 8;

/** A search result: the emoji in the person's skin tone, and its name. */
export interface FoundEmoji {
  emoji: string;
  name: string;
}

function settings(locale: string) {
  const isSpanish = locale.startsWith('es');
  return isSpanish
    ? { locale: 'es', dataSource: spanishData, i18n: spanish }
    : { locale: 'en', dataSource: englishData, i18n: english };
}

const databases = new Map<string, Database>();

function database(locale: string): Database {
  const { locale: language, dataSource } = settings(locale);
  const opened = databases.get(language) ?? new Database({ locale: language, dataSource });
  databases.set(language, opened);
  return opened;
}

/** Searches emoji by the beginnings of their names and keywords; names come first. An underscore counts as a space. */
export async function search(query: string, locale: string, limit: number): Promise<FoundEmoji[]> {
  const prefix = query.replaceAll('_', ' ').toLowerCase();
  const emoji = database(locale);
  const tone = await emoji.getPreferredSkinTone();
  const found = (await emoji.getEmojiBySearchQuery(prefix)).filter((each) => 'unicode' in each);
  const byName = found.filter(({ annotation }) => annotation.startsWith(prefix));
  return [...new Set([...byName, ...found])].slice(0, limit).map(({ annotation, unicode, skins }) => {
    const skin = skins?.find((one) => one.tone === tone);
    return { emoji: skin?.unicode ?? unicode, name: annotation };
  });
}

let current: EmojiPanel | undefined;

/** The panel in a language; the page holds one at a time. */
export function panel(locale: string): EmojiPanel {
  if (current?.locale !== locale) {
    current?.remove();
    current = new EmojiPanel(locale);
    document.body.append(current);
  }
  return current;
}

/**
 * All emoji with search, skin tones and those used most, in a popover beside its anchor or at the bottom of a touch screen.
 */
export class EmojiPanel extends LitElement {
  readonly locale: string;
  private readonly picker: Picker;
  private answer: (emoji?: string) => void = () => {};
  private pick?: (emoji?: string) => void;

  constructor(locale: string) {
    super();
    this.locale = locale;
    this.picker = new Picker(settings(locale));
    this.picker.addEventListener('emoji-click', (event) => this.onPick(event.detail.unicode));
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.popover = 'auto';
    this.addEventListener('toggle', this.onToggle);
  }

  /** Opens beside a rectangle of the viewport; undefined if it is closed without a choice. */
  async ask(near: DOMRect): Promise<string | undefined> {
    await this.open(near);
    return new Promise((resolve) => (this.answer = resolve));
  }

  /** Opens for several emoji: calls back for each, and resolves when the panel is closed. */
  async askSeveral(near: DOMRect, pick: (emoji?: string) => void): Promise<void> {
    await this.open(near);
    this.pick = pick;
    await new Promise((resolve) => (this.answer = resolve));
  }

  private onPick(emoji?: string): void {
    this.pick ? this.pick(emoji) : this.close(emoji);
  }

  private async open(near: DOMRect): Promise<void> {
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
  }

  private close(emoji?: string): void {
    const { answer } = this;
    this.answer = () => {};
    this.pick = undefined;
    this.hidePopover();
    answer(emoji);
  }

  private readonly onToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed') {
      this.close();
    }
  };

  render() {
    return html`${this.picker}`;
  }

  static styles = [
    tokens,
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
          --emoji-size: min(1.625rem, 7vw);
          --emoji-padding: min(0.5rem, 2.2vw);
          --input-font-size: max(16px, 1rem);
          width: 100%;
        }
      }
    `
  ];
}

customElements.define('charla-emoji-panel', EmojiPanel);
