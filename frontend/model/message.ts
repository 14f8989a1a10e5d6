import type { Media, ShownMedia } from './media.ts';

/** An account as it appears in a message; see MessageLog.java for the records of this module. */
export interface Person {
  id: string;
  username: string;
  name: string;
}

/** A message of a conversation, as the server sends it or as this page echoes it. */
export interface Message {
  /** 0 for an echo. */
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
  /** Increases with every edit of the text. */
  version: number;
  /** Increases with every change, including reactions. */
  revision: number;
  /** The message that this one replies to. */
  quote?: Quote | null;
  reactions?: Reaction[];
  /** The people it mentions; unknown for an echo. */
  mentions?: Person[];
  /** Whether it mentions everybody in the chat. */
  everybody?: boolean;
  pinned?: boolean;
  /** The origin of a forwarded message. */
  origin?: Origin | null;
  /** The preview of the first link, fetched by the server. */
  preview?: Preview | null;
  media?: ShownMedia[];
}

/** A link preview: the metadata of a linked page. */
export interface Preview {
  url: string;
  site: string;
  title: string;
  description: string;
}

/** The origin of a forwarded message: its sender and, if the reader may see it, its chat; otherwise `place` is empty. */
export interface Origin {
  sender: Person;
  place: string;
  chat: string;
  seq: number;
}

/** The reactions to a message with one emoji. */
export interface Reaction {
  emoji: string;
  count: number;
  /** Whether the reader reacted with it. */
  mine: boolean;
  /** The names of other people who did, up to a limit. */
  names: string[];
}

/** The excerpt of a message that is shown above replies to it. */
export interface Quote {
  id: number;
  /** 0 if the message no longer exists; then the sender is missing too. */
  seq: number;
  sender?: Person | null;
  text: string;
  deleted: boolean;
  version: number;
  /** Its attachments, which are described where it has no text. */
  media?: Pick<Media, 'kind' | 'name' | 'durationMillis'>[];
}

/** In code points. */
const MAX_QUOTE_LENGTH = 140;

/** Returns the quote of a message, as Quote.java makes it: its first line of text, shortened, and its attachments. */
export function quoteOf({ id, seq, sender, text, deleted, version, media = [] }: Message): Quote {
  const lines = text.split(/\r\n|\n|\r/).map((each) => each.trim());
  const line = [...(lines.find((each) => each && !each.startsWith('```')) ?? '')];
  const short = line.length <= MAX_QUOTE_LENGTH ? line : [...line.slice(0, MAX_QUOTE_LENGTH - 1), '…'];
  const files = deleted ? [] : media.map(({ kind, name, durationMillis }) => ({ kind, name, durationMillis }));
  return { id, seq, sender, text: short.join(''), deleted, version, media: files };
}

/** The conversation that is open on this page. */
export interface Conversation {
  /** The id of the reader's account. */
  account: string;
  /** The reader's name. */
  name: string;
  space: string;
  chat: string;
  title: string;
  /** Whether the reader may pin messages here. */
  mayPin: boolean;
  encrypted: boolean;
  /** The base URL of the media of its space. */
  media: string;
  /** The ids of blocked accounts, whose messages are collapsed. */
  blocked?: string[];
}

/** The result of changing a message; `conflict` if it has changed since the reader saw it. */
export interface Answer {
  status: 'saved' | 'conflict' | 'refused';
  message?: Message | null;
  reason?: string | null;
}

/** Whether both are the same chat for the same account. */
export function sameConversation(a: Conversation | undefined, b: Conversation | undefined): boolean {
  return !!a && !!b && a.account === b.account && a.space === b.space && a.chat === b.chat;
}
