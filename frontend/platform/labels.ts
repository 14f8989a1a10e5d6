export type Texts = Record<string, string>;

/** Texts of one language by key, with {0}, {1}… filled in. A missing key shows as nothing rather than as a key. */
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

  /** The text of key.one or key.other, as the number asks for in this language. */
  counted(key: string, count: number): string {
    const form = `${key}.${this.plural.select(count)}`;
    return this.of(this.has(form) ? form : `${key}.other`, count.toLocaleString(this.locale));
  }
}
