import { regionalLocale } from '../platform/regional-locale.ts';
import { cityOf, timeIn } from '../platform/time-zones.ts';

const MINUTE = 60_000;

/** The local time of a person, kept current to the minute; empty for a time zone that this browser does not know. */
export class LocalTime extends HTMLElement {
  private timer?: ReturnType<typeof setTimeout>;

  connectedCallback(): void {
    this.tick();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  private tick(): void {
    const now = Date.now();
    const zone = this.getAttribute('zone') ?? '';
    const time = timeIn(zone, regionalLocale(document.documentElement.lang || 'es'), now);
    this.textContent = time ? (this.getAttribute('said') ?? '').replace('{0}', time).replace('{1}', cityOf(zone)) : '';
    this.timer = setTimeout(() => this.tick(), MINUTE - (now % MINUTE));
  }
}

customElements.define('charla-local-time', LocalTime);
