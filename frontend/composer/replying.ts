import { html, nothing, type ReactiveControllerHost } from 'lit';
import { icons } from '../design/icons.ts';
import { sameConversation, type Conversation, type Quote } from '../model/message.ts';
import type { Labels } from '../platform/labels.ts';
import { draftQuotes } from '../sync/drafts.ts';
import { quoteContent, quotedText } from '../text/quote.ts';

/** The composer as replying uses it. */
export interface ReplyHost extends ReactiveControllerHost {
  readonly conversation?: Conversation;
  readonly labels: Labels;
  focus(): void;
}

/** The message that the draft replies to; saved with the draft. */
export class Replying {
  private readonly host: ReplyHost;
  private quote?: Quote;

  constructor(host: ReplyHost) {
    this.host = host;
  }

  get active(): boolean {
    return !!this.quote;
  }

  /** Shows the reply of another conversation's draft. */
  open(conversation: Conversation): void {
    this.set(draftQuotes.read(conversation));
  }

  start(quote: Quote): void {
    this.change(quote);
  }

  cancel(): void {
    this.change(undefined);
  }

  private change(quote: Quote | undefined): void {
    this.set(quote);
    if (this.host.conversation) {
      draftQuotes.write(this.host.conversation, quote);
    }
    this.host.focus();
  }

  private set(quote: Quote | undefined): void {
    this.quote = quote;
    this.host.requestUpdate();
  }

  /** Returns the quote of the message that is sent now, and removes it from the composer, but not yet from the draft. */
  take(): Quote | undefined {
    const { quote } = this;
    this.set(undefined);
    return quote;
  }

  /** Removes what was taken from the draft; to be called when the outbox has it. */
  saveTaken(conversation: Conversation): void {
    draftQuotes.write(conversation, sameConversation(conversation, this.host.conversation) ? this.quote : undefined);
  }

  /** The bar above the text area, with the message that is replied to. */
  render() {
    const { quote } = this;
    if (!quote) {
      return nothing;
    }
    const { labels } = this.host;
    const cancel = labels.of('composer.replying.cancel');
    return html`<div class="about">
      ${icons.reply}
      <span>${quoteContent(labels.of('composer.replying', quote.sender?.name ?? ''), quotedText(quote, labels))}</span>
      <button type="button" aria-label=${cancel} title=${cancel} @click=${() => this.cancel()}>${icons.close}</button>
    </div>`;
  }
}
