/** Texts of one language by key. */
export type Texts = Record<string, string>;

/** The labels of one language, with placeholders {0}, {1}… filled in. A missing key gives an empty text, not the key. */
export class Labels {
  readonly locale: string;
  private readonly texts: Texts;
  private readonly plural: Intl.PluralRules;

  constructor(locale = 'es', texts: Texts = {}) {
    this.locale = locale;
    this.texts = texts;
    this.plural = new Intl.PluralRules(locale);
  }

  has(key: string): boolean {
    return !!this.texts[key];
  }

  of(key: string, ...values: (string | number)[]): string {
    return (this.texts[key] ?? '').replace(/\{(\d)\}/g, (_, index) => `${values[Number(index)] ?? ''}`);
  }

  /** The plural form of a label for a count: key.one or key.other, by the rules of the language. */
  counted(key: string, count: number): string {
    const form = `${key}.${this.plural.select(count)}`;
    return this.of(this.has(form) ? form : `${key}.other`, count.toLocaleString(this.locale));
  }
}
