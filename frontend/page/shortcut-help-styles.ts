import { css } from 'lit';

export const shortcutHelpStyles = css`
  dialog {
    width: min(760px, calc(100vw - 32px));
    max-height: calc(100dvh - 48px);
    padding: 0;
    overflow: hidden;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: 18px;
    box-shadow: 0 24px 64px rgb(20 22 40 / 30%);
  }

  dialog::backdrop {
    background: rgb(12 13 24 / 50%);
  }

  .body {
    display: flex;
    flex-direction: column;
    max-height: calc(100dvh - 50px);
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 14px 12px 6px 24px;
  }

  h2,
  h3,
  dl,
  dd {
    margin: 0;
  }

  h2 {
    font-size: 1.125rem;
  }

  h3 {
    margin-bottom: 6px;
    color: var(--muted);
    font-size: 0.75rem;
    letter-spacing: 0.05em;
    text-transform: uppercase;
  }

  header button {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    color: var(--muted);
    border-radius: 12px;
  }

  .sections {
    columns: 2 280px;
    column-gap: 40px;
    padding: 8px 24px 24px;
    overflow-y: auto;
  }

  section {
    padding-bottom: 18px;
    break-inside: avoid;
  }

  dl > div {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-height: 32px;
    font-size: 0.875rem;
  }

  dd {
    display: flex;
    flex: none;
    gap: 4px;
  }

  kbd {
    min-width: 24px;
    padding: 1px 7px;
    color: var(--muted);
    background: var(--surface-2);
    border: 1px solid var(--border);
    border-radius: 7px;
    font: inherit;
    font-size: 0.8125rem;
    text-align: center;
    white-space: nowrap;
  }
`;
