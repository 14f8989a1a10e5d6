import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { avatarColour, initials } from '../people/avatar.ts';
import '../people/avatar-image.ts';
import { dayNumber, zonedFormat } from '../platform/clock.ts';
import { onWake } from '../platform/connection.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import { plainText } from '../text/markdown.ts';
import { offered, type Offer } from './search-suggestions.ts';
import { onUnhandledEscape } from '../platform/escape-key.ts';
import { emit } from '../model/page-events.ts';
import { announce } from './message-sound.ts';
import { showUnread } from './title-badge.ts';

interface Preview {
  sender: string;
  text: string;
}

type Told = 'ALL' | 'MENTIONS' | 'NOTHING';

interface Row {
  id: string;
  kind: 'PUBLIC' | 'PRIVATE' | 'GROUP';
  title: string;
  colourOf: string;
  address: string;
  seq: number;
  at: number;
  readSeq: number;
  unread: number;
  /** How many of these name the person. */
  mentions: number;
  /** Of how much the person wants to be told, until when. */
  told: Told;
  mutedUntil: number;
  joined: boolean;
  preview: Preview;
}

interface News {
  chat: string;
  seq: number;
  at: number;
  counts: boolean;
  names: boolean;
  preview: Preview;
}

interface Server {
  heartbeat(): Promise<void>;
  ask(chat: string): Promise<void>;
  readAll(): Promise<void>;
  find(typed: string): Promise<Offer[]>;
  talk(person: string): Promise<void>;
}

type Filter = 'all' | 'unread' | 'groups';

const FILTERS: Filter[] = ['all', 'unread', 'groups'];
const UNREAD_MOST = 100;
const BEAT = 25_000;
const MINUTE = 60_000;
const TYPING_PAUSE = 150;

/** The list of chats; the contract is in ChatList.java. Drawn into the page itself, with the page's style sheet. */
export class ChatList extends LitElement {
  static properties = {
    rows: { state: true },
    labels: { state: true },
    filter: { state: true },
    wanted: { state: true },
    offers: { state: true },
    selected: { state: true },
    now: { state: true }
  };

  declare private $server?: Server;
  declare private rows?: Map<string, Row>;
  declare private labels: Labels;
  declare private filter: Filter;
  /** What the names shown have to contain. */
  declare private wanted: string;
  /** Where else to go, for what is wanted. */
  declare private offers: Offer[];
  declare private selected: string;
  declare private now: number;

  private readonly asked = new Set<string>();
  private finding = 0;
  private disposers: (() => void)[] = [];

  constructor() {
    super();
    this.labels = new Labels();
    this.filter = 'all';
    this.wanted = '';
    this.offers = [];
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
    this.rows = new Map(rows.map((row) => [row.id, row]));
    this.asked.clear();
  }

  put(rows: Row[]): void {
    const all = new Map(this.rows);
    for (const row of rows) {
      this.asked.delete(row.id);
      const known = all.get(row.id);
      // A message may have overtaken this answer.
      all.set(row.id, known && known.seq > row.seq ? { ...row, seq: known.seq, at: known.at, preview: known.preview } : row);
    }
    this.rows = all;
  }

  drop(chat: string): void {
    const all = new Map(this.rows);
    all.delete(chat);
    this.rows = all;
  }

  tell(news: News[]): void {
    const all = new Map(this.rows);
    if (news.some((item) => this.isUnseen(item, all.get(item.chat)))) {
      announce();
    }
    for (const item of news) {
      const row = all.get(item.chat);
      if (row) {
        all.set(row.id, this.told(row, item));
        if (item.at === 0 && item.seq > row.readSeq && (item.names || row.mentions > 0)) {
          void this.$server?.ask(row.id); // what names whom may be another now
        }
      } else if (!this.asked.has(item.chat)) {
        this.asked.add(item.chat);
        void this.$server?.ask(item.chat);
      }
    }
    this.rows = all;
  }

  /** Whether somebody said something where the person is not looking, and does not want quiet. */
  private isUnseen({ chat, seq, at, counts, names }: News, row?: Row): boolean {
    const inSight = chat === this.selected && document.visibilityState === 'visible';
    return counts && at > 0 && !inSight && (!row || (row.joined && this.wants(row, names) && seq > row.seq));
  }

  /** Of what the person wants to be told now. */
  private toldOf({ told, mutedUntil }: Row): Told {
    return mutedUntil > 0 && mutedUntil <= this.now ? 'ALL' : told;
  }

  private wants(row: Row, names: boolean): boolean {
    const told = this.toldOf(row);
    return told === 'ALL' || (told === 'MENTIONS' && names);
  }

  private told(row: Row, { seq, at, counts, names, preview }: News): Row {
    if (at === 0) {
      return seq === row.seq ? { ...row, preview } : row;
    }
    if (seq <= row.seq) {
      return row;
    }
    const unread = counts && row.joined ? Math.min(row.unread + 1, UNREAD_MOST) : row.unread;
    const mentions = names && row.joined ? Math.min(row.mentions + 1, UNREAD_MOST) : row.mentions;
    return { ...row, seq, at, unread, mentions, preview };
  }

  select(chat: string): void {
    this.selected = chat;
  }

  // --- life ---

  connectedCallback(): void {
    super.connectedCallback();
    const beat = () => {
      void this.$server?.heartbeat();
      emit('beat', undefined); // goes in the same request
    };
    const beating = setInterval(beat, BEAT);
    const ticking = setInterval(() => (this.now = Date.now()), MINUTE);
    window.addEventListener('keydown', this.switchKey);
    this.disposers = [
      () => window.removeEventListener('keydown', this.switchKey),
      onUnhandledEscape(() => this.readAll()),
      () => clearInterval(beating),
      () => clearInterval(ticking),
      onWake(() => {
        this.now = Date.now();
        beat();
      })
    ];
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.disposers.forEach((end) => end());
    showUnread(0);
  }

  protected updated(): void {
    const rows = [...(this.rows?.values() ?? [])];
    const counted = { ALL: 'unread', MENTIONS: 'mentions', NOTHING: undefined } as const;
    showUnread(
      rows.reduce((sum, row) => {
        const which = counted[this.toldOf(row)];
        return sum + (which ? row[which] : 0);
      }, 0)
    );
  }

  private get unread(): boolean {
    return [...(this.rows?.values() ?? [])].some((row) => row.unread > 0);
  }

  private readAll(): void {
    if (this.unread) {
      void this.$server?.readAll();
      emit('all-read', undefined);
    }
  }

  // --- drawing ---

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
            .value=${this.wanted}
            aria-keyshortcuts="Control+K Meta+K"
            @input=${(event: Event) => this.want((event.target as HTMLInputElement).value)}
            @keydown=${this.searchKey}
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
          ${this.unread ? this.readAllButton() : nothing}
        </div>
      </div>
      <nav class="rows" aria-label=${this.labels.of('list.label')} @click=${this.leave} @keydown=${this.rowKey}>
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
    const shown = this.shown();
    if (shown.length === 0 && this.offers.length === 0) {
      const why = this.wanted ? '.filter' : this.filter === 'unread' ? '.unread' : '';
      return html`<p class="nothing">${this.labels.of(`list.empty${why}`)}</p>`;
    }
    const open = shown.filter((row) => row.kind === 'PUBLIC');
    const others = shown.filter((row) => row.kind !== 'PUBLIC');
    return [
      this.section('public', open),
      this.section('chats', others),
      ...(this.offers.length > 0 ? offered(this.offers, this.labels, (person) => void this.$server?.talk(person)) : [])
    ];
  }

  private shown(): Row[] {
    const wanted = plain(this.wanted.trim());
    return [...(this.rows?.values() ?? [])]
      .filter((row) => !wanted || plain(row.title).includes(wanted))
      .filter((row) => this.filter !== 'unread' || row.unread > 0 || row.id === this.selected)
      .filter((row) => this.filter !== 'groups' || row.kind === 'GROUP')
      .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  }

  private section(name: string, rows: Row[]): TemplateResult {
    return html`${rows.length === 0
      ? nothing
      : html`<h2>${this.labels.of(`list.${name}`)}</h2>
          <ul role="list">
            ${repeat(
              rows,
              (row) => row.id,
              (row) => this.row(row)
            )}
          </ul>`}`;
  }

  private row(row: Row): TemplateResult {
    const current = row.id === this.selected;
    return html`<li>
      <a router-link href=${row.address} aria-current=${current ? 'page' : nothing} class=${row.unread ? 'unread' : ''}>
        <span class="marked">
          <span class="avatar c${avatarColour(row.colourOf)} ${row.kind === 'PUBLIC' ? 'public' : ''}" aria-hidden="true"
            >${row.kind === 'PUBLIC' ? '#' : initials(row.title)}${row.kind === 'PRIVATE'
              ? html`<charla-avatar-image person=${row.colourOf}></charla-avatar-image>`
              : nothing}</span
          >
          ${row.kind === 'PRIVATE' ? html`<charla-presence person=${row.colourOf}></charla-presence>` : nothing}
        </span>
        <span class="title">${row.title}</span>
        <time datetime=${new Date(row.at).toISOString()}>${this.when(row.at)}</time>
        <span class="preview">${this.preview(row)}</span>
        ${this.badge(row)}
      </a>
    </li>`;
  }

  private preview({ joined, preview }: Row): TemplateResult | string {
    if (!joined && !preview.text) {
      return this.labels.of('list.join');
    }
    const text = plainText(preview.text);
    return preview.sender ? `${preview.sender}: ${text}` : text;
  }

  private badge(row: Row): TemplateResult | typeof nothing {
    const { unread, mentions } = row;
    const told = this.toldOf(row);
    const muted = told !== 'ALL';
    if (unread === 0) {
      const name = this.labels.of(`list.muted.${told}`);
      return muted ? html`<span class="glyph glyph-muted" role="img" aria-label=${name} title=${name}></span>` : nothing;
    }
    const called = html`<span class="count"
      ><span aria-hidden="true">@</span><span class="unseen">${this.labels.of('list.mentioned')}</span></span
    >`;
    return html`<span class="badges"
      >${mentions > 0 ? called : nothing}<span class="count ${muted ? 'muted' : ''}"
        ><span aria-hidden="true">${unread >= UNREAD_MOST ? `${UNREAD_MOST - 1}+` : unread}</span
        ><span class="unseen">${this.labels.counted('list.unread', unread)}</span></span
      ></span
    >`;
  }

  private when(at: number): string {
    const locale = this.labels.locale;
    const ago = dayNumber(this.now) - dayNumber(at);
    if (ago <= 0) {
      return zonedFormat(locale, { timeStyle: 'short' }).format(at);
    }
    if (ago === 1) {
      return this.labels.of('list.yesterday');
    }
    if (ago <= 6) {
      return zonedFormat(locale, { weekday: 'short' }).format(at);
    }
    return zonedFormat(locale, { day: '2-digit', month: '2-digit', year: '2-digit' }).format(at);
  }

  // --- finding ---

  private want(typed: string): void {
    this.wanted = typed;
    clearTimeout(this.finding);
    if (typed.trim()) {
      this.finding = window.setTimeout(() => void this.find(typed), TYPING_PAUSE);
    } else {
      this.offers = [];
    }
  }

  private async find(typed: string): Promise<void> {
    const found = (await this.$server?.find(typed)) ?? [];
    if (typed === this.wanted) {
      const wanted = plain(typed.trim());
      this.offers = found.filter((offer) => offer.section !== 'places' || plain(offer.title).includes(wanted));
    }
  }

  /** Whoever has found where to go wants the whole list again. */
  private leave({ target }: Event): void {
    if ((target as HTMLElement).closest('a, button')) {
      this.want('');
    }
  }

  // --- the keyboard ---

  /** Ctrl or Cmd with K, wherever the focus is: to the field in which chats, people, places and messages are found. */
  private readonly switchKey = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      this.querySelector('input')?.select();
    }
  };

  private searchKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.wanted) {
      event.stopPropagation();
      this.want('');
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.links()[0]?.focus();
    } else if (event.key === 'Enter') {
      this.links()[0]?.click();
    }
  }

  private rowKey(event: KeyboardEvent): void {
    const links = this.links();
    const at = links.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (to === undefined || at < 0) {
      return;
    }
    event.preventDefault();
    if (to < 0) {
      this.querySelector('input')?.focus();
    } else {
      links[Math.min(to, links.length - 1)]?.focus();
    }
  }

  private links(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.rows :is(a, button)')];
  }
}

const shortcut = navigator.platform.startsWith('Mac') ? '⌘ K' : 'Ctrl K';

/** Without case and accents, as one types when one searches. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase();
}

customElements.define('charla-chat-list', ChatList);
