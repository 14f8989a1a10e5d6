const MAX_ROWS = 8;

/** Makes a text area as tall as its text, up to 8 lines; the rows attribute does it without a style attribute. */
export function fitRows(area: HTMLTextAreaElement): void {
  area.rows = 1;
  const style = getComputedStyle(area);
  const padding = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
  area.rows = Math.min(MAX_ROWS, Math.max(1, Math.round((area.scrollHeight - padding) / parseFloat(style.lineHeight))));
}
