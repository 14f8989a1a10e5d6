import { css } from 'lit';

/** The menu of a message: a popover at the pointer, or a sheet at the bottom of a touch screen. */
export const messageMenuStyles = css`
  :host {
    position: fixed;
    inset: var(--top, 0) auto auto var(--left, 0);
    margin: 0;
    min-width: 220px;
    padding: 6px;
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

  @media (pointer: coarse) {
    :host {
      inset: auto 8px calc(8px + env(safe-area-inset-bottom, 0px));
      width: auto;
    }

    :host::backdrop {
      background: rgb(12 13 24 / 50%);
    }

    button {
      min-height: 48px;
    }

    kbd {
      display: none;
    }
  }
`;
