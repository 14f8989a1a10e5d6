import { quoteOf, type Message } from '../model/message.ts';

/** What became of a batch of new messages: how many were unknown, and after which seq the window lacks some. */
export interface Appended {
  fresh: Message[];
  missingAfter?: number;
}

/**
 * A run of consecutive messages of one chat, ascending by seq, without holes and never longer than its limit. The newest
 * version of a message wins, whatever the order in which versions arrive.
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
    this.messages = this.told([...messages].sort((a, b) => a.seq - b.seq));
    this.hasOlder = hasOlder;
    this.hasNewer = hasNewer;
    this.lastSeq = Math.max(lastSeq, this.last?.seq ?? 0);
  }

  /** Takes live messages. What does not touch the end of the window is only counted, or reported as a hole to be filled. */
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
        const [told] = this.told([message]);
        this.messages.push(told);
        fresh.push(told);
      }
    }
    return { fresh, missingAfter };
  }

  /** Takes changed messages; those outside the window, and older versions, are ignored. Says whether anything changed. */
  update(changed: Message[]): boolean {
    let any = false;
    for (const message of changed) {
      const at = this.indexOf(message.seq);
      if (at >= 0 && this.messages[at].revision < message.revision) {
        [this.messages[at]] = this.told([message]);
        any = true;
      }
      any = this.quote(message) || any;
    }
    return any;
  }

  /** What files a quoted message has is known only to who has the message: that is told here, as far as it is. */
  private told(messages: Message[]): Message[] {
    return messages.map((message) => {
      const { quote } = message;
      const silent = quote && !quote.text && !quote.deleted && !quote.media;
      const source = silent && [...this.messages, ...messages].find(({ id }) => id === quote.id);
      return source ? { ...message, quote: quoteOf(source) } : message;
    });
  }

  /** Shows a message as it is now above the answers to it. Says whether there are any that showed it otherwise. */
  private quote(source: Message): boolean {
    let any = false;
    this.messages.forEach((message, at) => {
      if (message.quote?.id === source.id && message.quote.version < source.version) {
        this.messages[at] = { ...message, quote: quoteOf(source) };
        any = true;
      }
    });
    return any;
  }

  /** Takes the page before the first message. */
  addOlder(page: Message[], more: boolean): void {
    const first = this.first?.seq ?? Infinity;
    const older = page.filter((message) => message.seq < first).sort((a, b) => a.seq - b.seq);
    this.messages = this.told([...older, ...this.messages]);
    this.hasOlder = more;
  }

  /** Takes the page after the last message. */
  addNewer(page: Message[], more: boolean): Message[] {
    const last = this.last?.seq ?? -1;
    const newer = page.filter((message) => message.seq > last).sort((a, b) => a.seq - b.seq);
    this.messages = this.told([...this.messages, ...newer]);
    this.hasNewer = more;
    this.lastSeq = Math.max(this.lastSeq, this.last?.seq ?? 0);
    return newer;
  }

  /** Drops what exceeds the limit at the end that is farther from the message being read; without one, the older end. */
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

  /** The position of the first message at or after the seq, or of the last one. */
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
