/**
 * Returns the row that a navigation key moves the focus to; undefined for other keys.
 *
 * @param page the distance of Page Up and Page Down, in pixels
 */
export function rowAfterKey(key: string, rows: HTMLElement[], from: HTMLElement, page: number): HTMLElement | undefined {
  const at = rows.indexOf(from);
  switch (key) {
    case 'ArrowUp':
      return rows[Math.max(at - 1, 0)];
    case 'ArrowDown':
      return rows[Math.min(at + 1, rows.length - 1)];
    case 'Home':
      return rows[0];
    case 'End':
      return rows[rows.length - 1];
    case 'PageUp':
      return rows.find((row) => row.offsetTop >= from.offsetTop - page);
    case 'PageDown':
      return rows.findLast((row) => row.offsetTop <= from.offsetTop + page);
    default:
      return undefined;
  }
}
