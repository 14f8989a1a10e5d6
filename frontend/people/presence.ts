import { LitElement, css, html, nothing } from 'lit';
import { colours } from '../design/tokens.ts';
import { dayOf, zoned } from '../platform/clock.ts';
import { onInput, wasActive } from '../platform/activity.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import { on } from '../model/page-events.ts';
import { Presences, type State } from './presence-store.ts';

interface Server {
  beat(active: boolean): Promise<void>;
  watch(people: string): Promise<State[]>;
}

/** The presences of this page: what the marks show, and what the server is asked for. */
const presences = new Presences();
let labels = new Labels();

/** Brings the presence of those who are on the screen; the contract is in PresenceFeed.java. Shows nothing itself. */
export class PresenceFeed extends HTMLElement {
  declare private $server?: Server;
  private disposers: (() => void)[] = [];

  // --- called by the server ---

  setLabels(locale: string, texts: Texts): void {
    labels = new Labels(locale, texts);
    presences.redraw();
  }

  apply(states: State[]): void {
    presences.take(states);
  }

  // --- life ---

  connectedCallback(): void {
    const beat = () => void this.$server?.beat(wasActive());
    this.disposers = [
      on('beat', beat),
      onInput(beat),
      presences.onWanted((people) => void this.watch(people))
    ];
  }

  disconnectedCallback(): void {
    this.disposers.forEach((end) => end());
  }

  private async watch(people: string[]): Promise<void> {
    presences.take((await this.$server?.watch(people.join(' '))) ?? []);
  }
}

/** A person's presence: a dot over the corner of their avatar or, where it has room, words. */
export class PresenceMark extends LitElement {
  static properties = { person: {}, words: { type: Boolean }, state: { state: true } };

  declare person: string;
  /** Whether it says in words what else a dot shows. */
  declare words: boolean;
  declare private state?: State;
  private end?: () => void;

  constructor() {
    super();
    this.person = '';
    this.words = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.follow();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end?.();
    this.end = undefined;
  }

  protected willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('person') && changed.get('person') !== undefined) {
      this.follow();
    }
  }

  private follow(): void {
    this.end?.();
    this.end = this.person ? presences.show(this.person, (state) => (this.state = state && { ...state })) : undefined;
  }

  render() {
    const { state } = this;
    if (!state) {
      return nothing;
    }
    if (this.words) {
      const said = [state.emoji, state.status].filter(Boolean).join(' ');
      return html`<span>${this.told(state)}</span>${said ? html`<span class="said" dir="auto">${said}</span>` : nothing}`;
    }
    if (state.availability === 'OFFLINE') {
      return nothing;
    }
    const name = labels.of(`presence.${state.availability}`);
    return html`<i class=${state.availability} role="img" aria-label=${name} title=${name}></i>`;
  }

  private told({ availability, lastSeen }: State): string {
    return availability === 'OFFLINE' && lastSeen
      ? labels.of('presence.seen', moment(lastSeen))
      : labels.of(`presence.${availability}`);
  }

  static styles = [
    colours,
    css`
      :host {
        font-size: inherit;
        color: inherit;
      }

      :host(:not([words])) {
        position: absolute;
        inset-inline-end: -2px;
        bottom: -2px;
        line-height: 0;
      }

      i {
        display: block;
        width: 14px;
        height: 14px;
        background: var(--online);
        border: 2px solid var(--mark-ground, var(--surface));
        border-radius: 50%;
      }

      .AWAY {
        background: radial-gradient(circle at 50% 50%, var(--mark-ground, var(--surface)) 0 2.500px, var(--muted) 2.500px);
      }

      .DO_NOT_DISTURB {
        background: linear-gradient(var(--mark-ground, var(--surface)), var(--mark-ground, var(--surface))) center / 6px 2px no-repeat
          var(--danger);
      }

      .said::before {
        content: ' · ';
      }

      .said {
        overflow-wrap: anywhere;
      }
    `
  ];
}

function moment(at: number): string {
  const ago = dayOf(Date.now()) - dayOf(at);
  const { locale } = labels;
  const time = zoned(locale, { timeStyle: 'short' }).format(at);
  if (ago === 0) {
    return time;
  }
  return ago === 1
    ? `${labels.of('list.yesterday')} ${time}`
    : zoned(locale, { dateStyle: 'medium' }).format(at);
}

customElements.define('charla-presence-feed', PresenceFeed);
customElements.define('charla-presence', PresenceMark);
