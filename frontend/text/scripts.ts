/**
 * One character of a script that is written without spaces between words, or with endings that follow a name without one,
 * as the source of a regular expression; Scripts.java has the same.
 */
export const WITHOUT_SPACES =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Bopomofo}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}' +
  '\\p{sc=Myanmar}\\p{sc=Tibetan}\\p{sc=Yi}\\p{sc=Javanese}\\p{sc=Balinese}\\p{sc=Tai_Le}\\p{sc=New_Tai_Lue}' +
  '\\p{sc=Tai_Tham}\\p{sc=Tai_Viet}\\u3006\\u30FC\\uFF70]';

const SCRIPT = new RegExp(`^${WITHOUT_SPACES}$`, 'u');
const WORD = /^[\p{L}\p{M}\p{N}]$/u;

/** Whether a character is of a script that is written without spaces. */
export function isWithoutSpaces(character: string): boolean {
  return SCRIPT.test(character);
}

/** Whether a character is a part of a word. */
export function isWord(character: string): boolean {
  return WORD.test(character);
}

/** Returns the character, of one or two UTF-16 units, that ends before an index; an empty string at the beginning. */
export function characterBefore(text: string, index: number): string {
  return text.slice(Math.max(0, index - 2), index).match(/.$/su)?.[0] ?? '';
}
