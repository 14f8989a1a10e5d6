/** Moves the focus between rows by the arrow keys, Home and End. Returns false where the key leads above the first row. */
export function moveRowFocus(event: KeyboardEvent, rows: HTMLElement[]): boolean {
  const current = rows.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (next === undefined || current < 0) {
    return true;
  }
  event.preventDefault();
  rows[Math.min(next, rows.length - 1)]?.focus();
  return next >= 0;
}
