import { connected } from '../platform/connection.ts';
import { transact, withDatabase } from './indexed-db.ts';
import { keptFiles, nowCalled } from './file-store.ts';
import type { Attachment } from '../model/media.ts';
import type { Conversation, Message, Quote } from '../model/message.ts';
import { emit } from '../model/page-events.ts';
import { MemoryStore, Outbox, type Entry, type EntryStore } from './outbox.ts';
import { Uploads } from './uploads.ts';

/** How many messages of a conversation are kept for reading offline. */
export const KEPT_OFFLINE = 100;
const CHATS_OFFLINE = 40;
const DRAFT = 'charla.draft:';

const outboxChanges = typeof BroadcastChannel === 'function' ? new BroadcastChannel('charla-outbox') : undefined;

/** The one outbox of this page, shared with the other tabs through IndexedDB. */
export const outbox = new Outbox(outboxStore(), {
  connected,
  exclusively,
  announce: () => outboxChanges?.postMessage('changed')
});
outboxChanges?.addEventListener('message', () => void outbox.refresh());

/** What brings the files of unsent messages to the server. */
export const uploads = new Uploads(outbox, aloneOfAllTabs);
outbox.addEventListener('sent', (event) => {
  const { entry } = (event as CustomEvent<{ entry: Entry }>).detail;
  entry.media?.forEach(({ key, id }) => nowCalled(key, id ?? ''));
});
outbox.addEventListener('freed', (event) => {
  (event as CustomEvent<string[]>).detail.forEach((key) => void keptFiles.remove(key));
});
void keptFiles.sweep();

/** Entries in IndexedDB; what the browser refuses to store (private mode, full disk) stays in memory. */
function outboxStore(): EntryStore {
  const memory = new MemoryStore();
  const entries = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) =>
    withDatabase('charla-outbox', 'entries', 'clientId', (database) => transact(database, 'entries', mode, work));
  const refused = (failure: unknown) =>
    console.warn('Unsent messages are kept in memory only: this browser lends no storage.', failure);
  return {
    async all() {
      const stored = await entries<Entry[]>('readonly', (store) => store.getAll()).catch((failure) => {
        refused(failure);
        return [];
      });
      return [...stored, ...(await memory.all())];
    },
    async put(entry) {
      await entries('readwrite', (store) => store.put(entry)).catch((failure) => {
        refused(failure);
        return memory.put(entry);
      });
    },
    async remove(clientId) {
      await memory.remove(clientId);
      await entries('readwrite', (store) => store.delete(clientId)).catch(refused);
    },
    async clear() {
      await memory.clear();
      await entries('readwrite', (store) => store.clear()).catch(refused);
    }
  };
}

/** With the Web Locks API where there is one. A tab that never lets go only delays the others: sending twice does no harm. */
async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!navigator.locks) {
    return work();
  }
  let started = false;
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(20_000) }, () => {
      started = true;
      return work();
    });
  } catch (failure) {
    if (started) {
      throw failure;
    }
    return work();
  }
}

/** Waits for the other tabs as long as it takes: a file is large, and half of it is of use to nobody else. */
function aloneOfAllTabs<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(name, { signal }, work) : work();
}

/** The text being written in a chat, shared by all tabs of this browser. */
export const drafts = {
  key: ({ account, space, chat }: Conversation) => `${DRAFT}${account}:${space}:${chat}`,

  read(conversation: Conversation): string {
    return storage((local) => local.getItem(drafts.key(conversation))) ?? '';
  },

  /** What the person writes here; their other devices hear of it. */
  write(conversation: Conversation, text: string): void {
    if (text !== drafts.read(conversation)) {
      const at = Date.now();
      drafts.keep(conversation, text, at);
      emit('draft-written', { conversation, text, at });
    }
  },

  /** Keeps a draft with the time at which it was written, on whichever device. */
  keep(conversation: Conversation, text: string, at: number): void {
    const key = drafts.key(conversation);
    storage((local) => (text ? local.setItem(key, text) : local.removeItem(key)));
    storage((local) => local.setItem(`${key}:at`, String(at)));
  },

  /** Milliseconds since 1970; 0 if nothing was ever written. */
  writtenAt(conversation: Conversation): number {
    return Number(storage((local) => local.getItem(`${drafts.key(conversation)}:at`)) ?? 0);
  }
};

/** Which message the text being written answers; lives and dies with the draft. */
export const answered = {
  key: (conversation: Conversation) => `${drafts.key(conversation)}:answered`,

  read(conversation: Conversation): Quote | undefined {
    const kept = storage((local) => local.getItem(answered.key(conversation)));
    return kept ? (JSON.parse(kept) as Quote) : undefined;
  },

  write(conversation: Conversation, quote: Quote | undefined): void {
    const key = answered.key(conversation);
    storage((local) => (quote ? local.setItem(key, JSON.stringify(quote)) : local.removeItem(key)));
  }
};

/** The files that go with the text being written; their bytes are among the kept files. */
export const attached = {
  key: (conversation: Conversation) => `${drafts.key(conversation)}:files`,

  read(conversation: Conversation): Attachment[] {
    const kept = storage((local) => local.getItem(attached.key(conversation)));
    return kept ? (JSON.parse(kept) as Attachment[]) : [];
  },

  write(conversation: Conversation, files: Attachment[]): void {
    const key = attached.key(conversation);
    storage((local) => (files.length > 0 ? local.setItem(key, JSON.stringify(files)) : local.removeItem(key)));
  }
};

function storage<T>(work: (local: Storage) => T): T | undefined {
  try {
    return work(localStorage);
  } catch (failure) {
    console.warn('Drafts are not kept: this browser lends no storage.', failure);
    return undefined;
  }
}

/** A conversation as offline.js reads it. */
interface KeptConversation extends Omit<Conversation, 'mayPin' | 'name' | 'media'> {
  key: string;
  locale: string;
  savedAt: number;
  messages: Message[];
}

function offlineChats<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
  return withDatabase('charla-offline', 'chats', 'key', work);
}

/** Keeps the newest messages of a conversation for reading offline; of an encrypted one it removes what there may be. */
export async function keepOffline(conversation: Conversation, messages: Message[], locale: string): Promise<void> {
  const { account, space, chat, title, encrypted } = conversation;
  const key = `${account}:${space}:${chat}`;
  try {
    await offlineChats(async (database) => {
      if (encrypted) {
        await transact(database, 'chats', 'readwrite', (store) => store.delete(key));
        return;
      }
      const newest = messages.slice(-KEPT_OFFLINE);
      const kept: KeptConversation = { key, account, space, chat, title, encrypted, locale, savedAt: Date.now(), messages: newest };
      await transact(database, 'chats', 'readwrite', (store) => store.put(kept));
      await dropOldest(database);
    });
  } catch (failure) {
    console.warn('The conversation is not kept for reading offline.', failure);
  }
}

async function dropOldest(database: IDBDatabase): Promise<void> {
  const keys = await transact(database, 'chats', 'readonly', (store) => store.getAllKeys());
  if (keys.length <= CHATS_OFFLINE) {
    return;
  }
  const all = await transact<KeptConversation[]>(database, 'chats', 'readonly', (store) => store.getAll());
  const oldest = all.sort((a, b) => a.savedAt - b.savedAt).slice(0, all.length - CHATS_OFFLINE);
  for (const { key } of oldest) {
    await transact(database, 'chats', 'readwrite', (store) => store.delete(key));
  }
}

/** Removes drafts, unsent messages and conversations kept in this browser, as before signing out. */
export async function clearLocalData(): Promise<void> {
  storage((local) =>
    Object.keys(local)
      .filter((key) => key.startsWith(DRAFT))
      .forEach((key) => local.removeItem(key))
  );
  await outbox.clear();
  await keptFiles.clear();
  try {
    await offlineChats((database) => transact(database, 'chats', 'readwrite', (store) => store.clear()));
  } catch (failure) {
    console.warn('There was no storage to clear.', failure);
  }
}

declare global {
  interface Window {
    /** What server-side views call in the page; see LocalData.java. */
    charla?: { clearLocalData(): Promise<void> };
  }
}
window.charla = { clearLocalData };
