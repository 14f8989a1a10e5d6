import type { Look } from '../sync/shell-copy.ts';

/** The element with the style sheet of the accent colour; see Appearance.java. */
const ACCENT_ID = 'charla-accent';

/** Returns the appearance of this page. */
export function currentLook(): Look {
  const root = document.documentElement;
  const attributes = Object.fromEntries(
    [...root.attributes].filter(({ name }) => name === 'lang' || /^data-/.test(name)).map(({ name, value }) => [name, value])
  );
  return { attributes, accent: document.getElementById(ACCENT_ID)?.textContent ?? '' };
}

/** Gives this page the appearance that an earlier one had. */
export function applyLook({ attributes, accent }: Look): void {
  for (const [name, value] of Object.entries(attributes)) {
    document.documentElement.setAttribute(name, value);
  }
  const sheet = document.getElementById(ACCENT_ID);
  if (sheet) {
    sheet.textContent = accent;
  }
}
