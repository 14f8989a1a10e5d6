import { dayOf, zoned } from './clock.ts';

/** Dates and times of a conversation in one language and the person's time zone. */
export class Days {
  private readonly time: Intl.DateTimeFormat;
  private readonly near: Intl.DateTimeFormat;
  private readonly far: Intl.DateTimeFormat;
  private readonly exact: Intl.DateTimeFormat;
  private readonly year: Intl.DateTimeFormat;

  constructor(locale: string) {
    this.time = zoned(locale, { timeStyle: 'short' });
    this.near = zoned(locale, { weekday: 'long', day: 'numeric', month: 'long' });
    this.far = zoned(locale, { day: 'numeric', month: 'long', year: 'numeric' });
    this.exact = zoned(locale, { dateStyle: 'full', timeStyle: 'short' });
    this.year = zoned(locale, { year: 'numeric' });
  }

  static readonly day = dayOf;

  timeOf(moment: number): string {
    return this.time.format(moment);
  }

  exactly(moment: number): string {
    return this.exact.format(moment);
  }

  /** Today, yesterday, the weekday within this year, or the date. */
  dayOf(moment: number, now: number, today: string, yesterday: string): string {
    const ago = dayOf(now) - dayOf(moment);
    if (ago === 0) {
      return today;
    }
    if (ago === 1) {
      return yesterday;
    }
    const sameYear = this.year.format(moment) === this.year.format(now);
    return (sameYear ? this.near : this.far).format(moment);
  }
}
