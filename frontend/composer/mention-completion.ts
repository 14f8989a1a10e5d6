import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Source, Suggestion } from './autocomplete.ts';
import { withTimeout } from '../platform/connection.ts';
import { question, type Question } from '../design/dialog.ts';
import type { Labels } from '../platform/labels.ts';
import { normalizeUsername, usernamesIn } from '../text/mention-parser.ts';
import { rememberPeople } from '../text/mention-view.ts';
import type { Person } from '../model/message.ts';

interface Offer extends Person {
  member: boolean;
}

/** What the server is asked; see Addressing.java. */
export interface AddressingServer {
  offer(typed: string): Promise<Offer[]>;
  consider(text: string): Promise<{ everybody: number; outsiders: Offer[] }>;
  bringIn(people: string[]): Promise<void>;
}

const PATIENCE = 3000;
const EVERYBODY = ['all', 'todos'];

/** Whom a text names: completes names while they are written, and asks before a crowd or an outsider is called. */
export class Addressing implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly labels: () => Labels;
  private readonly server: () => AddressingServer | undefined;
  /** The members of this chat who were offered here: naming them needs no question. */
  private members = new Set<string>();
  private asked?: { question: Question; answered(value: string): void };
  private shown = false;

  constructor(host: ReactiveControllerHost & HTMLElement, labels: () => Labels, server: () => AddressingServer | undefined) {
    this.host = host;
    this.labels = labels;
    this.server = server;
    host.addController(this);
  }

  readonly source: Source = {
    pattern: /(?:^|[^\p{L}\p{M}\p{N}/@])(@[\p{L}\p{M}\p{N}._-]*)$/u,
    find: (written) => this.find(written.slice(1))
  };

  /** Another chat has other members. */
  moved(): void {
    this.members = new Set();
  }

  private async find(typed: string): Promise<Suggestion[]> {
    const found = (await withTimeout(PATIENCE, this.server()?.offer(typed))) ?? [];
    rememberPeople(found);
    found.filter(({ member }) => member).forEach(({ username }) => this.members.add(normalizeUsername(username)));
    return [...found.map((offer) => this.suggestion(offer)), ...this.everybody(typed)];
  }

  private suggestion({ username, name, member }: Offer): Suggestion {
    const hint = member ? `@${username}` : this.labels().of('composer.outsiders.hint', `@${username}`);
    return { text: `@${username}`, mark: '@', name, hint };
  }

  private everybody(typed: string): Suggestion[] {
    const name = this.labels().of('composer.everybody');
    return [name, ...EVERYBODY].some((each) => each.startsWith(normalizeUsername(typed)))
      ? [{ text: `@${name}`, mark: '@', name, hint: this.labels().of('composer.everybody.hint') }]
      : [];
  }

  /** Asks what there is to ask. Says whether the text may be sent; whoever is offline is not asked. */
  async considered(text: string): Promise<boolean> {
    if (usernamesIn(text).every((name) => this.members.has(name))) {
      return true;
    }
    const told = await withTimeout(PATIENCE, this.server()?.consider(text)).catch(() => undefined);
    if (told && told.everybody > 0 && !(await this.ask(this.crowd(told.everybody)))) {
      return false;
    }
    if (told && told.outsiders.length > 0) {
      const answer = await this.ask(this.strangers(told.outsiders));
      if (answer === 'add') {
        await withTimeout(PATIENCE, this.server()?.bringIn(told.outsiders.map(({ id }) => id)));
      }
      return !!answer;
    }
    return true;
  }

  private crowd(count: number): Question {
    const labels = this.labels();
    return {
      title: labels.of('composer.everybody.title'),
      text: labels.of('composer.everybody.text', count),
      cancel: labels.of('composer.ask.cancel'),
      choices: [{ value: 'send', name: labels.of('composer.everybody.send') }]
    };
  }

  private strangers(outsiders: Offer[]): Question {
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
      this.shown = false;
      this.asked = {
        question: asked,
        answered: (value) => {
          this.asked = undefined;
          this.host.requestUpdate();
          resolve(value);
        }
      };
      this.host.requestUpdate();
    });
  }

  hostUpdated(): void {
    if (this.asked && !this.shown) {
      this.shown = true;
      this.host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.question')?.showModal();
    }
  }

  render() {
    return this.asked ? html`${question(this.asked.question, this.asked.answered)}` : nothing;
  }
}
