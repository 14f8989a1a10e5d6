import type { Media, ShownMedia } from './media.ts';

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
  /** Rises with every change of the words. */
  version: number;
  /** Rises with every change, those of reactions included. */
  revision: number;
  /** What it answers. */
  quote?: Quote | null;
  reactions?: Reaction[];
  /** Whom it names; an echo does not know. */
  mentions?: Person[];
  /** Whether it calls all who are in the chat. */
  everybody?: boolean;
  pinned?: boolean;
  /** Where its words come from, if they were forwarded. */
  origin?: Origin | null;
  /** What the page says of itself that it links to first; fetched by the server. */
  preview?: Preview | null;
  media?: ShownMedia[];
}

export interface Preview {
  url: string;
  site: string;
  title: string;
  description: string;
}

/** Who said forwarded words first, and where, if that may be told. */
export interface Origin {
  sender: Person;
  place: string;
  chat: string;
  seq: number;
}

/** One way in which people reacted. */
export interface Reaction {
  emoji: string;
  count: number;
  /** Whether the reader is among them. */
  mine: boolean;
  /** Of the others, not more than one wants to know. */
  names: string[];
}

/** As much of a message as stands above the answers to it. */
export interface Quote {
  id: number;
  /** 0 when the message is gone without a trace; then it has no sender either. */
  seq: number;
  sender?: Person | null;
  text: string;
  deleted: boolean;
  version: number;
  /** What files it has: they stand for it where it has no words. */
  media?: Pick<Media, 'kind' | 'name' | 'durationMillis'>[];
}

const LONGEST_QUOTE = 140;

/** A message as its answers quote it; see Quote.java. */
export function quoteOf({ id, seq, sender, text, deleted, version, media = [] }: Message): Quote {
  const lines = text.split(/\r\n|\n|\r/).map((each) => each.trim());
  const line = [...(lines.find((each) => each && !each.startsWith('```')) ?? '')];
  const short = line.length <= LONGEST_QUOTE ? line : [...line.slice(0, LONGEST_QUOTE - 1), '…'];
  const files = deleted ? [] : media.map(({ kind, name, durationMillis }) => ({ kind, name, durationMillis }));
  return { id, seq, sender, text: short.join(''), deleted, version, media: files };
}

export interface Conversation {
  account: string;
  /** What the person is called. */
  name: string;
  space: string;
  chat: string;
  title: string;
  /** Whether the person may pin messages here. */
  mayPin: boolean;
  encrypted: boolean;
  /** The address under which the files of its space are. */
  media: string;
  /** Whose messages stand folded. */
  blocked?: string[];
}

/** The answer to a change of a message. */
export interface Answer {
  status: 'saved' | 'conflict' | 'refused';
  message?: Message | null;
  reason?: string | null;
}

export function sameConversation(a: Conversation | undefined, b: Conversation | undefined): boolean {
  return !!a && !!b && a.account === b.account && a.space === b.space && a.chat === b.chat;
}
