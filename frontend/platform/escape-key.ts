/** Elements that handle Escape themselves while they are open; notices and the loading bar are popovers that do not. */
const OPEN =
  'dialog[open], [popover]:popover-open:not(vaadin-connection-indicator, .toast), ' +
  'vaadin-dialog[opened], vaadin-combo-box[opened], vaadin-multi-select-combo-box[opened]';

/** Whether an element is a text field that holds text. */
function isFilled(field: EventTarget): boolean {
  return (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value !== '';
}

/**
 * Calls back when Escape is pressed, alone or with Shift, and nothing else on the page handles it: no dialog, popover or
 * filled text field; until the returned function is called.
 *
 * @param listener gets whether Shift is held
 */
export function onUnhandledEscape(listener: (shift: boolean) => void): () => void {
  let handled = false;
  // Whatever Escape closes is closed already when the event bubbles, so it is looked for in the capture phase.
  const capture = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      const path = event.composedPath();
      const inside = path.some((each) => each instanceof Element && each.matches(OPEN));
      handled = inside || document.querySelector(OPEN) !== null || isFilled(path[0]);
    }
  };
  const bubble = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === 'Escape' && plain && !handled && !event.defaultPrevented) {
      listener(event.shiftKey);
    }
  };
  window.addEventListener('keydown', capture, true);
  window.addEventListener('keydown', bubble);
  return () => {
    window.removeEventListener('keydown', capture, true);
    window.removeEventListener('keydown', bubble);
  };
}
