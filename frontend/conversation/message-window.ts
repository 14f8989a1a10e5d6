import { quoteOf, type Message } from '../model/message.ts';

/** The result of appending live messages. */
export interface Appended {
  /** Messages the window did not have. */
  fresh: Message[];
  /** The seq after which messages are missing; undefined where none are. */
  missingAfter?: number;
}

/**
 * The loaded messages of one chat: consecutive, ascending by seq, and at most `limit` of them after {@link trim}. The newest
 * revision of a message wins, whatever the order in which revisions arrive.
 */
export class MessageWindow {
  messages: Message[] = [];
  hasOlder = false;
  hasNewer = false;
  /** The newest seq known to exist, inside the window or not. */
  lastSeq = 0;

  private readonly limit: number;

  constructor(limit = 400) {
    this.limit = limit;
  }

  get first(): Message | undefined {
    return this.messages[0];
  }

  get last(): Message | undefined {
    return this.messages[this.messages.length - 1];
  }

  reset(messages: Message[], hasOlder: boolean, hasNewer: boolean, lastSeq = 0): void {
    this.messages = [];
    this.messages = this.withQuotes([...messages].sort((a, b) => a.seq - b.seq));
    this.hasOlder = hasOlder;
    this.hasNewer = hasNewer;
    this.lastSeq = Math.max(lastSeq, this.last?.seq ?? 0);
  }

  /** Appends live messages. Those that do not continue the window only raise lastSeq, or are reported as missing. */
  append(arrived: Message[]): Appended {
    const fresh: Message[] = [];
    let missingAfter: number | undefined;
    for (const message of [...arrived].sort((a, b) => a.seq - b.seq)) {
      this.lastSeq = Math.max(this.lastSeq, message.seq);
      if (this.last && message.seq <= this.last.seq) {
        this.update([message]);
      } else if (this.hasNewer) {
        continue;
      } else if (this.messages.length > 0 && message.seq > this.last!.seq + 1) {
        missingAfter ??= this.last!.seq;
      } else if (missingAfter === undefined) {
        const [completed] = this.withQuotes([message]);
        this.messages.push(completed);
        fresh.push(completed);
      }
    }
    return { fresh, missingAfter };
  }

  /** Replaces changed messages and the quotes of them; ignores older revisions. Returns whether the window changed. */
  update(changed: Message[]): boolean {
    let any = false;
    for (const message of changed) {
      const at = this.indexOf(message.seq);
      if (at >= 0 && this.messages[at].revision < message.revision) {
        [this.messages[at]] = this.withQuotes([message]);
        any = true;
      }
      any = this.updateQuotes(message) || any;
    }
    return any;
  }

  /** Completes quotes without text: only the quoted message itself, where it is loaded, tells which attachments it has. */
  private withQuotes(messages: Message[]): Message[] {
    return messages.map((message) => {
      const { quote } = message;
      const incomplete = quote && !quote.text && !quote.deleted && !quote.media;
      const source = incomplete && [...this.messages, ...messages].find(({ id }) => id === quote.id);
      return source ? { ...message, quote: quoteOf(source) } : message;
    });
  }

  /** Updates the quotes of a message. Returns whether any was out of date. */
  private updateQuotes(source: Message): boolean {
    let any = false;
    this.messages.forEach((message, at) => {
      if (message.quote?.id === source.id && message.quote.version < source.version) {
        this.messages[at] = { ...message, quote: quoteOf(source) };
        any = true;
      }
    });
    return any;
  }

  /** Adds the page before the first message. */
  addOlder(page: Message[], more: boolean): void {
    const first = this.first?.seq ?? Infinity;
    const older = page.filter((message) => message.seq < first).sort((a, b) => a.seq - b.seq);
    this.messages = this.withQuotes([...older, ...this.messages]);
    this.hasOlder = more;
  }

  /** Adds the page after the last message. Returns the messages the window did not have. */
  addNewer(page: Message[], more: boolean): Message[] {
    const last = this.last?.seq ?? -1;
    const newer = page.filter((message) => message.seq > last).sort((a, b) => a.seq - b.seq);
    this.messages = this.withQuotes([...this.messages, ...newer]);
    this.hasNewer = more;
    this.lastSeq = Math.max(this.lastSeq, this.last?.seq ?? 0);
    return newer;
  }

  /** Drops messages beyond the limit, at the end farther from the message being read; without one, at the older end. */
  trim(readingSeq?: number, limit = this.limit): void {
    const excess = this.messages.length - limit;
    if (excess <= 0) {
      return;
    }
    const reading = readingSeq === undefined ? this.messages.length - 1 : this.nearest(readingSeq);
    const above = reading;
    const below = this.messages.length - 1 - reading;
    const fromTop = Math.min(Math.max(Math.ceil((excess + above - below) / 2), 0), excess);
    const fromBottom = excess - fromTop;
    this.messages = this.messages.slice(fromTop, this.messages.length - fromBottom);
    this.hasOlder ||= fromTop > 0;
    this.hasNewer ||= fromBottom > 0;
  }

  bySeq(seq: number): Message | undefined {
    return this.messages[this.indexOf(seq)];
  }

  private indexOf(seq: number): number {
    const at = this.nearest(seq);
    return this.messages[at]?.seq === seq ? at : -1;
  }

  /** Returns the index of the first message at or after the seq, or of the last one. */
  private nearest(seq: number): number {
    let low = 0;
    let high = this.messages.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.messages[middle].seq < seq) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
