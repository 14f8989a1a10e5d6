import { css, html, type TemplateResult } from 'lit';
import { folded, split, type Named } from './mention-parser.ts';
import type { Message, Person } from '../model/message.ts';

/** Everybody this page has been offered as somebody to name: an echo looks like the message that takes its place. */
const offered = new Map<string, Person>();

export function remember(people: Person[]): void {
  people.forEach((person) => offered.set(folded(person.username), person));
}

/** Draws whom a message names where it does. */
export class MentionView {
  private readonly message: Message;
  private readonly me: string;
  private readonly open: (person: Person) => void;

  constructor(message: Message, me: string, open: (person: Person) => void) {
    this.message = message;
    this.me = me;
    this.open = open;
  }

  drawn(text: string): (string | TemplateResult)[] {
    return split(text, (name) => this.named(name)).map((part) => (typeof part === 'string' ? part : this.chip(part)));
  }

  private named(name: string): Person | 'everybody' | undefined {
    const { id, everybody, mentions = [] } = this.message;
    if (name === 'all' || name === 'todos') {
      return everybody || id === 0 ? 'everybody' : undefined;
    }
    return id === 0 ? offered.get(name) : mentions.find((person) => folded(person.username) === name);
  }

  private chip({ text, whom }: Named<Person>): TemplateResult {
    if (whom === 'everybody') {
      return html`<span class="mention ${this.message.sender.id === this.me ? '' : 'me'}">${text}</span>`;
    }
    return html`<button
      class="mention ${whom.id === this.me ? 'me' : ''}"
      type="button"
      tabindex="-1"
      title=${whom.name}
      @click=${() => this.open(whom)}
    >${text}</button>`;
  }
}

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
