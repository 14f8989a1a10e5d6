import { transact, withDatabase } from './indexed-db.ts';
import type { Conversation, Message } from '../model/message.ts';

const MAX_MESSAGES = 100;
const MAX_CONVERSATIONS = 40;

/** The offline copy of a conversation: what a page without a server shows of it. */
export interface OfflineCopy {
  key: string;
  conversation: Conversation;
  /** In milliseconds since 1970. */
  savedAt: number;
  /** The newest messages, in order. */
  messages: Message[];
  /** Whether the server has older ones. */
  hasOlder: boolean;
  readSeq: number;
}

/** What of a conversation is kept. */
export type Kept = Pick<OfflineCopy, 'messages' | 'hasOlder' | 'readSeq'>;

function keyOf({ account, space, chat }: Pick<Conversation, 'account' | 'space' | 'chat'>): string {
  return `${account}:${space}:${chat}`;
}

/** Saves the newest 100 messages of a conversation for reading offline; the copy of an encrypted one is removed. */
export async function saveOfflineCopy(conversation: Conversation, kept: Kept): Promise<void> {
  const key = keyOf(conversation);
  try {
    await access(async (database) => {
      if (conversation.encrypted) {
        await transact(database, 'chats', 'readwrite', (store) => store.delete(key));
        return;
      }
      const messages = kept.messages.slice(-MAX_MESSAGES);
      const hasOlder = kept.hasOlder || messages.length < kept.messages.length;
      const copy: OfflineCopy = { key, conversation, savedAt: Date.now(), messages, hasOlder, readSeq: kept.readSeq };
      await transact(database, 'chats', 'readwrite', (store) => store.put(copy));
      await removeOldest(database);
    });
  } catch (failure) {
    console.warn('The conversation is not kept for reading offline.', failure);
  }
}

/** Returns the copy of a conversation, if this browser has one. */
export async function offlineCopy(of: Pick<Conversation, 'account' | 'space' | 'chat'>): Promise<OfflineCopy | undefined> {
  try {
    const copy = await access((database) =>
      transact<OfflineCopy | undefined>(database, 'chats', 'readonly', (store) => store.get(keyOf(of)))
    );
    // Earlier versions kept less: such a copy is replaced the next time the chat is opened.
    return copy?.conversation ? copy : undefined;
  } catch {
    return undefined;
  }
}

/** Removes the offline copies of an account in a space but for those of certain chats: one has left the others. */
export async function keepOfflineCopies(account: string, space: string, chats: ReadonlySet<string>): Promise<void> {
  try {
    await access(async (database) => {
      const keys = await transact(database, 'chats', 'readonly', (store) => store.getAllKeys());
      const prefix = `${account}:${space}:`;
      for (const key of keys.map(String)) {
        if (key.startsWith(prefix) && !chats.has(key.slice(prefix.length))) {
          await transact(database, 'chats', 'readwrite', (store) => store.delete(key));
        }
      }
    });
  } catch (failure) {
    console.warn('Conversations that were left are still kept for reading offline.', failure);
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
