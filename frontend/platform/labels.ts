import { formatMessage, type MessageLocale } from './message-format.ts';
import { regionalLocale } from './regional-locale.ts';

/** Texts of one language by key. */
export type Texts = Record<string, string>;

/** The labels of one language: ICU messages by key. A missing key gives an empty text, not the key. */
export class Labels {
  /** The language with the region of the browser, for dates, times and numbers. */
  readonly locale: string;
  private readonly texts: Texts;
  private readonly format: MessageLocale;

  constructor(language = 'es', texts: Texts = {}) {
    this.locale = regionalLocale(language);
    this.texts = texts;
    this.format = { numbers: new Intl.NumberFormat(this.locale), plurals: new Intl.PluralRules(this.locale) };
  }

  has(key: string): boolean {
    return !!this.texts[key];
  }

  of(key: string, ...values: (string | number)[]): string {
    const text = this.texts[key] ?? '';
    return text.includes('{') ? formatMessage(text, values, this.format) : text;
  }

  /** The plural form of a label for a count: key.one or key.other, by the rules of the language. */
  counted(key: string, count: number): string {
    const form = `${key}.${this.format.plurals.select(count)}`;
    return this.of(this.has(form) ? form : `${key}.other`, count);
  }
}
