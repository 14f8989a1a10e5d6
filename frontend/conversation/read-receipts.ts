import type { Labels } from '../platform/labels.ts';

/** A read receipt of another member: the newest seq they have read; see MessageLog.java. */
export interface Receipt {
  id: string;
  name: string;
  seq: number;
}

/** The readers of a message: the same object as long as they are the same people. */
export interface SeenBy {
  count: number;
  /** Their names in a sentence, at most MAX_NAMES of them. */
  names: string;
  /** Whether the chat has only one other member with a receipt. */
  alone: boolean;
}

const MAX_NAMES = 12;

/** The read receipts of the open conversation. They only move forward: a message that was read stays read. */
export class ReadReceipts {
  private readonly receipts = new Map<string, Receipt>();
  /** By number of readers. */
  private readonly cache = new Map<number, SeenBy>();

  clear(): void {
    this.receipts.clear();
    this.cache.clear();
  }

  /** Adds receipts. Returns whether any was newer than the known ones. */
  add(receipts: Receipt[]): boolean {
    const newer = receipts.filter(({ id, seq }) => (this.receipts.get(id)?.seq ?? -1) < seq);
    newer.forEach((receipt) => this.receipts.set(receipt.id, receipt));
    if (newer.length > 0) {
      this.cache.clear();
    }
    return newer.length > 0;
  }

  /** Returns the readers of the message at seq; undefined where nobody has read it. */
  seenBy(seq: number, labels: Labels): SeenBy | undefined {
    const readers = [...this.receipts.values()].filter((receipt) => receipt.seq >= seq);
    if (readers.length === 0) {
      return undefined;
    }
    // Whoever has read a message has read those before it: the same number of readers are the same people.
    let seenBy = this.cache.get(readers.length);
    if (!seenBy) {
      const names = readers.slice(0, MAX_NAMES).map(({ name }) => name);
      const more = readers.length - names.length;
      const listed = more > 0 ? [...names, labels.counted('log.reaction.more', more)] : names;
      seenBy = {
        count: readers.length,
        names: labels.of('log.seen', new Intl.ListFormat(labels.locale).format(listed)),
        alone: this.receipts.size === 1
      };
      this.cache.set(readers.length, seenBy);
    }
    return seenBy;
  }
}
