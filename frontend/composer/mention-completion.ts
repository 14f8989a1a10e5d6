import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Suggestion, SuggestionSource } from './autocomplete.ts';
import { withTimeout } from '../platform/connection.ts';
import { question, type Question } from '../design/dialog.ts';
import type { Labels } from '../platform/labels.ts';
import { normalizeUsername, usernamesIn } from '../text/mention-parser.ts';
import { rememberPeople } from '../text/mention-view.ts';
import type { Person } from '../model/message.ts';

interface Candidate extends Person {
  /** Whether the person is in the chat. */
  member: boolean;
}

/** The server methods for mentions; see Addressing.java. */
export interface MentionServer {
  /** Finds people whose names begin as typed. */
  offer(typed: string): Promise<Candidate[]>;
  /** Finds how many people a text would notify by a mention of all, and the people it mentions outside the chat. */
  consider(text: string): Promise<{ everybody: number; outsiders: Candidate[] }>;
  /** Adds people to the chat. */
  bringIn(people: string[]): Promise<void>;
}

/** In milliseconds. */
const TIMEOUT = 3000;
const EVERYBODY = ['all', 'todos'];

/** Completion of mentions, and a confirmation before a message mentions everybody or people outside the chat. */
export class MentionCompletion implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly labels: () => Labels;
  private readonly server: () => MentionServer | undefined;
  /** The usernames of members that were suggested: mentioning them needs no confirmation. */
  private members = new Set<string>();
  private confirmation?: { question: Question; answer(value: string): void };
  private opened = false;

  constructor(host: ReactiveControllerHost & HTMLElement, labels: () => Labels, server: () => MentionServer | undefined) {
    this.host = host;
    this.labels = labels;
    this.server = server;
    host.addController(this);
  }

  readonly source: SuggestionSource = {
    pattern: /(?:^|[^\p{L}\p{M}\p{N}/@])(@[\p{L}\p{M}\p{N}._-]*)$/u,
    find: (typed) => this.find(typed.slice(1))
  };

  /** Forgets the members of a chat; to be called when another is opened. */
  reset(): void {
    this.members = new Set();
  }

  private async find(typed: string): Promise<Suggestion[]> {
    const found = (await withTimeout(TIMEOUT, this.server()?.offer(typed))) ?? [];
    rememberPeople(found);
    found.filter(({ member }) => member).forEach(({ username }) => this.members.add(normalizeUsername(username)));
    return [...found.map((candidate) => this.suggestion(candidate)), ...this.everybody(typed)];
  }

  private suggestion({ username, name, member }: Candidate): Suggestion {
    const hint = member ? `@${username}` : this.labels().of('composer.outsiders.hint', `@${username}`);
    return { text: `@${username}`, mark: '@', name, hint };
  }

  private everybody(typed: string): Suggestion[] {
    const name = this.labels().of('composer.everybody');
    return [name, ...EVERYBODY].some((each) => each.startsWith(normalizeUsername(typed)))
      ? [{ text: `@${name}`, mark: '@', name, hint: this.labels().of('composer.everybody.hint') }]
      : [];
  }

  /** Returns whether the text may be sent: asks the person where it needs a confirmation, but not while offline. */
  async confirm(text: string): Promise<boolean> {
    if (usernamesIn(text).every((name) => this.members.has(name))) {
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
      text: labels.of('composer.outsiders.text', names),
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
      this.confirmation = {
        question: asked,
        answer: (value) => {
          this.confirmation = undefined;
          this.host.requestUpdate();
          resolve(value);
        }
      };
      this.host.requestUpdate();
    });
  }

  hostUpdated(): void {
    if (this.confirmation && !this.opened) {
      this.opened = true;
      this.host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.question')?.showModal();
    }
  }

  render() {
    return this.confirmation ? html`${question(this.confirmation.question, this.confirmation.answer)}` : nothing;
  }
}
