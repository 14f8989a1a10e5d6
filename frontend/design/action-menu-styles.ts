import { css } from 'lit';

/** An action menu: a popover at the pointer, or a sheet at the bottom of a touch screen, above a backdrop of its own. */
export const actionMenuStyles = css`
  :host {
    position: fixed;
    inset: var(--top, 0) auto auto var(--left, 0);
    margin: 0;
    padding: 0;
    overflow: visible;
    background: none;
    border: 0;
  }

  .panel {
    min-width: 220px;
    max-height: calc(100dvh - 16px);
    padding: 6px;
    overflow-y: auto;
    overscroll-behavior: contain;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    box-shadow: 0 12px 36px rgb(20 22 40 / 24%);
  }

  button {
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    min-height: 40px;
    padding: 0 12px;
    border-radius: 9px;
    text-align: start;
  }

  button:hover,
  button:focus-visible {
    background: var(--surface-2);
  }

  span {
    flex: 1;
  }

  svg {
    flex: none;
    width: 18px;
    height: 18px;
    color: var(--muted);
  }

  kbd {
    color: var(--muted);
    font: inherit;
    font-size: 0.75rem;
  }

  .row {
    display: flex;
    gap: 2px;
    margin-bottom: 6px;
    padding-bottom: 6px;
    border-bottom: 1px solid var(--border);
  }

  .emoji {
    justify-content: center;
    flex: 1;
    padding: 0 6px;
    font-size: 1.25rem;
  }

  p {
    max-width: 320px;
    margin: 6px 12px;
    color: var(--muted);
    font-size: 0.8125rem;
  }

  .danger,
  .danger svg {
    color: var(--danger);
  }

  :host([sheet]) {
    inset: 0;
    width: 100vw;
    max-width: none;
    height: 100dvh;
    max-height: none;
    background: rgb(12 13 24 / 50%);
    touch-action: none;
  }

  :host([sheet]) .panel {
    position: absolute;
    inset: auto max(8px, env(safe-area-inset-right, 0px)) calc(8px + env(safe-area-inset-bottom, 0px))
      max(8px, env(safe-area-inset-left, 0px));
    max-width: 520px;
    max-height: calc(100dvh - 16px - env(safe-area-inset-top, 0px) - env(safe-area-inset-bottom, 0px));
    margin-inline: auto;
    touch-action: pan-y;
  }

  :host([sheet]) button {
    min-height: 48px;
  }

  :host([sheet]) .row {
    position: sticky;
    z-index: 1;
    top: -6px;
    background: var(--surface);
  }

  :host([sheet]) .emoji {
    min-width: 44px;
    padding: 0;
    font-size: 1.625rem;
  }

  :host([sheet]) kbd {
    display: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    :host([sheet]) .panel {
      animation: slide 160ms ease-out;
    }

    @keyframes slide {
      from {
        translate: 0 40px;
        opacity: 0;
      }
    }
  }
`;
