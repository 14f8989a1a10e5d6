import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Message } from '../model/message.ts';
import type { ConversationContext } from './conversation-context.ts';

/** How many of several messages that arrive together are read aloud. */
const MAX_TOGETHER = 3;
/** How many stay: removing one is not announced. */
const MAX_LINES = 10;

/**
 * Live region for screen readers: new messages of others as text. The rows themselves are in none, as older messages that are
 * loaded on the way up, buttons and changes of the layout would be read aloud, too.
 */
export class Announcer {
  private readonly context: ConversationContext;
  private readonly textOf: (message: Message) => string;
  private lines: { id: number; text: string }[] = [];

  constructor(context: ConversationContext, textOf: (message: Message) => string) {
    this.context = context;
    this.textOf = textOf;
  }

  clear(): void {
    this.lines = [];
  }

  onArrival(fresh: Message[]): void {
    const me = this.context.conversation()?.account;
    const others = fresh.filter(({ sender, deleted }) => sender.id !== me && !deleted);
    const lines = others.slice(-MAX_TOGETHER).map((message) => ({ id: message.id, text: this.textOf(message) }));
    this.lines = [...this.lines, ...lines].slice(-MAX_LINES);
  }

  render() {
    return html`<div class="unseen" role="log" aria-live="polite" aria-label=${this.context.labels().of('log.arrivals')}>
      ${repeat(
        this.lines,
        ({ id }) => id,
        ({ text }) => html`<p>${text}</p>`
      )}
    </div>`;
  }
}
