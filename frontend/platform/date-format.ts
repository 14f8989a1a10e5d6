import { dayNumber, zonedFormat } from './clock.ts';

/** Dates and times of a conversation, in one language and the person's time zone. */
export class DateFormat {
  private readonly time: Intl.DateTimeFormat;
  private readonly sameYear: Intl.DateTimeFormat;
  private readonly otherYear: Intl.DateTimeFormat;
  private readonly dateTime: Intl.DateTimeFormat;
  private readonly year: Intl.DateTimeFormat;

  constructor(locale: string) {
    this.time = zonedFormat(locale, { timeStyle: 'short' });
    this.sameYear = zonedFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
    this.otherYear = zonedFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
    this.dateTime = zonedFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
    this.year = zonedFormat(locale, { year: 'numeric' });
  }

  timeOf(moment: number): string {
    return this.time.format(moment);
  }

  /** The full date with its weekday, and the time. */
  dateTimeOf(moment: number): string {
    return this.dateTime.format(moment);
  }

  /** Today, yesterday, weekday and date within this year, or the date with its year. */
  dayLabel(moment: number, now: number, today: string, yesterday: string): string {
    const daysAgo = dayNumber(now) - dayNumber(moment);
    if (daysAgo === 0) {
      return today;
    }
    if (daysAgo === 1) {
      return yesterday;
    }
    const isSameYear = this.year.format(moment) === this.year.format(now);
    return (isSameYear ? this.sameYear : this.otherYear).format(moment);
  }
}
