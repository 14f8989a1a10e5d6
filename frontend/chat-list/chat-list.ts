import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { emit, on } from '../model/page-events.ts';
import { dayNumber } from '../platform/clock.ts';
import { onWake } from '../platform/connection.ts';
import { onUnhandledEscape } from '../platform/escape-key.ts';
import { fold } from '../platform/folding.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import { nextFrame } from '../platform/timer.ts';
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
import { ListClock } from './list-clock.ts';
import { playMessageSound } from './message-sound.ts';
import { OfflineChats } from './offline-chats.ts';
import { ReadAll, type ReadAllServer } from './read-all.ts';
import { moveRowFocus } from './row-focus.ts';
import { RowMenu, type RowServer } from './row-menu.ts';
import { searchSuggestions, type SearchSuggestion } from './search-suggestions.ts';
import { skeletons } from './skeletons.ts';
import { showUnread } from './title-badge.ts';

interface Server extends RowServer, ReadAllServer {
  heartbeat(): Promise<void>;
  ask(chat: string): Promise<void>;
  find(typed: string): Promise<SearchSuggestion[]>;
  talk(person: string): Promise<void>;
}

const FILTERS: Filter[] = ['all', 'unread', 'groups'];
/** Intervals and delays in milliseconds. */
const HEARTBEAT_INTERVAL = 25_000;
const SEARCH_DELAY = 150;

/** The chat list; the contract is in ChatList.java. Rendered into the page itself, with the page's style sheet. */
export class ChatList extends LitElement {
  static properties = {
    rows: { state: true },
    labels: { state: true },
    filter: { state: true },
    query: { state: true },
    suggestions: { state: true },
    selected: { state: true }
  };

  declare private $server?: Server;
  declare private rows?: Rows;
  declare private labels: Labels;
  declare private filter: Filter;
  /** The text in the search field. */
  declare private query: string;
  declare private suggestions: SearchSuggestion[];
  declare private selected: string;

  /** Unknown chats whose rows have been requested from the server. */
  private readonly requested = new Set<string>();
  private readonly menu = new RowMenu(this, {
    labels: () => this.labels,
    rows: () => this.rows,
    server: () => this.$server
  });
  private readonly offline = new OfflineChats();
  private readonly allRead = new ReadAll(this, () => this.$server);
  private readonly clock = new ListClock(this, () => this.rows);
  private searchTimer = 0;
  private disposers: (() => void)[] = [];

  constructor() {
    super();
    this.labels = new Labels();
    this.filter = 'all';
    this.query = '';
    this.suggestions = [];
    this.selected = '';
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  // --- called by the server ---

  setLabels(locale: string, texts: Texts): void {
    this.labels = new Labels(locale, texts);
    emit('texts', { locale, texts });
  }

  enter(account: string, space: string): void {
    this.offline.enter(account, space);
  }

  load(rows: Row[]): void {
    this.rows = rowsById(rows);
    this.offline.forgetLeft(this.rows);
    this.requested.clear();
  }

  put(rows: Row[]): void {
    rows.forEach(({ id }) => this.requested.delete(id));
    this.rows = putRows(this.rows, rows);
    this.offline.forgetLeft(this.rows, rows);
  }

  drop(chat: string): void {
    this.rows = dropRow(this.rows, chat);
    this.offline.forgetLeft(this.rows);
  }

  applyNews(news: News[]): void {
    const visibleChat = document.visibilityState === 'visible' ? this.selected : undefined;
    if (news.some((item) => isUnseen(item, this.rows?.get(item.chat), visibleChat, this.clock.now))) {
      playMessageSound();
    }
    const { rows, unknown } = applyNews(this.rows, news);
    for (const chat of unknown.filter((each) => !this.requested.has(each))) {
      this.requested.add(chat);
      void this.$server?.ask(chat);
    }
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
    window.addEventListener('keydown', this.onShortcut);
    this.disposers = [
      () => window.removeEventListener('keydown', this.onShortcut),
      on('opening', ({ chat }) => this.select(chat)),
      on('place', ({ chat }) => this.select(chat)),
      onUnhandledEscape((shift) => (shift ? this.readAll() : emit('chat-read', undefined))),
      () => clearInterval(heartbeat),
      onWake(beat)
    ];
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.disposers.forEach((dispose) => dispose());
    showUnread(0);
  }

  /** Limits updates to one a frame: messages arrive more often. */
  protected async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) {
      await nextFrame();
    }
    void super.scheduleUpdate();
  }

  protected updated(changed: PropertyValues): void {
    showUnread(totalUnread(this.rows, this.clock.now));
    if (changed.has('rows') && this.rows && this.$server) {
      emit('rows', [...this.rows.values()]);
    }
  }

  private readonly readAll = (): void => {
    if (hasUnread(this.rows)) {
      this.allRead.run();
    }
  };

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
        @contextmenu=${this.menu.onContextMenu}
      >
        ${this.content()}
      </nav>
      <charla-chat-menu></charla-chat-menu>
      ${this.allRead.renderNotice(this.labels)}
    `;
  }

  private readAllButton(): TemplateResult {
    const name = this.labels.of('list.readAll');
    return html`<button
      type="button"
      class="read-all"
      aria-label=${name}
      title="${name} (Shift + Esc)"
      aria-keyshortcuts="Shift+Escape"
      @click=${this.readAll}
    >
      <span class="glyph glyph-checks" aria-hidden="true"></span>
    </button>`;
  }

  private content(): TemplateResult | TemplateResult[] {
    if (!this.rows) {
      return skeletons(this.labels);
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
    const { labels, selected } = this;
    const { now } = this.clock;
    const context = { labels, now, today: dayNumber(now), selected, onActions: this.menu.onButton };
    return html`${
      rows.length === 0
        ? nothing
        : html`<h2>${labels.of(`list.${name}`)}</h2>
          <ul role="list">
            ${repeat(
              rows,
              (row) => row.id,
              (row) => chatRow(row, context)
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
    if ((target as HTMLElement).closest('a, button:not(.row-actions)')) {
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
    if (!moveRowFocus(event, this.links())) {
      this.querySelector('input')?.focus();
    }
  }

  private links(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.rows :is(a, button:not(.row-actions))')];
  }
}

const shortcut = navigator.platform.startsWith('Mac') ? '⌘ K' : 'Ctrl K';

customElements.define('charla-chat-list', ChatList);
