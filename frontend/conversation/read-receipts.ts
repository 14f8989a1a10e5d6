import type { Labels } from '../platform/labels.ts';

/** How far somebody else has read; see MessageLog.java. */
export interface Receipt {
  id: string;
  name: string;
  seq: number;
}

/** Who has seen a message: the same object as long as they are the same people. */
export interface SeenBy {
  count: number;
  /** Who they are, in a sentence; of many the first ones. */
  names: string;
  /** Whether there is only one who could have. */
  alone: boolean;
}

const MOST_NAMES = 12;

/** Who has read how far in the open conversation. Only forward: what was seen stays seen. */
export class Seen {
  private readonly all = new Map<string, Receipt>();
  private readonly known = new Map<number, SeenBy>();

  clear(): void {
    this.all.clear();
    this.known.clear();
  }

  /** Takes news. Tells whether it was any. */
  take(receipts: Receipt[]): boolean {
    const news = receipts.filter(({ id, seq }) => (this.all.get(id)?.seq ?? -1) < seq);
    news.forEach((receipt) => this.all.set(receipt.id, receipt));
    if (news.length > 0) {
      this.known.clear();
    }
    return news.length > 0;
  }

  /** Who has seen a message; nothing where nobody has. */
  of(seq: number, labels: Labels): SeenBy | undefined {
    const readers = [...this.all.values()].filter((receipt) => receipt.seq >= seq);
    if (readers.length === 0) {
      return undefined;
    }
    // Whoever has seen a message has seen those before it, so that as many are the same ones.
    let seen = this.known.get(readers.length);
    if (!seen) {
      const names = readers.slice(0, MOST_NAMES).map(({ name }) => name);
      const more = readers.length - names.length;
      const told = more > 0 ? [...names, labels.counted('log.reaction.more', more)] : names;
      seen = {
        count: readers.length,
        names: labels.of('log.seen', new Intl.ListFormat(labels.locale).format(told)),
        alone: this.all.size === 1
      };
      this.known.set(readers.length, seen);
    }
    return seen;
  }
}
