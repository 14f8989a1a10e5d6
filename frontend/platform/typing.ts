/** Elements that take typed characters themselves, or whose keys choose something: fields, menus, lists, dialogs. */
const TAKES_KEYS =
  'input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=tablist], [role=radiogroup], ' +
  'dialog, [role=dialog], [role=alertdialog], [popover], audio, video';

/** Dialogs; while one is open, what is typed belongs to it. Menus have the focus while they are open. */
const DIALOG = 'dialog[open], vaadin-dialog[opened]';

/** Keys that begin a character, but are not yet one: dead keys, and those of input methods. */
const COMPOSING_KEYS = new Set(['Dead', 'Process']);

/** Whether a key types a character, or pastes. The space bar does not count: it scrolls, and presses buttons. */
export function isTyping(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey) {
    return isAltGraph(event) ? [...key].length === 1 : !altKey && key.toLowerCase() === 'v';
  }
  return COMPOSING_KEYS.has(key) || ([...key].length === 1 && key !== ' ');
}

/** Whether AltGr is held, which Windows reports as Ctrl and Alt. */
function isAltGraph(event: KeyboardEvent): boolean {
  return event.getModifierState('AltGraph');
}

/** Whether what is typed has no other place on the page than its main text field. */
export function isStrayTyping(event: KeyboardEvent): boolean {
  return isTyping(event) && !event.composedPath().some(takesKeys) && document.querySelector(DIALOG) === null;
}

function takesKeys(target: EventTarget): boolean {
  return target instanceof Element && target.matches(TAKES_KEYS);
}
