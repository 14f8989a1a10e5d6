/** What time it is in a zone of the IANA database; nothing if this browser does not know it. */
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

/** The place after which a zone is called. */
export function placeOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
