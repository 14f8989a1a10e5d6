import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { question, type Question } from '../design/dialog.ts';
import { withTimeout } from '../platform/connection.ts';
import type { Labels } from '../platform/labels.ts';
import { mentionsIn } from '../text/markdown.ts';
import type { Candidate } from './mention-completion.ts';

/** The server methods for the confirmation; see MentionSource.java. */
export interface ConfirmationServer {
  /** Finds how many people a text would notify by mentioning everybody, and the people it mentions outside the chat. */
  consider(text: string): Promise<{ everybody: number; outsiders: Candidate[] }>;
  /** Adds people to the chat. */
  bringIn(people: string[]): Promise<void>;
}

/** In milliseconds. */
const TIMEOUT = 3000;

/** The confirmation before a message mentions everybody, or people outside the chat, who can then be added to it. */
export class MentionConfirmation implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly labels: () => Labels;
  private readonly server: () => ConfirmationServer | undefined;
  private readonly isKnownMember: (username: string) => boolean;
  private pending?: { question: Question; answer(value: string): void };
  private opened = false;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    labels: () => Labels,
    server: () => ConfirmationServer | undefined,
    isKnownMember: (username: string) => boolean
  ) {
    this.host = host;
    this.labels = labels;
    this.server = server;
    this.isKnownMember = isKnownMember;
    host.addController(this);
  }

  /**
   * Returns whether the text may be sent: asks the person where a confirmation is needed. A text that mentions only known
   * members needs none, and nobody is asked while offline.
   */
  async confirm(text: string): Promise<boolean> {
    if (mentionsIn(text).every((candidates) => candidates.some((name) => this.isKnownMember(name)))) {
      return true;
    }
    const mentioned = await withTimeout(TIMEOUT, this.server()?.consider(text)).catch(() => undefined);
    if (mentioned && mentioned.everybody > 0 && !(await this.ask(this.everybodyQuestion(mentioned.everybody)))) {
      return false;
    }
    if (mentioned && mentioned.outsiders.length > 0) {
      const answer = await this.ask(this.outsidersQuestion(mentioned.outsiders));
      if (answer === 'add') {
        await withTimeout(TIMEOUT, this.server()?.bringIn(mentioned.outsiders.map(({ id }) => id)));
      }
      return !!answer;
    }
    return true;
  }

  private everybodyQuestion(count: number): Question {
    const labels = this.labels();
    return {
      title: labels.of('composer.everybody.title'),
      text: labels.of('composer.everybody.text', count),
      cancel: labels.of('composer.ask.cancel'),
      choices: [{ value: 'send', name: labels.of('composer.everybody.send') }]
    };
  }

  private outsidersQuestion(outsiders: Candidate[]): Question {
    const labels = this.labels();
    const names = new Intl.ListFormat(labels.locale).format(outsiders.map(({ name }) => name));
    return {
      title: labels.of('composer.outsiders.title'),
      text: labels.of('composer.outsiders.text', names, outsiders.length),
      cancel: labels.of('composer.ask.cancel'),
      choices: [
        { value: 'send', name: labels.of('composer.outsiders.send') },
        { value: 'add', name: labels.of('composer.outsiders.add') }
      ]
    };
  }

  private ask(asked: Question): Promise<string> {
    return new Promise((resolve) => {
      this.opened = false;
      this.pending = {
        question: asked,
        answer: (value) => {
          this.pending = undefined;
          this.host.requestUpdate();
          resolve(value);
        }
      };
      this.host.requestUpdate();
    });
  }

  hostUpdated(): void {
    if (this.pending && !this.opened) {
      this.opened = true;
      this.host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.question')?.showModal();
    }
  }

  render() {
    return this.pending ? question(this.pending.question, this.pending.answer) : nothing;
  }
}
