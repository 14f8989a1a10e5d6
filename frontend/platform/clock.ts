/** The time zone that the person chose, which the page is served with; undefined for the device's own. */
function chosenTimeZone(): string | undefined {
  return globalThis.document?.documentElement.dataset.timeZone;
}

/** A date and time format in the person's time zone; in the device's where this browser does not know that zone. */
export function zonedFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: chosenTimeZone() });
  } catch (failure) {
    if (!(failure instanceof RangeError)) {
      throw failure;
    }
    return new Intl.DateTimeFormat(locale, options);
  }
}

let isoFormat: { zone: string | undefined; format: Intl.DateTimeFormat } | undefined;

/** The format of ISO 8601 dates (2026-11-23) in the person's time zone, made anew when that changes. */
function isoDateFormat(): Intl.DateTimeFormat {
  const zone = chosenTimeZone();
  if (!isoFormat || isoFormat.zone !== zone) {
    isoFormat = { zone, format: zonedFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }) };
  }
  return isoFormat.format;
}

/** The number of the calendar day of a moment in the person's time zone; the next day's is one more. */
export function dayNumber(moment: number): number {
  return Math.round(Date.parse(`${isoDateFormat().format(moment)}T00:00:00Z`) / 86_400_000);
}
