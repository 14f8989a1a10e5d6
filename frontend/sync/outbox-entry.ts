import type { Attachment } from '../model/media.ts';
import type { Quote } from '../model/message.ts';

/** A message that its author has sent and the server has not confirmed yet. */
export interface Entry {
  account: string;
  space: string;
  chat: string;
  clientId: string;
  text: string;
  sentAt: number;
  /** The message that it replies to. */
  quote?: Quote;
  /** Its attachments; it is not sent before the server has them. */
  media?: Attachment[];
  /** Position in the sending order; grows with every entry. */
  order: number;
  state: 'waiting' | 'failed';
  /** The server's reason for refusing it, as a sentence for the person. */
  reason?: string;
}

/** The server's answer to an entry; see Composer.SendResult. */
export interface Delivery {
  status: 'sent' | 'wait' | 'retry' | 'refused';
  seq?: number;
  seconds?: number;
  reason?: string | null;
}

/** Storage in which entries outlive the page. */
export interface EntryStore {
  all(): Promise<Entry[]>;
  put(entry: Entry): Promise<unknown>;
  remove(clientId: string): Promise<unknown>;
  clear(): Promise<unknown>;
}

/** Returns whether the server has all attachments of an entry. */
export function isUploaded({ media }: Entry): boolean {
  return media?.every(({ id }) => id) ?? true;
}
