/** The time of day in a zone of the IANA database; empty if this browser does not know the zone. */
export function timeIn(zone: string, locale: string, moment: number): string {
  try {
    return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(moment);
  } catch (failure) {
    if (failure instanceof RangeError) {
      return '';
    }
    throw failure;
  }
}

/** The city in the name of a zone of the IANA database. */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
