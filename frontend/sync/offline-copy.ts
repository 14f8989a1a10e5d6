import { transact, withDatabase } from './indexed-db.ts';
import type { Conversation, Message } from '../model/message.ts';

const MAX_MESSAGES = 100;
const MAX_CONVERSATIONS = 40;

/** The offline copy of a conversation, as offline.js reads it. */
interface OfflineCopy extends Omit<Conversation, 'mayPin' | 'name' | 'media'> {
  key: string;
  locale: string;
  savedAt: number;
  messages: Message[];
}

/** Saves the newest 100 messages of a conversation for reading offline; the copy of an encrypted one is removed. */
export async function saveOfflineCopy(conversation: Conversation, messages: Message[], locale: string): Promise<void> {
  const { account, space, chat, title, encrypted } = conversation;
  const key = `${account}:${space}:${chat}`;
  try {
    await access(async (database) => {
      if (encrypted) {
        await transact(database, 'chats', 'readwrite', (store) => store.delete(key));
        return;
      }
      const newest = messages.slice(-MAX_MESSAGES);
      const savedAt = Date.now();
      const copy: OfflineCopy = { key, account, space, chat, title, encrypted, locale, savedAt, messages: newest };
      await transact(database, 'chats', 'readwrite', (store) => store.put(copy));
      await removeOldest(database);
    });
  } catch (failure) {
    console.warn('The conversation is not kept for reading offline.', failure);
  }
}

/** Removes the offline copies of all conversations. */
export async function clearOfflineCopies(): Promise<void> {
  try {
    await access((database) => transact(database, 'chats', 'readwrite', (store) => store.clear()));
  } catch (failure) {
    console.warn('There was no storage to clear.', failure);
  }
}

async function removeOldest(database: IDBDatabase): Promise<void> {
  const keys = await transact(database, 'chats', 'readonly', (store) => store.getAllKeys());
  if (keys.length <= MAX_CONVERSATIONS) {
    return;
  }
  const all = await transact<OfflineCopy[]>(database, 'chats', 'readonly', (store) => store.getAll());
  const oldest = all.sort((a, b) => a.savedAt - b.savedAt).slice(0, all.length - MAX_CONVERSATIONS);
  for (const { key } of oldest) {
    await transact(database, 'chats', 'readwrite', (store) => store.delete(key));
  }
}

function access<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
  return withDatabase('charla-offline', 'chats', 'key', work);
}
