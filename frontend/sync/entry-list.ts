import type { Entry, EntryStore } from './outbox-entry.ts';

/**
 * The outbox's entries in sending order: a copy in memory of what is in the store. Memory and store change together, one
 * change after the other.
 */
export class EntryList {
  private entries: Entry[] = [];
  private lastChange: Promise<unknown> = Promise.resolve();
  private readonly store: EntryStore;

  constructor(store: EntryStore) {
    this.store = store;
  }

  filter(condition: (entry: Entry) => boolean): Entry[] {
    return this.entries.filter(condition);
  }

  find(clientId: string): Entry | undefined {
    return this.entries.find((entry) => entry.clientId === clientId);
  }

  some(condition: (entry: Entry) => boolean): boolean {
    return this.entries.some(condition);
  }

  /** Adds a message as the last to send; resolves when it is stored. */
  async append(message: Omit<Entry, 'order' | 'state'>): Promise<void> {
    await this.serialize(() => {
      const newest = this.entries.reduce((order, entry) => Math.max(order, entry.order), 0);
      const entry: Entry = { ...message, state: 'waiting', order: Math.max(Date.now(), newest + 1) };
      this.entries = [...this.entries, entry];
      return this.store.put(entry);
    });
  }

  /** Replaces an entry by a changed one, if it is there. */
  async update(clientId: string, change: (entry: Entry) => Entry): Promise<void> {
    await this.serialize(async () => {
      const entry = this.find(clientId);
      if (entry) {
        const changed = change(entry);
        this.entries = this.entries.map((each) => (each === entry ? changed : each));
        await this.store.put(changed);
      }
    });
  }

  async remove(clientId: string): Promise<void> {
    await this.serialize(() => {
      this.entries = this.entries.filter((entry) => entry.clientId !== clientId);
      return this.store.remove(clientId);
    });
  }

  async clear(): Promise<void> {
    await this.serialize(() => {
      this.entries = [];
      return this.store.clear();
    });
  }

  /** Reads the changes of other tabs. */
  async reload(): Promise<void> {
    await this.serialize(async () => {
      const before = new Map(this.entries.map((entry) => [entry.clientId, entry]));
      const stored = await this.store.all();
      // An unchanged entry stays the same object, so that its row need not be rendered again.
      this.entries = stored
        .map((entry) => {
          const known = before.get(entry.clientId);
          return known && isSame(known, entry) ? known : entry;
        })
        .sort((a, b) => a.order - b.order);
    });
  }

  private serialize(work: () => Promise<unknown>): Promise<unknown> {
    this.lastChange = this.lastChange.then(work, work);
    return this.lastChange;
  }
}

function isSame(a: Entry, b: Entry): boolean {
  const files = ({ media }: Entry) => (media ?? []).map(({ key, id, address }) => `${key} ${id} ${address}`).join();
  return a.state === b.state && a.reason === b.reason && files(a) === files(b);
}
