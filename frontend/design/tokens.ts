import { css } from 'lit';

/**
 * The design tokens and base rules that every element with a shadow root starts with. A token is the --charla-… property
 * of the page's theme, or a default for which color-scheme decides between light and dark. `.unseen` hides visually only.
 */
export const tokens = css`
  :host {
    --accent: var(--charla-accent, light-dark(#5b5bd6, #8484ff));
    --on-accent: var(--charla-on-accent, light-dark(#ffffff, #10121d));
    --surface: var(--charla-surface, light-dark(#ffffff, #171926));
    --surface-2: var(--charla-surface-2, light-dark(#f3f4f9, #10111c));
    --bubble: var(--charla-bubble, light-dark(#ffffff, #171926));
    --bubble-own: var(--charla-bubble-own, light-dark(#e3e3fa, #2e2d5f));
    --text: var(--charla-text, light-dark(#1b1d2a, #eceefa));
    --muted: var(--charla-text-muted, light-dark(#5b6173, #a0a5bb));
    --border: var(--charla-border, light-dark(#dfe1ea, #2a2d40));
    --danger: var(--charla-danger, light-dark(#c4253f, #ff7285));
    --online: var(--charla-online, light-dark(#1d7d4a, #4ecb8d));
    --radius: var(--charla-radius, 14px);
    box-sizing: border-box;
    color: var(--text);
    font-size: 0.9375rem;
    line-height: 1.45;
  }

  * {
    box-sizing: border-box;
  }

  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    cursor: pointer;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;
