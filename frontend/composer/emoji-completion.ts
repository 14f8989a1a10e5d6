import { pickSeveralEmoji, searchEmoji } from '../emoji/emoji.ts';
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

/** Opens the emoji picker at a button and inserts each choice at the caret of a text area, which has the focus after that. */
export async function insertEmoji(
  button: HTMLElement,
  textArea: () => HTMLTextAreaElement | null,
  locale: string
): Promise<void> {
  await pickSeveralEmoji(button.getBoundingClientRect(), locale, (emoji) => {
    const area = textArea();
    if (emoji && area) {
      area.setRangeText(emoji, area.selectionStart, area.selectionEnd, 'end');
      area.dispatchEvent(new Event('input'));
    }
  });
  // On a touch screen the focus would open the keyboard.
  if (!matchMedia('(pointer: coarse)').matches) {
    textArea()?.focus();
  }
}
