import { transact, withDatabase } from './indexed-db.ts';

/** A space on the rail. */
export interface SpaceEntry {
  id: string;
  slug: string;
  name: string;
  /** The background of its tile. */
  colour: string;
}

/** The frame around the views of a signed-in person; see LocalCopy.java. */
export interface Shell {
  account: string;
  name: string;
  /** The id of the space that was open last. */
  space: string;
  spaces: SpaceEntry[];
}

/** The appearance of the page: attributes of its root element, and the style sheet of the accent colour. */
export interface Look {
  attributes: Record<string, string>;
  accent: string;
}

/** The copies of everything around conversations, by the names under which they are stored. */
export interface ShellCopies {
  shell: Shell;
  look: Look;
  texts: { locale: string; texts: Record<string, string> };
  avatars: { id: string; address: string }[];
  /** The rows of the chat list of a space; the key has its id. */
  [rows: `rows:${string}`]: object[];
}

interface Stored {
  key: string;
  value: unknown;
}

/** Saves a copy in place of the one before. Does nothing where the browser lends no storage. */
export async function saveShellCopy<K extends keyof ShellCopies>(key: K, value: ShellCopies[K]): Promise<void> {
  const stored: Stored = { key: String(key), value };
  await access('readwrite', (store) => store.put(stored)).catch((failure) =>
    console.warn('The page is not kept for showing it offline.', failure)
  );
}

/** Returns a copy, if this browser has it. */
export async function shellCopy<K extends keyof ShellCopies>(key: K): Promise<ShellCopies[K] | undefined> {
  const stored = await access<Stored | undefined>('readonly', (store) => store.get(String(key))).catch(() => undefined);
  return stored?.value as ShellCopies[K] | undefined;
}

/** Removes all copies. */
export async function clearShellCopies(): Promise<void> {
  await access('readwrite', (store) => store.clear()).catch((failure) =>
    console.warn('There was no storage to clear.', failure)
  );
}

function access<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return withDatabase('charla-shell', 'copies', 'key', (database) => transact(database, 'copies', mode, work));
}
