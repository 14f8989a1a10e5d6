import type { FoundEmoji } from './emoji-picker.ts';

/** Emoji to choose from. What knows them all is large, and loaded when it is asked for first. */

/** Those one reaches for most, in one press. */
export const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🎉'];

const all = () => import('./emoji-picker.ts');

/** Lets the person choose one near a place on the screen; undefined when they choose none. */
export async function pickEmoji(near: DOMRect, locale: string): Promise<string | undefined> {
  return (await all()).panel(locale).ask(near);
}

/** Those whose names and words begin as what was written. */
export async function searchEmoji(words: string, locale: string, most: number): Promise<FoundEmoji[]> {
  return (await all()).search(words, locale, most);
}
