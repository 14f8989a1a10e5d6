const MAX_ROWS = 8;

/**
 * Makes a text area as tall as its text, up to 8 lines. It is measured with one line; the box around it keeps its height
 * meanwhile: were it lower for a moment, the conversation above would be scrolled away from its end.
 */
export function fitRows(area: HTMLTextAreaElement): void {
  const box = area.parentElement!;
  box.style.minHeight = `${box.getBoundingClientRect().height}px`;
  area.rows = 1;
  const style = getComputedStyle(area);
  const padding = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
  area.rows = Math.min(MAX_ROWS, Math.max(1, Math.round((area.scrollHeight - padding) / parseFloat(style.lineHeight))));
  box.style.minHeight = '';
}
