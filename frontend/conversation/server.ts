import type { Answer, Message } from '../model/message.ts';
import type { Receipt } from './read-receipts.ts';

/** Milliseconds to wait for an answer of the server. */
export const TIMEOUT = 15_000;

/** A page of history. */
export interface Page {
  messages: Message[];
  /** Whether there are more messages beyond it. */
  more: boolean;
}

/** The messages around a seq. */
export interface Surroundings {
  messages: Message[];
  hasOlder: boolean;
  hasNewer: boolean;
}

/** Changes of the conversation up to a position of the journal. */
export interface Changes {
  appended: Message[];
  updated: Message[];
  position: number;
  receipts: Receipt[];
}

/** The first messages of a conversation that is opened. */
export interface FirstWindow {
  messages: Message[];
  readSeq: number;
  lastSeq: number;
  hasOlder: boolean;
  hasNewer: boolean;
  position: number;
  /** The message to show; without one, the unread line or the end. */
  focusSeq?: number | null;
  receipts: Receipt[];
}

/** The server side of the conversation; see MessageLog.java. */
export interface Server {
  reload(): Promise<void>;
  loadOlder(beforeSeq: number): Promise<Page>;
  loadNewer(afterSeq: number): Promise<Page>;
  loadAround(seq: number): Promise<Surroundings>;
  read(seq: number): Promise<void>;
  unread(seq: number): Promise<void>;
  edit(id: number, text: string, version: number): Promise<Answer>;
  remove(id: number): Promise<Answer>;
  removePreview(id: number): Promise<Answer>;
  undoRemove(id: number): Promise<Answer>;
  react(id: number, emoji: string, on: boolean): Promise<Answer>;
  heartbeat(position: number): Promise<Changes>;
}
