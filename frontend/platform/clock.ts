/** The zone whose time the person wants to see; without a wish, the device's own. The page is served with it. */
function timeZone(): string | undefined {
  return globalThis.document?.documentElement.dataset.timeZone;
}

/** A format in the person's time zone. A zone that this browser does not know yet counts as none. */
export function zoned(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: timeZone() });
  } catch (failure) {
    if (!(failure instanceof RangeError)) {
      throw failure;
    }
    return new Intl.DateTimeFormat(locale, options);
  }
}

let dates: { zone: string | undefined; format: Intl.DateTimeFormat } | undefined;

/** Writes dates as 2026-11-23, in the person's time zone. */
function isoDates(): Intl.DateTimeFormat {
  const zone = timeZone();
  if (!dates || dates.zone !== zone) {
    dates = { zone, format: zoned('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }) };
  }
  return dates.format;
}

/** A number that is the same for all moments of one day of the person's, and one more on the next. */
export function dayOf(moment: number): number {
  return Math.round(Date.parse(`${isoDates().format(moment)}T00:00:00Z`) / 86_400_000);
}
