import type { FoundEmoji } from './emoji-picker.ts';

/** The emoji offered first for a reaction, each in one press. */
export const QUICK_REACTIONS = ['👍', '❤️', '😂', '😮', '😢', '🎉'];

/** The picker with its data is large, so it is loaded at its first use. */
const loadPicker = () => import('./emoji-picker.ts');

/** Opens the emoji picker beside a rectangle of the viewport; undefined if the person closes it without a choice. */
export async function pickEmoji(near: DOMRect, locale: string): Promise<string | undefined> {
  return (await loadPicker()).panel(locale).ask(near);
}

/** Returns at most `limit` emoji that have a name or keyword beginning with the query. */
export async function searchEmoji(query: string, locale: string, limit: number): Promise<FoundEmoji[]> {
  return (await loadPicker()).search(query, locale, limit);
}
