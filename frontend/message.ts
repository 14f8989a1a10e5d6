/** What the server tells about a message; see the records of MessageLog.java. */
export interface Person {
  id: string;
  username: string;
  name: string;
}

export interface Message {
  id: number;
  seq: number;
  clientId: string;
  kind: string;
  sender: Person;
  subject?: Person | null;
  text: string;
  sentAt: number;
  editedAt?: number | null;
  deleted: boolean;
  version: number;
}

export interface Conversation {
  account: string;
  space: string;
  chat: string;
  title: string;
  encrypted: boolean;
}

/** The answer to an edit or a deletion. */
export interface Answer {
  status: 'saved' | 'conflict' | 'refused';
  message?: Message | null;
  reason?: string | null;
}

export function sameConversation(a: Conversation | undefined, b: Conversation | undefined): boolean {
  return !!a && !!b && a.account === b.account && a.space === b.space && a.chat === b.chat;
}
