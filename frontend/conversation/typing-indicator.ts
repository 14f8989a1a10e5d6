import { LitElement, html } from 'lit';
import { Labels, type Texts } from '../platform/labels.ts';
import { on } from '../model/page-events.ts';
import { TypingPeople } from './typing-people.ts';

/** The server side of the indicator; see TypingIndicator.java. */
interface Server {
  writing(): Promise<void>;
}

/** Minimum milliseconds between two typing signals to the server. */
const SIGNAL_INTERVAL = 3000;
/** Minimum milliseconds between two announcements to screen readers. */
const ANNOUNCEMENT_INTERVAL = 30_000;

/**
 * The typing indicator: names the people who are typing; the contract is in TypingIndicator.java. It renders into the page
 * itself, with the page's style sheet.
 */
export class TypingIndicator extends LitElement {
  static properties = { labels: { state: true }, names: { state: true }, announcement: { state: true } };

  declare private $server?: Server;
  declare private labels: Labels;
  declare private names: string[];
  /** The text for screen readers. */
  declare private announcement: string;

  private readonly people = new TypingPeople(() => this.onPeopleChange());
  private signalledAt = 0;
  private announcedAt = 0;
  private stopListening?: () => void;

  constructor() {
    super();
    this.labels = new Labels();
    this.names = [];
    this.announcement = '';
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  // --- called by the server ---

  setLabels(locale: string, texts: Texts): void {
    this.labels = new Labels(locale, texts);
  }

  show(id: string, name: string): void {
    this.people.add(id, name);
  }

  hide(id: string): void {
    this.people.remove(id);
  }

  clear(): void {
    this.signalledAt = 0;
    this.people.clear();
  }

  // --- lifecycle ---

  connectedCallback(): void {
    super.connectedCallback();
    this.stopListening = on('writing', () => this.signal());
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
    this.people.clear();
  }

  private signal(): void {
    const now = Date.now();
    if (now - this.signalledAt >= SIGNAL_INTERVAL) {
      this.signalledAt = now;
      // A lost signal does no harm: the next one follows soon.
      this.$server?.writing().catch(() => (this.signalledAt = 0));
    }
  }

  private onPeopleChange(): void {
    this.names = this.people.names;
    const begins = this.names.length > 0 && !this.announcement && Date.now() - this.announcedAt > ANNOUNCEMENT_INTERVAL;
    if (begins) {
      this.announcedAt = Date.now();
      this.announcement = this.text();
    } else if (this.names.length === 0) {
      this.announcement = '';
    }
  }

  private text(): string {
    const [one, two, ...more] = this.names;
    if (more.length > 0) {
      return this.labels.of('typing.several');
    }
    return two ? this.labels.of('typing.two', one, two) : one ? this.labels.of('typing.one', one) : '';
  }

  render() {
    return html`<span class="typing" aria-hidden="true"
        >${this.names.length > 0 ? html`<i></i><i></i><i></i>` : ''}<span>${this.text()}</span></span
      ><span class="unseen" role="status">${this.announcement}</span>`;
  }
}

customElements.define('charla-typing', TypingIndicator);
