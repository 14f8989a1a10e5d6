import { css, html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import {
  COMMANDS,
  SHRUG,
  commandName,
  commandsStartingWith,
  literalText,
  parseCommand,
  type Command
} from '../text/slash-commands.ts';
import type { Suggestion, SuggestionSource } from './autocomplete.ts';
import { connected, withTimeout } from '../platform/connection.ts';
import type { Labels } from '../platform/labels.ts';

/** The server method for commands; see CommandHandler.java. */
export interface CommandServer {
  /** Runs a command; `said` is a sentence for the person, and without `done` nothing was changed. */
  carryOut(command: string, words: string): Promise<{ done: boolean; said: string }>;
}

interface Notice {
  text: string;
  error: boolean;
  /** A text that is no command, which the person may send as a message. */
  asText?: string;
}

/** In milliseconds. */
const TIMEOUT = 4000;

/** Slash commands: their completion, their execution in place of sending a message, and the help that lists them. */
export class CommandRunner implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly labels: () => Labels;
  private readonly server: () => CommandServer | undefined;
  private notice?: Notice;

  constructor(host: ReactiveControllerHost & HTMLElement, labels: () => Labels, server: () => CommandServer | undefined) {
    this.host = host;
    this.labels = labels;
    this.server = server;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.notice = undefined;
  }

  readonly source: SuggestionSource = {
    pattern: /^(\/[\p{L}\p{M}]*)$/u,
    find: async (typed) => commandsStartingWith(typed).map((command) => this.suggestion(command))
  };

  private suggestion(command: Command): Suggestion {
    const name = commandName(command, this.labels().locale);
    const parameters = this.labels().of(`composer.command.${command}.words`);
    const hint = [this.description(command), parameters].filter(Boolean).join(' · ');
    return { text: name, mark: '/', name: name.slice(1), hint, submitsWhenTyped: true };
  }

  private usage(command: Command): string {
    const { labels } = this;
    return `${commandName(command, labels().locale)} ${labels().of(`composer.command.${command}.words`)}`.trim();
  }

  private description(command: Command): string {
    return this.labels().of(command === 'help' ? 'composer.command.help.hint' : `composer.command.${command}`);
  }

  /** Removes the notice of the last command; to be called when the text changes. */
  clearNotice(): void {
    if (this.notice) {
      this.show(undefined);
    }
  }

  /**
   * Runs the command that a text may be. Returns the message to send if there is one, `done` if the command was run and the
   * text is to be removed, and `failed` if it was not run and the text is to stay.
   */
  async run(text: string, editing: boolean): Promise<{ message: string } | 'done' | 'failed'> {
    this.clearNotice();
    const parsed = parseCommand(text);
    if (!parsed) {
      return { message: literalText(text) };
    }
    const { name, command, args } = parsed;
    switch (command) {
      case undefined:
        return this.refuse(this.labels().of('composer.command.unknown', name), text);
      case 'me':
        return args ? { message: `/me ${args}` } : this.refuseWithoutText('me');
      case 'shrug':
        return { message: args ? `${literalText(args)} ${SHRUG}` : SHRUG };
      default:
        return editing
          ? this.refuse(this.labels().of('composer.command.editing', name), text)
          : this.execute(name, command, args);
    }
  }

  private async execute(name: string, command: Command, args: string): Promise<'done' | 'failed'> {
    if (command === 'help') {
      this.dialog?.showModal();
      return 'done';
    }
    if (command === 'invite' && !args) {
      return this.refuseWithoutText(command);
    }
    const answer = connected() ? this.server()?.carryOut(command, args) : undefined;
    const outcome = await withTimeout(TIMEOUT, answer).catch(() => undefined);
    if (!outcome) {
      return this.refuse(this.labels().of('composer.command.failed', name));
    }
    this.show({ text: outcome.said, error: !outcome.done });
    return outcome.done ? 'done' : 'failed';
  }

  private refuseWithoutText(command: Command): 'failed' {
    return this.refuse(this.labels().of('composer.command.wordless', this.usage(command)));
  }

  private refuse(text: string, asText?: string): 'failed' {
    this.show({ text, error: true, asText });
    return 'failed';
  }

  private show(notice: Notice | undefined): void {
    this.notice = notice;
    this.host.requestUpdate();
  }

  private get dialog(): HTMLDialogElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.commands');
  }

  /** The notice with the outcome of the last command. */
  renderNotice(send: (text: string) => void) {
    const { notice } = this;
    if (!notice) {
      return nothing;
    }
    const { text, error, asText } = notice;
    const sendAsText = this.labels().of('composer.command.text');
    return html`<p class=${error ? 'danger' : ''}>
      ${text}
      ${asText ? html`<button class="as-text" type="button" @click=${() => send(asText)}>${sendAsText}</button>` : nothing}
    </p>`;
  }

  /** The dialog that `/help` opens, with all commands. */
  renderHelp(closed: () => void) {
    const labels = this.labels();
    return html`<dialog class="commands" aria-labelledby="commands-title" @close=${closed}>
      <form method="dialog">
        <h2 id="commands-title">${labels.of('composer.command.help.title')}</h2>
        <dl>
          ${COMMANDS.map((command) => html`<div><dt>${this.usage(command)}</dt><dd>${this.description(command)}</dd></div>`)}
        </dl>
        <p>${labels.of('composer.command.help.literal')}</p>
        <div class="choices"><button class="button filled">${labels.of('composer.command.help.close')}</button></div>
      </form>
    </dialog>`;
  }
}

export const commandStyles = css`
  .as-text {
    min-height: 32px;
    margin-inline-start: 8px;
    padding: 0 8px;
    color: var(--accent);
    border-radius: 8px;
    font-weight: 600;
  }

  .as-text:hover {
    background: color-mix(in srgb, var(--accent) 12%, transparent);
  }

  dialog.commands {
    width: min(520px, calc(100vw - 32px));
  }

  dialog.commands dl {
    margin: 16px 0;
  }

  dialog.commands dl > div {
    padding: 8px 0;
    border-top: 1px solid var(--border);
  }

  dialog.commands dt {
    font-weight: 600;
  }

  dialog.commands dd {
    margin: 0;
    color: var(--muted);
  }
`;
