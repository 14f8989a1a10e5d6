import { css, html } from 'lit';

/** The texts and buttons of a confirmation dialog. */
export interface Question {
  title: string;
  text: string;
  cancel: string;
  /** The buttons beside cancel; the last is the primary one. */
  choices: Choice[];
}

interface Choice {
  /** The return value of the dialog when this button is pressed. */
  value: string;
  name: string;
  danger?: boolean;
}

/** A confirmation dialog, to be opened with showModal. Cancelling or closing it answers an empty text. */
export function question({ title, text, cancel, choices }: Question, onAnswer: (value: string) => void) {
  const onClose = (event: Event) => onAnswer((event.target as HTMLDialogElement).returnValue);
  return html`<dialog class="question" aria-labelledby="question-title" aria-describedby="question-text" @close=${onClose}>
    <form method="dialog">
      <h2 id="question-title">${title}</h2>
      <p id="question-text">${text}</p>
      <div class="choices">
        <button class="button" value="">${cancel}</button>
        ${choices.map(({ value, name, danger }, at) => {
          const kind = at < choices.length - 1 ? '' : danger ? 'filled danger' : 'filled';
          return html`<button class="button ${kind}" value=${value}>${name}</button>`;
        })}
      </div>
    </form>
  </dialog>`;
}

/** Text buttons: plain, `filled` and `filled danger`. */
export const buttonStyles = css`
  .button {
    min-height: 44px;
    padding: 0 16px;
    color: var(--accent);
    border-radius: 12px;
    font-weight: 600;
  }

  .button:hover {
    background: color-mix(in srgb, var(--accent) 12%, transparent);
  }

  .button.filled {
    color: var(--on-accent);
    background: var(--accent);
  }

  .button.filled.danger {
    color: var(--surface);
    background: var(--danger);
  }
`;

/** The rules of a confirmation dialog; with `buttonStyles`. */
export const dialogStyles = css`
  dialog {
    width: min(400px, calc(100vw - 32px));
    padding: 24px;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) + 4px);
    box-shadow: 0 16px 48px rgb(20 22 40 / 30%);
  }

  dialog::backdrop {
    background: rgb(12 13 24 / 50%);
  }

  dialog h2 {
    margin: 0 0 8px;
    font-size: 1.125rem;
  }

  dialog p {
    margin: 0;
    color: var(--muted);
  }

  dialog .choices {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-top: 24px;
  }
`;
