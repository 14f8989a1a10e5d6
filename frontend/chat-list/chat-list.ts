import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { emit } from '../model/page-events.ts';
import { onWake } from '../platform/connection.ts';
import { onUnhandledEscape } from '../platform/escape-key.ts';
import { fold } from '../platform/folding.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import { chatRow } from './chat-row.ts';
import {
  applyNews,
  dropRow,
  hasUnread,
  isUnseen,
  putRows,
  rowsById,
  totalUnread,
  visibleRows,
  type Filter,
  type News,
  type Row,
  type Rows
} from './chat-rows.ts';
import { playMessageSound } from './message-sound.ts';
import { searchSuggestions, type SearchSuggestion } from './search-suggestions.ts';
import { showUnread } from './title-badge.ts';

interface Server {
  heartbeat(): Promise<void>;
  ask(chat: string): Promise<void>;
  readAll(): Promise<void>;
  find(typed: string): Promise<SearchSuggestion[]>;
  talk(person: string): Promise<void>;
}

const FILTERS: Filter[] = ['all', 'unread', 'groups'];
/** Intervals and delays in milliseconds. */
const HEARTBEAT_INTERVAL = 25_000;
const CLOCK_INTERVAL = 60_000;
const SEARCH_DELAY = 150;

/** The chat list; the contract is in ChatList.java. Rendered into the page itself, with the page's style sheet. */
export class ChatList extends LitElement {
  static properties = {
    rows: { state: true },
    labels: { state: true },
    filter: { state: true },
    query: { state: true },
    suggestions: { state: true },
    selected: { state: true },
    now: { state: true }
  };

  declare private $server?: Server;
  declare private rows?: Rows;
  declare private labels: Labels;
  declare private filter: Filter;
  /** The text in the search field. */
  declare private query: string;
  declare private suggestions: SearchSuggestion[];
  declare private selected: string;
  declare private now: number;

  /** Unknown chats whose rows have been requested from the server. */
  private readonly requested = new Set<string>();
  private searchTimer = 0;
  private disposers: (() => void)[] = [];

  constructor() {
    super();
    this.labels = new Labels();
    this.filter = 'all';
    this.query = '';
    this.suggestions = [];
    this.selected = '';
    this.now = Date.now();
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  // --- called by the server ---

  setLabels(locale: string, texts: Texts): void {
    this.labels = new Labels(locale, texts);
  }

  load(rows: Row[]): void {
    this.rows = rowsById(rows);
    this.requested.clear();
  }

  put(rows: Row[]): void {
    rows.forEach(({ id }) => this.requested.delete(id));
    this.rows = putRows(this.rows, rows);
  }

  drop(chat: string): void {
    this.rows = dropRow(this.rows, chat);
  }

  applyNews(news: News[]): void {
    const visibleChat = document.visibilityState === 'visible' ? this.selected : undefined;
    if (news.some((item) => isUnseen(item, this.rows?.get(item.chat), visibleChat, this.now))) {
      playMessageSound();
    }
    const { rows, unknown, outdated } = applyNews(this.rows, news);
    for (const chat of unknown.filter((each) => !this.requested.has(each))) {
      this.requested.add(chat);
      void this.$server?.ask(chat);
    }
    outdated.forEach((chat) => void this.$server?.ask(chat));
    this.rows = rows;
  }

  select(chat: string): void {
    this.selected = chat;
  }

  // --- lifecycle ---

  connectedCallback(): void {
    super.connectedCallback();
    const beat = () => {
      void this.$server?.heartbeat();
      emit('beat', undefined); // goes in the same request
    };
    const heartbeat = setInterval(beat, HEARTBEAT_INTERVAL);
    const clock = setInterval(() => (this.now = Date.now()), CLOCK_INTERVAL);
    window.addEventListener('keydown', this.onShortcut);
    this.disposers = [
      () => window.removeEventListener('keydown', this.onShortcut),
      onUnhandledEscape(() => this.readAll()),
      () => clearInterval(heartbeat),
      () => clearInterval(clock),
      onWake(() => {
        this.now = Date.now();
        beat();
      })
    ];
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.disposers.forEach((dispose) => dispose());
    showUnread(0);
  }

  protected updated(): void {
    showUnread(totalUnread(this.rows, this.now));
  }

  private readAll(): void {
    if (hasUnread(this.rows)) {
      void this.$server?.readAll();
      emit('all-read', undefined);
    }
  }

  // --- rendering ---

  protected render(): TemplateResult {
    return html`
      <div class="list-tools">
        <label class="search">
          <span class="glyph glyph-search" aria-hidden="true"></span>
          <input
            type="search"
            autocomplete="off"
            aria-label=${this.labels.of('list.search')}
            placeholder=${this.labels.of('list.search')}
            .value=${this.query}
            aria-keyshortcuts="Control+K Meta+K"
            @input=${(event: Event) => this.search((event.target as HTMLInputElement).value)}
            @keydown=${this.onSearchKeydown}
          />
          <kbd aria-hidden="true">${shortcut}</kbd>
        </label>
        <div class="filters" role="group" aria-label=${this.labels.of('list.filter')}>
          ${FILTERS.map(
            (filter) => html`<button
              type="button"
              aria-pressed=${filter === this.filter}
              @click=${() => (this.filter = filter)}
            >
              ${this.labels.of(`list.filter.${filter}`)}
            </button>`
          )}
          ${hasUnread(this.rows) ? this.readAllButton() : nothing}
        </div>
      </div>
      <nav
        class="rows"
        aria-label=${this.labels.of('list.label')}
        @click=${this.onRowClick}
        @keydown=${this.onRowKeydown}
      >
        ${this.content()}
      </nav>
    `;
  }

  private readAllButton(): TemplateResult {
    const name = this.labels.of('list.readAll');
    return html`<button
      type="button"
      class="read-all"
      aria-label=${name}
      title="${name} (Esc)"
      aria-keyshortcuts="Escape"
      @click=${this.readAll}
    >
      <span class="glyph glyph-checks" aria-hidden="true"></span>
    </button>`;
  }

  private content(): TemplateResult | TemplateResult[] {
    if (!this.rows) {
      return html`<div class="skeletons" role="status" aria-label=${this.labels.of('list.loading')}>
        ${[1, 2, 3, 4].map(() => html`<i></i>`)}
      </div>`;
    }
    const visible = visibleRows(this.rows, this.query, this.filter, this.selected);
    if (visible.length === 0 && this.suggestions.length === 0) {
      const reason = this.query ? '.filter' : this.filter === 'unread' ? '.unread' : '';
      return html`<p class="nothing">${this.labels.of(`list.empty${reason}`)}</p>`;
    }
    const openPerson = (person: string) => void this.$server?.talk(person);
    return [
      this.section(
        'public',
        visible.filter(({ kind }) => kind === 'PUBLIC')
      ),
      this.section(
        'chats',
        visible.filter(({ kind }) => kind !== 'PUBLIC')
      ),
      ...(this.suggestions.length > 0 ? searchSuggestions(this.suggestions, this.labels, openPerson) : [])
    ];
  }

  private section(name: string, rows: Row[]): TemplateResult {
    const { labels, now, selected } = this;
    return html`${
      rows.length === 0
        ? nothing
        : html`<h2>${labels.of(`list.${name}`)}</h2>
          <ul role="list">
            ${repeat(
              rows,
              (row) => row.id,
              (row) => chatRow(row, { labels, now, selected })
            )}
          </ul>`
    }`;
  }

  // --- search ---

  private search(query: string): void {
    this.query = query;
    clearTimeout(this.searchTimer);
    if (query.trim()) {
      this.searchTimer = window.setTimeout(() => void this.loadSuggestions(query), SEARCH_DELAY);
    } else {
      this.suggestions = [];
    }
  }

  private async loadSuggestions(query: string): Promise<void> {
    const found = (await this.$server?.find(query)) ?? [];
    if (query === this.query) {
      const wanted = fold(query.trim());
      this.suggestions = found.filter(({ section, title }) => section !== 'places' || fold(title).includes(wanted));
    }
  }

  /** Ends the search when a result is opened. */
  private onRowClick({ target }: Event): void {
    if ((target as HTMLElement).closest('a, button')) {
      this.search('');
    }
  }

  // --- keyboard ---

  /** Moves the focus to the search field on Ctrl+K or Cmd+K, wherever it is. */
  private readonly onShortcut = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      this.querySelector('input')?.select();
    }
  };

  private onSearchKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.query) {
      event.stopPropagation();
      this.search('');
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.links()[0]?.focus();
    } else if (event.key === 'Enter') {
      this.links()[0]?.click();
    }
  }

  private onRowKeydown(event: KeyboardEvent): void {
    const links = this.links();
    const current = links.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: links.length - 1 }[event.key];
    if (next === undefined || current < 0) {
      return;
    }
    event.preventDefault();
    if (next < 0) {
      this.querySelector('input')?.focus();
    } else {
      links[Math.min(next, links.length - 1)]?.focus();
    }
  }

  private links(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.rows :is(a, button)')];
  }
}

const shortcut = navigator.platform.startsWith('Mac') ? '⌘ K' : 'Ctrl K';

customElements.define('charla-chat-list', ChatList);
