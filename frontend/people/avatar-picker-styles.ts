import { css } from 'lit';

export const avatarPickerStyles = css`
  :host {
    display: block;
    flex: 1;
  }

  .drop {
    display: grid;
    justify-items: start;
    gap: 8px;
    border-radius: 12px;
  }

  .over {
    outline: 2px dashed var(--accent);
    outline-offset: 8px;
  }

  label.button {
    display: inline-flex;
    align-items: center;
    cursor: pointer;
  }

  label.button:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  p {
    margin: 0;
    color: var(--muted);
    font-size: 0.8125rem;
  }

  .failure {
    color: var(--danger);
  }

  dialog {
    width: min(400px, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    padding: 20px;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: 18px;
    box-shadow: 0 24px 64px rgb(20 22 40 / 30%);
  }

  dialog[open] {
    display: grid;
    gap: 14px;
  }

  dialog::backdrop {
    background: rgb(12 13 24 / 50%);
  }

  h2 {
    margin: 0;
    font-size: 1.125rem;
  }

  .frame {
    position: relative;
    justify-self: center;
    width: min(320px, 100%, 50dvh);
    overflow: hidden;
    border-radius: 12px;
  }

  canvas {
    display: block;
    width: 100%;
    aspect-ratio: 1;
    background: #ffffff;
    border-radius: 12px;
    cursor: grab;
    touch-action: none;
  }

  canvas:active {
    cursor: grabbing;
  }

  canvas:focus-visible {
    outline-offset: -3px;
  }

  /* The part of the square that shows in a round avatar. */
  .frame::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 2px solid rgb(255 255 255 / 85%);
    border-radius: 50%;
    box-shadow: 0 0 0 400px rgb(12 13 24 / 50%);
    pointer-events: none;
  }

  .zoom {
    display: flex;
    align-items: center;
    gap: 12px;
  }

  input[type='range'] {
    flex: 1;
    min-width: 0;
    min-height: 32px;
    accent-color: var(--accent);
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }
`;
