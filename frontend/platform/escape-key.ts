/** What has the Escape key for itself while it is open. */
const OPEN = 'dialog[open], [popover]:popover-open, vaadin-dialog[opened], vaadin-combo-box[opened], vaadin-multi-select-combo-box[opened]';

/** Whoever is writing does not mean the rest of the page. */
function isFilled(field: EventTarget): boolean {
  return (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value !== '';
}

/** Calls back when Escape is pressed and nothing else on the page takes it; until the returned function is called. */
export function onFreeEscape(pressed: () => void): () => void {
  let taken = false;
  // What closes by the key is closed when the event has come through: it is asked before.
  const before = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      const path = event.composedPath();
      const inside = path.some((each) => each instanceof Element && each.matches(OPEN));
      taken = inside || document.querySelector(OPEN) !== null || isFilled(path[0]);
    }
  };
  const after = (event: KeyboardEvent) => {
    const plain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === 'Escape' && plain && !taken && !event.defaultPrevented && !event.isComposing) {
      pressed();
    }
  };
  window.addEventListener('keydown', before, true);
  window.addEventListener('keydown', after);
  return () => {
    window.removeEventListener('keydown', before, true);
    window.removeEventListener('keydown', after);
  };
}
