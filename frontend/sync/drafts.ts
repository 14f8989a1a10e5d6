import type { Attachment } from '../model/media.ts';
import type { Conversation, Quote } from '../model/message.ts';
import { emit } from '../model/page-events.ts';

const PREFIX = 'charla.draft:';

/** The unsent text of a conversation, in localStorage: shared by all tabs of this browser. */
export const drafts = {
  key: ({ account, space, chat }: Conversation) => `${PREFIX}${account}:${space}:${chat}`,

  read(conversation: Conversation): string {
    return access((storage) => storage.getItem(drafts.key(conversation))) ?? '';
  },

  /**
   * Saves what the person writes here, and publishes it to their other devices. It is newer than what they saw here before
   * that, whatever the clocks say: a device whose clock is behind would otherwise write for nobody.
   */
  write(conversation: Conversation, text: string): void {
    if (text !== drafts.read(conversation)) {
      const at = Math.max(serverClock.now(), drafts.writtenAt(conversation) + 1);
      drafts.save(conversation, text, at);
      emit('draft-written', { conversation, text, at });
    }
  },

  /** Saves a draft with the time at which it was written, on whichever device. */
  save(conversation: Conversation, text: string, at: number): void {
    const key = drafts.key(conversation);
    access((storage) => (text ? storage.setItem(key, text) : storage.removeItem(key)));
    access((storage) => storage.setItem(`${key}:at`, String(at)));
  },

  /** Returns milliseconds since 1970; 0 if nothing was ever written. */
  writtenAt(conversation: Conversation): number {
    return Number(access((storage) => storage.getItem(`${drafts.key(conversation)}:at`)) ?? 0);
  }
};

/** The server's clock, by which the drafts of all devices are compared: this device's own may be wrong. */
export const serverClock = {
  key: 'charla.clock-ahead',

  /** Notes the server's time (milliseconds since 1970) as it is now, for as long as the device may be offline. */
  set(now: number): void {
    access((storage) => storage.setItem(serverClock.key, String(Date.now() - now)));
  },

  now(): number {
    return Date.now() - Number(access((storage) => storage.getItem(serverClock.key)) ?? 0);
  }
};

/** The quote of the message that a draft replies to. */
export const draftQuotes = {
  key: (conversation: Conversation) => `${drafts.key(conversation)}:answered`,

  read(conversation: Conversation): Quote | undefined {
    const saved = access((storage) => storage.getItem(draftQuotes.key(conversation)));
    return saved ? (JSON.parse(saved) as Quote) : undefined;
  },

  write(conversation: Conversation, quote: Quote | undefined): void {
    const key = draftQuotes.key(conversation);
    access((storage) => (quote ? storage.setItem(key, JSON.stringify(quote)) : storage.removeItem(key)));
  }
};

/** The attachments of a draft; their bytes are in the file store. */
export const draftFiles = {
  key: (conversation: Conversation) => `${drafts.key(conversation)}:files`,

  read(conversation: Conversation): Attachment[] {
    const saved = access((storage) => storage.getItem(draftFiles.key(conversation)));
    return saved ? (JSON.parse(saved) as Attachment[]) : [];
  },

  write(conversation: Conversation, files: Attachment[]): void {
    const key = draftFiles.key(conversation);
    access((storage) => (files.length > 0 ? storage.setItem(key, JSON.stringify(files)) : storage.removeItem(key)));
  }
};

/** Removes the drafts of all conversations, with their quotes and attachments. */
export function clearDrafts(): void {
  access((storage) =>
    Object.keys(storage)
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => storage.removeItem(key))
  );
}

function access<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(localStorage);
  } catch (failure) {
    console.warn('Drafts are not kept: this browser lends no storage.', failure);
    return undefined;
  }
}
