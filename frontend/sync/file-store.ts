import { transact, withDatabase } from './indexed-db.ts';

interface KeptFile {
  key: string;
  file: Blob;
  keptAt: number;
}

/** Long enough for any draft; what nothing refers to after that came to nobody's use. */
const FORGOTTEN_AFTER = 30 * 24 * 3_600_000;
/** As many pictures as one sends in a while; showing an older one again loads it like anybody else's. */
const MOST_ADDRESSES = 80;

const memory = new Map<string, Blob>();
const addresses = new Map<string, string>();

function stored<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return withDatabase('charla-files', 'files', 'key', (database) => transact(database, 'files', mode, work));
}

/**
 * The bytes of files that are attached to a draft or an unsent message, in IndexedDB; what the browser refuses to store stays
 * in memory.
 */
export const keptFiles = {
  async keep(key: string, file: Blob): Promise<void> {
    memory.set(key, file);
    const kept: KeptFile = { key, file, keptAt: Date.now() };
    await stored('readwrite', (store) => store.put(kept)).then(
      () => memory.delete(key),
      (failure) => console.warn('An unsent file is kept in memory only: this browser lends no storage.', failure)
    );
  },

  async file(key: string): Promise<Blob | undefined> {
    const held = memory.get(key);
    if (held) {
      return held;
    }
    const kept = await stored<KeptFile | undefined>('readonly', (store) => store.get(key)).catch(() => undefined);
    return kept?.file;
  },

  async remove(key: string): Promise<void> {
    memory.delete(key);
    await stored('readwrite', (store) => store.delete(key)).catch(() => undefined);
  },

  async clear(): Promise<void> {
    memory.clear();
    await stored('readwrite', (store) => store.clear()).catch(() => undefined);
  },

  /** Removes what was left behind long ago. */
  async sweep(): Promise<void> {
    const all = await stored<KeptFile[]>('readonly', (store) => store.getAll()).catch(() => []);
    for (const { key } of all.filter(({ keptAt }) => keptAt < Date.now() - FORGOTTEN_AFTER)) {
      await keptFiles.remove(key);
    }
  }
};

/** The address under which this page shows a file of its own, by its key or, once it is sent, by its id. */
export function localAddress(key: string | undefined): string | undefined {
  return key ? addresses.get(key) : undefined;
}

/** The same, for a file that this page may not have shown yet. */
export async function addressOfKept(key: string): Promise<string | undefined> {
  const file = addresses.has(key) ? undefined : await keptFiles.file(key);
  return file ? showLocally(key, file) : addresses.get(key);
}

/** Makes a file of this page showable. */
export function showLocally(key: string, file: Blob): string {
  const address = addresses.get(key) ?? URL.createObjectURL(file);
  addresses.set(key, address);
  for (const [oldest, unused] of addresses) {
    if (addresses.size <= MOST_ADDRESSES) {
      break;
    }
    addresses.delete(oldest);
    if (![...addresses.values()].includes(unused)) {
      URL.revokeObjectURL(unused);
    }
  }
  return address;
}

/** What was shown as a file of this page is now one of the server's: it need not be loaded from there. */
export function nowCalled(key: string, id: string): void {
  const address = addresses.get(key);
  if (address) {
    addresses.set(id, address);
  }
}
