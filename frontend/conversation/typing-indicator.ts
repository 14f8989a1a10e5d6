import { LitElement, html } from 'lit';
import { Labels, type Texts } from '../platform/labels.ts';
import { on } from '../model/page-events.ts';
import { Writers } from './typing-people.ts';

interface Server {
  writing(): Promise<void>;
}

/** How often one's own writing is told. */
const TELL_EVERY = 3000;
/** Screen readers hear that somebody writes at most so often. */
const SAY_EVERY = 30_000;

/** Who is writing; the contract is in TypingLine.java. Drawn into the page itself, with the page's style sheet. */
export class TypingLine extends LitElement {
  static properties = { labels: { state: true }, names: { state: true }, spoken: { state: true } };

  declare private $server?: Server;
  declare private labels: Labels;
  declare private names: string[];
  /** What screen readers are told. */
  declare private spoken: string;

  private readonly writers = new Writers(() => this.changed());
  private told = 0;
  private spokenAt = 0;
  private unhear?: () => void;

  constructor() {
    super();
    this.labels = new Labels();
    this.names = [];
    this.spoken = '';
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  // --- called by the server ---

  setLabels(locale: string, texts: Texts): void {
    this.labels = new Labels(locale, texts);
  }

  show(id: string, name: string): void {
    this.writers.writes(id, name);
  }

  said(id: string): void {
    this.writers.stops(id);
  }

  silence(): void {
    this.told = 0;
    this.writers.clear();
  }

  // --- life ---

  connectedCallback(): void {
    super.connectedCallback();
    this.unhear = on('writing', () => this.tell());
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unhear?.();
    this.writers.clear();
  }

  private tell(): void {
    const now = Date.now();
    if (now - this.told >= TELL_EVERY) {
      this.told = now;
      // Nobody misses it when it cannot be told.
      this.$server?.writing().catch(() => (this.told = 0));
    }
  }

  private changed(): void {
    this.names = this.writers.names;
    const begins = this.names.length > 0 && !this.spoken && Date.now() - this.spokenAt > SAY_EVERY;
    if (begins) {
      this.spokenAt = Date.now();
      this.spoken = this.words();
    } else if (this.names.length === 0) {
      this.spoken = '';
    }
  }

  private words(): string {
    const [one, two, ...more] = this.names;
    if (more.length > 0) {
      return this.labels.of('typing.several');
    }
    return two ? this.labels.of('typing.two', one, two) : one ? this.labels.of('typing.one', one) : '';
  }

  render() {
    return html`<span class="typing" aria-hidden="true"
        >${this.names.length > 0 ? html`<i></i><i></i><i></i>` : ''}<span>${this.words()}</span></span
      ><span class="unseen" role="status">${this.spoken}</span>`;
  }
}

customElements.define('charla-typing', TypingLine);
