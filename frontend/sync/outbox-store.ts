import { transact, withDatabase } from './indexed-db.ts';
import type { Entry, EntryStore } from './outbox-entry.ts';

/** An entry store that lives as long as the page; for tests, and for browsers that refuse storage. */
export class MemoryStore implements EntryStore {
  private readonly entries = new Map<string, Entry>();

  async all(): Promise<Entry[]> {
    return [...this.entries.values()].map((entry) => ({ ...entry }));
  }

  async put(entry: Entry): Promise<void> {
    this.entries.set(entry.clientId, { ...entry });
  }

  async remove(clientId: string): Promise<void> {
    this.entries.delete(clientId);
  }

  async clear(): Promise<void> {
    this.entries.clear();
  }
}

/** An entry store in IndexedDB; what the browser refuses to store (private mode, full disk) stays in memory. */
export class IndexedDbStore implements EntryStore {
  private readonly memory = new MemoryStore();

  async all(): Promise<Entry[]> {
    const stored = await access<Entry[]>('readonly', (store) => store.getAll()).catch((failure) => {
      warn(failure);
      return [];
    });
    return [...stored, ...(await this.memory.all())];
  }

  async put(entry: Entry): Promise<void> {
    await access('readwrite', (store) => store.put(entry)).catch((failure) => {
      warn(failure);
      return this.memory.put(entry);
    });
  }

  async remove(clientId: string): Promise<void> {
    await this.memory.remove(clientId);
    await access('readwrite', (store) => store.delete(clientId)).catch(warn);
  }

  async clear(): Promise<void> {
    await this.memory.clear();
    await access('readwrite', (store) => store.clear()).catch(warn);
  }
}

function access<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return withDatabase('charla-outbox', 'entries', 'clientId', (database) => transact(database, 'entries', mode, work));
}

function warn(failure: unknown): void {
  console.warn('Unsent messages are kept in memory only: this browser lends no storage.', failure);
}
