import type { FoundEmoji } from './emoji-picker.ts';

/** The emoji offered first for a reaction, each in one press. */
export const QUICK_REACTIONS = ['👍', '❤️', '😂', '😮', '😢', '🎉'];

/** The picker with its data is large, so it is loaded at its first use. */
const loadPicker = () => import('./emoji-picker.ts');

/**
 * Returns the fully-qualified spelling of an emoji: with the emoji variation selector where emoji style is not the default,
 * and nowhere else. Emoji.java has the same rule.
 *
 * @see https://www.unicode.org/reports/tr51/#def_fully_qualified_emoji
 */
export function canonicalEmoji(emoji: string): string {
  return emoji
    .replace(/[\uFE0E\uFE0F]/g, '')
    .replace(/(?!\p{Emoji_Presentation})\p{Emoji}(?!\p{Emoji_Modifier})/gu, (part) => `${part}\uFE0F`);
}

/** Opens the emoji picker beside a rectangle of the viewport; undefined if the person closes it without a choice. */
export async function pickEmoji(near: DOMRect, locale: string): Promise<string | undefined> {
  return (await loadPicker()).panel(locale).ask(near);
}

/** Opens the emoji picker for several emoji: calls back for each, and resolves when the person closes it. */
export async function pickSeveralEmoji(near: DOMRect, locale: string, pick: (emoji?: string) => void): Promise<void> {
  await (await loadPicker()).panel(locale).askSeveral(near, pick);
}

/** Returns at most `limit` emoji that have a name or keyword beginning with the query. */
export async function searchEmoji(query: string, locale: string, limit: number): Promise<FoundEmoji[]> {
  return (await loadPicker()).search(query, locale, limit);
}
