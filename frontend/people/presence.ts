import { LitElement, css, html, nothing } from 'lit';
import { tokens } from '../design/tokens.ts';
import { dayNumber, zonedFormat } from '../platform/clock.ts';
import { isActive, onReturn } from '../platform/activity.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import { on } from '../model/page-events.ts';
import { PresenceStore, type Presence } from './presence-store.ts';

interface Server {
  beat(active: boolean): Promise<void>;
  watch(people: string): Promise<Presence[]>;
}

/** The presences of this page, shared by its feed and all its marks. */
const presences = new PresenceStore();
let labels = new Labels();

/**
 * Fetches the presence of the people on this page, receives its changes and reports whether the person is active; draws
 * nothing. See PresenceFeed.java.
 */
export class PresenceFeed extends HTMLElement {
  declare private $server?: Server;
  private disposers: (() => void)[] = [];

  // --- called by the server ---

  setLabels(locale: string, texts: Texts): void {
    labels = new Labels(locale, texts);
    presences.redraw();
  }

  apply(changed: Presence[]): void {
    presences.put(changed);
  }

  // --- lifecycle ---

  connectedCallback(): void {
    const beat = () => void this.$server?.beat(isActive());
    this.disposers = [on('beat', beat), onReturn(beat), presences.onRequest((people) => void this.watch(people))];
  }

  disconnectedCallback(): void {
    this.disposers.forEach((dispose) => dispose());
  }

  private async watch(people: string[]): Promise<void> {
    presences.put((await this.$server?.watch(people.join(' '))) ?? []);
  }
}

/** A person's presence: a dot over the corner of their avatar or, with `words`, a text with their status. */
export class PresenceMark extends LitElement {
  static properties = { person: {}, words: { type: Boolean }, presence: { state: true } };

  declare person: string;
  declare words: boolean;
  declare private presence?: Presence;
  private dispose?: () => void;

  constructor() {
    super();
    this.person = '';
    this.words = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.subscribe();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dispose?.();
    this.dispose = undefined;
  }

  protected willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('person') && changed.get('person') !== undefined) {
      this.subscribe();
    }
  }

  private subscribe(): void {
    this.dispose?.();
    // Copied, so that redraw() renders again although the presence is the same.
    this.dispose = this.person
      ? presences.show(this.person, (presence) => (this.presence = presence && { ...presence }))
      : undefined;
  }

  render() {
    const { presence } = this;
    if (!presence) {
      return nothing;
    }
    if (this.words) {
      const status = [presence.emoji, presence.status].filter(Boolean).join(' ');
      const text = this.availabilityText(presence);
      return html`<span>${text}</span>${status ? html`<span class="said" dir="auto">${status}</span>` : nothing}`;
    }
    if (presence.availability === 'OFFLINE') {
      return nothing;
    }
    const name = labels.of(`presence.${presence.availability}`);
    return html`<i class=${presence.availability} role="img" aria-label=${name} title=${name}></i>`;
  }

  private availabilityText({ availability, lastSeen }: Presence): string {
    return availability === 'OFFLINE' && lastSeen
      ? labels.of('presence.seen', momentText(lastSeen))
      : labels.of(`presence.${availability}`);
  }

  static styles = [
    tokens,
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

/** The time for today and yesterday, the date for any other day. */
function momentText(at: number): string {
  const ago = dayNumber(Date.now()) - dayNumber(at);
  const { locale } = labels;
  const time = zonedFormat(locale, { timeStyle: 'short' }).format(at);
  if (ago === 0) {
    return time;
  }
  return ago === 1 ? `${labels.of('list.yesterday')} ${time}` : zonedFormat(locale, { dateStyle: 'medium' }).format(at);
}

customElements.define('charla-presence-feed', PresenceFeed);
customElements.define('charla-presence', PresenceMark);
