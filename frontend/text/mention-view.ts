import { css, html, type TemplateResult } from 'lit';
import { normalizeUsername, splitMentions, type Mention } from './mention-parser.ts';
import type { Message, Person } from '../model/message.ts';

/**
 * Everybody this page has suggested for a mention, by normalized username. An echo does not know its mentions yet, so they
 * are looked up here.
 */
const suggested = new Map<string, Person>();

/** Stores people who were suggested for a mention. */
export function rememberPeople(people: Person[]): void {
  people.forEach((person) => suggested.set(normalizeUsername(person.username), person));
}

/** Renders the mentions in the text of a message. */
export class MentionView {
  private readonly message: Message;
  private readonly me: string;
  private readonly open: (person: Person) => void;

  constructor(message: Message, me: string, open: (person: Person) => void) {
    this.message = message;
    this.me = me;
    this.open = open;
  }

  render(text: string): (string | TemplateResult)[] {
    return splitMentions(text, (name) => this.find(name)).map((part) => (typeof part === 'string' ? part : this.chip(part)));
  }

  private find(name: string): Person | 'everybody' | undefined {
    const { id, everybody, mentions = [] } = this.message;
    if (name === 'all' || name === 'todos') {
      return everybody || id === 0 ? 'everybody' : undefined;
    }
    return id === 0 ? suggested.get(name) : mentions.find((person) => normalizeUsername(person.username) === name);
  }

  private chip({ text, target }: Mention<Person>): TemplateResult {
    if (target === 'everybody') {
      return html`<span class="mention ${this.message.sender.id === this.me ? '' : 'me'}">${text}</span>`;
    }
    return html`<button
      class="mention ${target.id === this.me ? 'me' : ''}"
      type="button"
      tabindex="-1"
      title=${target.name}
      @click=${() => this.open(target)}
    >${text}</button>`;
  }
}

/** The rules of mentions, of which `.me` are those of the reader. */
export const mentionStyles = css`
  .mention {
    display: inline;
    margin: 0;
    padding: 1px 4px;
    color: var(--accent);
    background: color-mix(in srgb, var(--accent) 12%, transparent);
    border-radius: 6px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  button.mention:hover {
    text-decoration: underline;
  }

  .own .mention {
    color: inherit;
  }

  .mention.me {
    color: var(--on-accent);
    background: var(--accent);
  }
`;
