import { css } from 'lit';

/** The toolbar over the active message. */
export const toolbarStyles = css`
  .toolbar {
    position: absolute;
    z-index: 2;
    top: -24px;
    inset-inline-end: 10px;
    display: flex;
    padding: 2px;
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: 12px;
    box-shadow: 0 4px 14px rgb(20 22 40 / 16%);
  }

  /* Over the end of the message, but never out of sight beside a short one. */
  .row:not(.own) .toolbar {
    inset-inline: max(100% + 10px, var(--least, 150px)) auto;
    transform: translateX(-100%);
  }

  .toolbar button {
    display: grid;
    place-items: center;
    width: 34px;
    height: 32px;
    color: var(--muted);
    border-radius: 9px;
  }

  .toolbar .emoji {
    color: var(--text);
    font-size: 1.0625rem;
  }

  .toolbar svg {
    width: 17px;
    height: 17px;
  }

  .toolbar button:hover,
  .toolbar button:focus-visible {
    color: var(--text);
    background: var(--surface-2);
  }

  @media (pointer: coarse) {
    .toolbar {
      --least: 216px;
      top: -44px;
    }

    .toolbar button {
      width: 48px;
      height: 44px;
    }

    .toolbar svg {
      width: 20px;
      height: 20px;
    }
  }
`;
