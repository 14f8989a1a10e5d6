/**
 * The locale of dates, times and numbers: a language of the page with the region of the browser and, if the browser speaks
 * another language, its 12 or 24 hours. RegionalLocale.java does the same on the server.
 */
export function regionalLocale(language: string, browser = navigator.language): string {
  const chosen = new Intl.Locale(language);
  const own = chosen.region ? undefined : parsed(browser);
  if (!own) {
    return language;
  }
  const { region } = own;
  if (own.language === chosen.language) {
    return region ? `${chosen.language}-${region}` : language;
  }
  const { hourCycle } = new Intl.DateTimeFormat(browser, { hour: 'numeric' }).resolvedOptions();
  return new Intl.Locale(language, {
    region,
    hourCycle: hourCycle === 'h11' || hourCycle === 'h12' ? 'h12' : 'h23'
  }).toString();
}

function parsed(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch (failure) {
    if (failure instanceof RangeError) {
      return undefined;
    }
    throw failure;
  }
}
