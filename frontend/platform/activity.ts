/** Whoever has done nothing for so long is away. */
const AWAY_AFTER = 5 * 60_000;
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];

let last = Date.now();
const returned = new Set<() => void>();

function input(): void {
  const away = !wasActive();
  last = Date.now();
  if (away) {
    returned.forEach((back) => back());
  }
}

globalThis.document && INPUTS.forEach((name) => addEventListener(name, input, { passive: true, capture: true }));

/** Whether the person did something on this page lately. */
export function wasActive(): boolean {
  return Date.now() - last < AWAY_AFTER;
}

/** Calls back when the person does something again; until the returned function is called. */
export function onInput(back: () => void): () => void {
  returned.add(back);
  return () => returned.delete(back);
}
