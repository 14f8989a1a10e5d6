/** The key code of a key that an input method takes, where the browser does not say that it is composing (Safari). */
const PROCESSED_KEY = 229;

/** Whether a key belongs to an input method that is composing characters: its Enter takes a word, and submits nothing. */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === PROCESSED_KEY;
}

/**
 * Keeps the keys of input methods from every listener of the page, be it of an element, of a server-side component or of
 * Vaadin's shortcuts. Listeners on the window in the capture phase still hear them. The input method itself, and the form,
 * see them all the same: nothing is prevented.
 */
export function keepFromListeners(page: EventTarget): void {
  for (const type of ['keydown', 'keypress', 'keyup']) {
    page.addEventListener(type, (event) => isComposing(event as KeyboardEvent) && event.stopImmediatePropagation(), {
      capture: true
    });
  }
}

globalThis.document && keepFromListeners(document);
