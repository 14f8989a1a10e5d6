import { svg, html, type TemplateResult } from 'lit';

/** A line icon drawn on a grid of 24 by 24, in the colour of the surrounding text. */
const line = (content: TemplateResult) => html`<svg
  viewBox="0 0 24 24"
  width="20"
  height="20"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>
  ${content}
</svg>`;

/** The icons of all elements. Decorative: each needs a label beside it. */
export const icons = {
  copy: line(svg`<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M5 15V6a2 2 0 0 1 2-2h8"/>`),
  edit: line(svg`<path d="M4 20h4L19 9a2.8 2.8 0 0 0-4-4L4 16z"/><path d="m13.5 6.500 4 4"/>`),
  remove: line(svg`<path d="M4 7h16M10 11v6M14 11v6M6 7l1 12a2 2 0 0 0 2 2h6a2 2 0 0 0 2-2l1-12M9 7V4h6v3"/>`),
  retry: line(svg`<path d="M20 12a8 8 0 1 1-2.500-5.800"/><path d="M20 3v5h-5"/>`),
  close: line(svg`<path d="M6 6l12 12M18 6 6 18"/>`),
  check: line(svg`<path d="m5 13 4.500 4.500L19 7"/>`),
  checks: line(svg`<path d="m2 13 4.500 4.500L15 8"/><path d="m10.500 16 1.500 1.500L22 7"/>`),
  unread: line(
    svg`<path d="M12 5H6a2 2 0 0 0-2 2v12l4-3h10a2 2 0 0 0 2-2v-2"/><circle cx="18" cy="6" r="2.500" fill="currentColor"/>`
  ),
  bell: line(svg`<path d="M18 16H6c1.200-1 1-3.500 1-6a5 5 0 0 1 10 0c0 2.500-.200 5 1 6zM10.500 19.500a2 2 0 0 0 3 0"/>`),
  mute: line(
    svg`<path d="M4 4l16 16M9 5.200A6 6 0 0 1 18 10c0 2 .4 3.600 1 5M6.500 8A6 6 0 0 0 6 10c0 4-2 6-2 6h12M10.500 19.500a2 2 0 0 0 3 0"/>`
  ),
  leave: line(svg`<path d="M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 8l4 4-4 4M19 12H9"/>`),
  clock: line(svg`<circle cx="12" cy="12" r="8.500"/><path d="M12 7.500V12l3 2"/>`),
  alert: line(svg`<circle cx="12" cy="12" r="9"/><path d="M12 7.500v5.500M12 16.500v.01"/>`),
  share: line(svg`<path d="M12 15V4M8 7.500 12 3.500l4 4M5 12v7h14v-7"/>`),
  pin: line(svg`<path d="M9 4h6l-1 6 4 4H6l4-4zM12 14v6"/>`),
  unpin: line(svg`<path d="M9 4h6l-1 6 4 4H6l4-4zM12 14v6M4 3l16 18"/>`),
  save: line(svg`<path d="M7 4h10a1 1 0 0 1 1 1v15l-6-4-6 4V5a1 1 0 0 1 1-1z"/>`),
  link: line(
    svg`<path d="M10 14a4 4 0 0 0 6 .500l3-3a4 4 0 0 0-5.700-5.700l-1.300 1.200M14 10a4 4 0 0 0-6-.500l-3 3a4 4 0 0 0 5.700 5.700l1.300-1.200"/>`
  ),
  smile: line(svg`<circle cx="12" cy="12" r="9"/><path d="M8 14a4.500 4.500 0 0 0 8 0M9 9.500v.01M15 9.500v.01"/>`),
  reply: line(svg`<path d="M9 7 4 12l5 5"/><path d="M4 12h9a7 7 0 0 1 7 7"/>`),
  forward: line(svg`<path d="m15 7 5 5-5 5"/><path d="M20 12h-9a7 7 0 0 0-7 7"/>`),
  source: line(svg`<path d="M12 19V6M6 11l6-6 6 6M5 21h14"/>`),
  back: line(svg`<path d="M5 5v6h6"/><path d="M5 11a8 8 0 1 1 1.500 6.500"/>`),
  more: line(svg`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3"/>`),
  down: line(svg`<path d="M12 5v14M6 13l6 6 6-6"/>`),
  offline: line(
    svg`<path d="M3 3l18 18M8.500 16.500a5 5 0 0 1 5-1.400M5 12.500a10 10 0 0 1 4-2.300M2 8.800a15 15 0 0 1 4.500-2.600M11 5.100a15 15 0 0 1 11 3.700M15.500 10.600a10 10 0 0 1 3.500 1.900M12 20v.01"/>`
  ),
  plus: line(svg`<path d="M12 5v14M5 12h14"/>`),
  mic: line(svg`<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.500 11.500a6.500 6.500 0 0 0 13 0M12 18v3"/>`),
  stop: line(svg`<rect x="6" y="6" width="12" height="12" rx="2" fill="currentColor"/>`),
  play: line(svg`<path d="M8 5.500v13l11-6.500z" fill="currentColor"/>`),
  pause: line(svg`<path d="M8.500 6v12M15.500 6v12" stroke-width="3.500"/>`),
  audio: line(svg`<path d="M9 18V6l10-2v11"/><circle cx="6.500" cy="18" r="2.500"/><circle cx="16.500" cy="15" r="2.500"/>`),
  file: line(svg`<path d="M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8z"/><path d="M14 3v5h5"/>`),
  picture: line(
    svg`<rect x="3.500" y="5" width="17" height="14" rx="2"/><circle cx="9" cy="10" r="1.500"/><path d="m4 17 5-4 3 2.500 4-4 4.500 4"/>`
  ),
  camera: line(
    svg`<path d="M4 8h3l1.500-2.500h7L17 8h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1z"/><circle cx="12" cy="13" r="3.500"/>`
  ),
  download: line(svg`<path d="M12 4v11M7 11l5 5 5-5M5 20h14"/>`),
  zoomIn: line(svg`<circle cx="11" cy="11" r="6.500"/><path d="m16 16 4.500 4.500M11 8.500v5M8.500 11h5"/>`),
  zoomOut: line(svg`<circle cx="11" cy="11" r="6.500"/><path d="m16 16 4.500 4.500M8.500 11h5"/>`),
  previous: line(svg`<path d="m15 5-7 7 7 7"/>`),
  next: line(svg`<path d="m9 5 7 7-7 7"/>`),
  send: html`<svg viewBox="0 0 24 24" width="20" height="20" fill="currentColor" aria-hidden="true"><path d="M3.400 20.400 21 12.900a1 1 0 0 0 0-1.800L3.400 3.600a.9.9 0 0 0-1.300 1L4 10.500l9 1.500-9 1.500-1.900 5.900a.9.9 0 0 0 1.300 1z"/></svg>`,
  bubble: html`<svg viewBox="0 0 64 64" width="72" height="72" fill="none" aria-hidden="true"><path d="M12 14h40a6 6 0 0 1 6 6v22a6 6 0 0 1-6 6H30L18 58V48h-6a6 6 0 0 1-6-6V20a6 6 0 0 1 6-6z" stroke="currentColor" stroke-width="3" stroke-linejoin="round"/><path d="M20 27h24M20 36h15" stroke="currentColor" stroke-width="3" stroke-linecap="round"/></svg>`
};
