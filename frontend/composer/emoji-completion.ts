import { pickEmoji, searchEmoji } from '../emoji/emoji.ts';
import type { SuggestionSource } from './autocomplete.ts';

const MAX_SUGGESTIONS = 7;

/** The completion of emoji names, from a colon and two letters: fewer would suggest emoji where nobody wants one. */
export function emojiCompletion(locale: () => string): SuggestionSource {
  return {
    pattern: /(?:^|[\s(])(:[\p{L}\p{N}_+-]{2,})$/u,
    async find(typed) {
      const found = await searchEmoji(typed.slice(1), locale(), MAX_SUGGESTIONS);
      return found.map(({ emoji, name }) => ({ text: emoji, mark: emoji, name }));
    }
  };
}

/** Opens the emoji picker at a button and inserts the choice at the caret of a text area, which then has the focus. */
export async function insertEmoji(
  button: HTMLElement,
  textArea: () => HTMLTextAreaElement | null,
  locale: string
): Promise<void> {
  const emoji = await pickEmoji(button.getBoundingClientRect(), locale);
  const area = textArea();
  area?.focus();
  if (emoji && area) {
    area.setRangeText(emoji, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input'));
  }
}
