import type { Answer, Message } from '../model/message.ts';
import type { Receipt } from './read-receipts.ts';

export interface Page {
  messages: Message[];
  more: boolean;
}

export interface Surroundings {
  messages: Message[];
  hasOlder: boolean;
  hasNewer: boolean;
}

export interface Changes {
  appended: Message[];
  updated: Message[];
  position: number;
  receipts: Receipt[];
}

export interface FirstWindow {
  messages: Message[];
  readSeq: number;
  lastSeq: number;
  hasOlder: boolean;
  hasNewer: boolean;
  position: number;
  focusSeq?: number | null;
  receipts: Receipt[];
}

/** What the server is asked; see MessageLog.java. */
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
