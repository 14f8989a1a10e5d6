/** The number formats and plural rules of a locale. */
export interface MessageLocale {
  numbers: Intl.NumberFormat;
  plurals: Intl.PluralRules;
}

type Value = string | number | undefined;

/**
 * Fills in an ICU message: arguments ({0}) and plurals ({0, plural, =0 {none} one {# file} other {# files}}), as
 * IcuMessageSource.java does on the server. Numbers are written in the habits of the locale. What is no argument stays.
 */
export function formatMessage(pattern: string, values: Value[], locale: MessageLocale, count?: number): string {
  let text = '';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    const end = character === '{' ? closing(pattern, at) : -1;
    if (end > 0) {
      text += argument(pattern.slice(at + 1, end), values, locale);
      at = end;
    } else {
      text += character === '#' && count !== undefined ? locale.numbers.format(count) : character;
    }
  }
  return text;
}

function argument(body: string, values: Value[], locale: MessageLocale): string {
  const [all, index, forms] = /^\s*(\d+)\s*(?:,\s*plural\s*,([^]*))?$/.exec(body) ?? [];
  if (all === undefined) {
    return `{${body}}`;
  }
  const value = values[Number(index)] ?? '';
  if (forms !== undefined) {
    const count = Number(value);
    return formatMessage(form(forms, count, locale.plurals), values, locale, count);
  }
  return typeof value === 'number' ? locale.numbers.format(value) : value;
}

/** The form of a plural for a count: that of exactly this number (=1), else that of its category. */
function form(forms: string, count: number, plurals: Intl.PluralRules): string {
  const found = new Map<string, string>();
  for (let at = forms.indexOf('{'), start = 0; at >= 0; at = forms.indexOf('{', start)) {
    const end = closing(forms, at);
    if (end < 0) {
      break;
    }
    found.set(forms.slice(start, at).trim(), forms.slice(at + 1, end));
    start = end + 1;
  }
  return found.get(`=${count}`) ?? found.get(plurals.select(count)) ?? found.get('other') ?? '';
}

/** The place of the brace that closes the one at a place, or -1. */
function closing(pattern: string, open: number): number {
  let depth = 0;
  for (let at = open; at < pattern.length; at++) {
    depth += pattern[at] === '{' ? 1 : pattern[at] === '}' ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  return -1;
}
