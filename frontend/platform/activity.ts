/** A person who has given no input for this long (milliseconds) is away. */
const AWAY_AFTER = 5 * 60_000;
const INPUT_EVENTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];

let lastInput = Date.now();
const listeners = new Set<() => void>();

function onInput(): void {
  const wasAway = !isActive();
  lastInput = Date.now();
  if (wasAway) {
    listeners.forEach((listener) => listener());
  }
}

globalThis.document && INPUT_EVENTS.forEach((name) => addEventListener(name, onInput, { passive: true, capture: true }));

/** Whether the person gave this page any input lately. */
export function isActive(): boolean {
  return Date.now() - lastInput < AWAY_AFTER;
}

/** Calls back at the first input after the person was away; until the returned function is called. */
export function onReturn(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
