/** Dates and times of a conversation in one language and time zone. */
export class Days {
  private readonly time: Intl.DateTimeFormat;
  private readonly near: Intl.DateTimeFormat;
  private readonly far: Intl.DateTimeFormat;
  private readonly exact: Intl.DateTimeFormat;

  constructor(locale: string) {
    this.time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
    this.near = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
    this.far = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
    this.exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
  }

  /** A number that is the same for all moments of one local day and one more on the next. */
  static day(moment: number): number {
    const date = new Date(moment);
    return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
  }

  timeOf(moment: number): string {
    return this.time.format(moment);
  }

  exactly(moment: number): string {
    return this.exact.format(moment);
  }

  /** Today, yesterday, the weekday within this year, or the date. */
  dayOf(moment: number, now: number, today: string, yesterday: string): string {
    const ago = Days.day(now) - Days.day(moment);
    if (ago === 0) {
      return today;
    }
    if (ago === 1) {
      return yesterday;
    }
    const sameYear = new Date(moment).getFullYear() === new Date(now).getFullYear();
    return (sameYear ? this.near : this.far).format(moment);
  }
}
