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
import type { Source, Suggestion } from './autocomplete.ts';
import { connected, withTimeout } from '../platform/connection.ts';
import type { Labels } from '../platform/labels.ts';

/** What the server is asked; see Commands.java. */
export interface CommandServer {
  carryOut(command: string, words: string): Promise<{ done: boolean; said: string }>;
}

interface Notice {
  text: string;
  wrong: boolean;
  /** What may be sent as it stands. */
  asText?: string;
}

const PATIENCE = 4000;

/** Commands: completes them while they are written, and carries them out in place of sending them. */
export class Commands implements ReactiveController {
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

  /** What was said is over. */
  hostDisconnected(): void {
    this.notice = undefined;
  }

  readonly source: Source = {
    pattern: /^(\/[\p{L}\p{M}]*)$/u,
    find: async (written) => commandsStartingWith(written).map((command) => this.suggestion(command))
  };

  private suggestion(command: Command): Suggestion {
    const name = commandName(command, this.labels().locale);
    const words = this.labels().of(`composer.command.${command}.words`);
    return { text: name, mark: '/', name: name.slice(1), hint: [this.about(command), words].filter(Boolean).join(' · '), whole: true };
  }

  /** How it is written. */
  private usage(command: Command): string {
    const { labels } = this;
    return `${commandName(command, labels().locale)} ${labels().of(`composer.command.${command}.words`)}`.trim();
  }

  private about(command: Command): string {
    return this.labels().of(command === 'help' ? 'composer.command.help.hint' : `composer.command.${command}`);
  }

  /** To be called when something else is written. */
  forget(): void {
    if (this.notice) {
      this.tell(undefined);
    }
  }

  /**
   * The message that a text asks to be sent. Undefined if it asks for none: then the text was carried out, and is to go, or
   * was not, and is to stay.
   */
  async read(text: string, editing: boolean): Promise<{ message: string } | 'done' | 'stays'> {
    this.forget();
    const written = parseCommand(text);
    if (!written) {
      return { message: literalText(text) };
    }
    const { name, command, args } = written;
    switch (command) {
      case undefined:
        return this.refuse(this.labels().of('composer.command.unknown', name), text);
      case 'me':
        return args ? { message: `/me ${args}` } : this.refuse(this.labels().of('composer.command.wordless', this.usage('me')));
      case 'shrug':
        return { message: args ? `${literalText(args)} ${SHRUG}` : SHRUG };
      default:
        return editing
          ? this.refuse(this.labels().of('composer.command.editing', name), text)
          : this.carryOut(name, command, args);
    }
  }

  private async carryOut(name: string, command: Command, args: string): Promise<'done' | 'stays'> {
    if (command === 'help') {
      this.dialog?.showModal();
      return 'done';
    }
    if (command === 'invite' && !args) {
      return this.refuse(this.labels().of('composer.command.wordless', this.usage(command)));
    }
    const answer = connected() ? this.server()?.carryOut(command, args) : undefined;
    const outcome = await withTimeout(PATIENCE, answer).catch(() => undefined);
    if (!outcome) {
      return this.refuse(this.labels().of('composer.command.failed', name));
    }
    this.tell({ text: outcome.said, wrong: !outcome.done });
    return outcome.done ? 'done' : 'stays';
  }

  private refuse(text: string, asText?: string): 'stays' {
    this.tell({ text, wrong: true, asText });
    return 'stays';
  }

  private tell(notice: Notice | undefined): void {
    this.notice = notice;
    this.host.requestUpdate();
  }

  private get dialog(): HTMLDialogElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.commands');
  }

  /** What came of the last one. */
  told(send: (text: string) => void) {
    const { notice } = this;
    if (!notice) {
      return nothing;
    }
    const { text, wrong, asText } = notice;
    return html`<p class=${wrong ? 'danger' : ''}>
      ${text}
      ${asText
        ? html`<button class="as-text" type="button" @click=${() => send(asText)}>${this.labels().of('composer.command.text')}</button>`
        : nothing}
    </p>`;
  }

  /** The list of all of them, which `/help` opens. */
  help(closed: () => void) {
    const labels = this.labels();
    return html`<dialog class="commands" aria-labelledby="commands-title" @close=${closed}>
      <form method="dialog">
        <h2 id="commands-title">${labels.of('composer.command.help.title')}</h2>
        <dl>
          ${COMMANDS.map((command) => html`<div><dt>${this.usage(command)}</dt><dd>${this.about(command)}</dd></div>`)}
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
