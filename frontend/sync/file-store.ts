import { transact, withDatabase } from './indexed-db.ts';

interface StoredFile {
  key: string;
  file: Blob;
  /** In milliseconds since 1970. */
  keptAt: number;
}

/** In milliseconds: 30 days, after which no draft is expected to need a file any more. */
const TTL = 30 * 24 * 3_600_000;
/** As many pictures as one sends in a while; showing an older one again loads it from the server. */
const MAX_ADDRESSES = 80;

const memory = new Map<string, Blob>();
const addresses = new Map<string, string>();

function access<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return withDatabase('charla-files', 'files', 'key', (database) => transact(database, 'files', mode, work));
}

/**
 * The bytes of files that are attached to a draft or an unsent message, in IndexedDB; what the browser refuses to store
 * stays in memory.
 */
export const fileStore = {
  async put(key: string, file: Blob): Promise<void> {
    memory.set(key, file);
    const stored: StoredFile = { key, file, keptAt: Date.now() };
    await access('readwrite', (store) => store.put(stored)).then(
      () => memory.delete(key),
      (failure) => console.warn('An unsent file is kept in memory only: this browser lends no storage.', failure)
    );
  },

  async get(key: string): Promise<Blob | undefined> {
    const inMemory = memory.get(key);
    if (inMemory) {
      return inMemory;
    }
    const stored = await access<StoredFile | undefined>('readonly', (store) => store.get(key)).catch(() => undefined);
    return stored?.file;
  },

  async remove(key: string): Promise<void> {
    memory.delete(key);
    await access('readwrite', (store) => store.delete(key)).catch(() => undefined);
  },

  async clear(): Promise<void> {
    memory.clear();
    await access('readwrite', (store) => store.clear()).catch(() => undefined);
  },

  /** Removes files that were stored more than 30 days ago. */
  async removeExpired(): Promise<void> {
    const all = await access<StoredFile[]>('readonly', (store) => store.getAll()).catch(() => []);
    for (const { key } of all.filter(({ keptAt }) => keptAt < Date.now() - TTL)) {
      await fileStore.remove(key);
    }
  }
};

/** Returns the object URL under which this page shows a file of its own, by its key or, once it is sent, by its id. */
export function localAddress(key: string | undefined): string | undefined {
  return key ? addresses.get(key) : undefined;
}

/** Returns the object URL of a file that this page may not have shown yet; it is then read from the store. */
export async function loadLocalAddress(key: string): Promise<string | undefined> {
  const file = addresses.has(key) ? undefined : await fileStore.get(key);
  return file ? createLocalAddress(key, file) : addresses.get(key);
}

/** Returns the object URL of a file, which is created if there is none; the oldest beyond 80 are revoked. */
export function createLocalAddress(key: string, file: Blob): string {
  const address = addresses.get(key) ?? URL.createObjectURL(file);
  addresses.set(key, address);
  for (const [oldest, unused] of addresses) {
    if (addresses.size <= MAX_ADDRESSES) {
      break;
    }
    addresses.delete(oldest);
    if (![...addresses.values()].includes(unused)) {
      URL.revokeObjectURL(unused);
    }
  }
  return address;
}

/** Makes the object URL of a file known by its id on the server too, so that it is not loaded from there. */
export function aliasLocalAddress(key: string, id: string): void {
  const address = addresses.get(key);
  if (address) {
    addresses.set(id, address);
  }
}
