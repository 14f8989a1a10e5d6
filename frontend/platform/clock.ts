/** The time zone that the person chose, which the page is served with; undefined for the device's own. */
function chosenTimeZone(): string | undefined {
  return globalThis.document?.documentElement.dataset.timeZone;
}

/** The formats made so far, by language, time zone and options: making one takes a thousand times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A date and time format in the person's time zone; in the device's where this browser does not know that zone. */
export function zonedFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const zone = chosenTimeZone();
  const key = JSON.stringify([locale, zone, options]);
  let format = formats.get(key);
  if (!format) {
    format = newFormat(locale, options, zone);
    formats.set(key, format);
  }
  return format;
}

function newFormat(locale: string, options: Intl.DateTimeFormatOptions, timeZone?: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch (failure) {
    if (!(failure instanceof RangeError)) {
      throw failure;
    }
    return new Intl.DateTimeFormat(locale, options);
  }
}

/** The options of ISO 8601 dates (2026-11-23) in Canada's English. */
const ISO_DATE: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' };

/** The number of the calendar day of a moment in the person's time zone; the next day's is one more. */
export function dayNumber(moment: number): number {
  return Math.round(Date.parse(`${zonedFormat('en-CA', ISO_DATE).format(moment)}T00:00:00Z`) / 86_400_000);
}
