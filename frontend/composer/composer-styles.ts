import { css } from 'lit';
import { buttonStyles, dialogStyles } from '../design/dialog.ts';
import { tokens } from '../design/tokens.ts';
import { altTextStyles } from './alt-text-dialog.ts';
import { trayStyles } from './attachment-tray-styles.ts';
import { autocompleteStyles } from './autocomplete.ts';
import { cameraStyles } from './camera.ts';
import { commandStyles } from './command-runner.ts';
import { dropStyles } from './file-drop.ts';
import { filePickerStyles } from './file-picker.ts';
import { recorderStyles } from './voice-recorder-styles.ts';

const frameStyles = css`
  :host {
    display: block;
    flex: none;
    padding: 4px 24px calc(16px + env(safe-area-inset-bottom, 0px));
    background: var(--surface-2);
  }

  :host([hidden]) {
    display: none;
  }

  .box {
    display: flex;
    align-items: flex-end;
    gap: 4px;
    padding: 5px;
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: 18px;
    box-shadow: 0 1px 4px rgb(20 22 40 / 10%);
  }

  .box.covered {
    display: none;
  }

  .box:focus-within {
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }

  textarea {
    flex: 1;
    min-width: 0;
    margin: 0;
    padding: 11px 4px;
    font: inherit;
    line-height: 22px;
    color: inherit;
    background: none;
    border: 0;
    outline: 0;
    resize: none;
    overflow-y: auto;
    scrollbar-width: thin;
  }

  textarea:focus-visible {
    outline: 0;
  }

  textarea::placeholder {
    overflow: hidden;
    color: var(--muted);
    opacity: 1;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  textarea:placeholder-shown {
    overflow: hidden;
  }

  @media (pointer: coarse) {
    /* Smaller text would make a phone zoom in. */
    textarea {
      font-size: max(16px, 1rem);
    }
  }

  .tool {
    display: grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    color: var(--muted);
    border-radius: 14px;
  }

  .tool:hover {
    color: var(--text);
    background: var(--surface-2);
  }

  .mic {
    touch-action: none;
    user-select: none;
    -webkit-touch-callout: none;
  }

  .send {
    display: grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    color: var(--on-accent);
    background: var(--accent);
    border-radius: 14px;
    transition: opacity 120ms;
  }

  .send[aria-disabled='true'] {
    cursor: default;
    opacity: 0.55;
  }

  .notices p {
    margin: 0;
    padding: 0 20px 6px;
    font-size: 0.8125rem;
    color: var(--muted);
  }

  .notices .danger {
    color: var(--danger);
  }

  .about {
    display: flex;
    align-items: center;
    gap: 12px;
    margin-bottom: 6px;
    padding: 4px 4px 4px 16px;
    color: var(--accent);
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    font-size: 0.8125rem;
  }

  .about svg {
    flex: none;
  }

  .about .who {
    font-weight: 600;
  }

  .about > span {
    flex: 1;
    min-width: 0;
  }

  .about .said {
    display: block;
    overflow: hidden;
    color: var(--muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .about button {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    color: var(--muted);
    border-radius: 12px;
  }

  @media (max-width: 700px) {
    :host {
      padding: 2px 16px calc(10px + var(--charla-home, env(safe-area-inset-bottom, 0px)));
    }
  }
`;

export const composerStyles = [
  tokens,
  autocompleteStyles,
  commandStyles,
  buttonStyles,
  dialogStyles,
  cameraStyles,
  trayStyles,
  filePickerStyles,
  altTextStyles,
  recorderStyles,
  dropStyles,
  frameStyles
];
