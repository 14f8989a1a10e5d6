/** The data of the chat list: rows by chat id, and the pure functions that change and select them. The server counts. */
import { fold } from '../platform/folding.ts';

export interface Preview {
  sender: string;
  text: string;
}

/** The messages that a member wants to be notified of. */
export type NotificationLevel = 'ALL' | 'MENTIONS' | 'NOTHING';

/** A chat in the list; see ChatList.Row. */
export interface Row {
  id: string;
  kind: 'PUBLIC' | 'PRIVATE' | 'GROUP';
  title: string;
  /** The id from which the colour of the avatar follows. */
  colourOf: string;
  address: string;
  /** The number of the newest message. */
  seq: number;
  /** The time of the last activity, in milliseconds since 1970. */
  at: number;
  /** Counted up to MAX_UNREAD. */
  unread: number;
  /** The number of unread messages that mention the person. */
  mentions: number;
  /** The notification level until `mutedUntil`; after that it is ALL. */
  told: NotificationLevel;
  /** In milliseconds since 1970; 0 if the level has no end. */
  mutedUntil: number;
  joined: boolean;
  preview: Preview;
}

/** A new or changed message; see ChatList.News. */
export interface News {
  chat: string;
  seq: number;
  /** Its time in milliseconds since 1970, or 0 for a change of an older message. */
  at: number;
  /** Whether it makes the chat unread. */
  counts: boolean;
  /** Whether it mentions the person. */
  names: boolean;
  /** The number of unread messages of the chat now, as in its row. */
  unread: number;
  mentions: number;
  preview: Preview;
}

export type Rows = ReadonlyMap<string, Row>;

export type Filter = 'all' | 'unread' | 'groups';

/** The count from which the exact number of unread messages is not known any more. */
export const MAX_UNREAD = 100;

export function rowsById(rows: Row[]): Rows {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Adds rows, or replaces those of the same chat; a message that has overtaken the server's answer stays the newest. */
export function putRows(rows: Rows | undefined, added: Row[]): Rows {
  const all = new Map(rows);
  for (const row of added) {
    const known = all.get(row.id);
    all.set(row.id, known && known.seq > row.seq ? { ...row, seq: known.seq, at: known.at, preview: known.preview } : row);
  }
  return all;
}

export function dropRow(rows: Rows | undefined, chat: string): Rows {
  const all = new Map(rows);
  all.delete(chat);
  return all;
}

/** Applies news to the rows of known chats, and returns the chats whose rows must be requested from the server. */
export function applyNews(rows: Rows | undefined, news: News[]): { rows: Rows; unknown: string[] } {
  const all = new Map(rows);
  const unknown = new Set<string>();
  for (const item of news) {
    const row = all.get(item.chat);
    if (!row) {
      unknown.add(item.chat);
      continue;
    }
    all.set(row.id, updated(row, item));
  }
  return { rows: all, unknown: [...unknown] };
}

function updated(row: Row, { seq, at, unread, mentions, preview }: News): Row {
  if (at === 0) {
    return { ...row, unread, mentions, preview: seq === row.seq ? preview : row.preview };
  }
  return seq > row.seq ? { ...row, seq, at, unread, mentions, preview } : { ...row, unread, mentions };
}

/** Returns the notification level that applies at a time, in milliseconds since 1970. */
export function notificationLevel({ told, mutedUntil }: Row, now: number): NotificationLevel {
  return mutedUntil > 0 && mutedUntil <= now ? 'ALL' : told;
}

/**
 * Returns whether news are worth a sound: a new message, in a chat that is not muted and not in sight.
 *
 * @param row the row before the news are applied; undefined for a chat that is not in the list
 * @param visibleChat the chat that the person sees, or undefined
 */
export function isUnseen(news: News, row: Row | undefined, visibleChat: string | undefined, now: number): boolean {
  const { chat, seq, at, counts, names } = news;
  return counts && at > 0 && chat !== visibleChat && (!row || (row.joined && notifies(row, names, now) && seq > row.seq));
}

function notifies(row: Row, mentioned: boolean, now: number): boolean {
  const level = notificationLevel(row, now);
  return level === 'ALL' || (level === 'MENTIONS' && mentioned);
}

/** Returns the number of unread messages of all chats; per chat all, only mentions or none, by its notification level. */
export function totalUnread(rows: Rows | undefined, now: number): number {
  const counted = { ALL: 'unread', MENTIONS: 'mentions', NOTHING: undefined } as const;
  return [...(rows?.values() ?? [])].reduce((sum, row) => {
    const count = counted[notificationLevel(row, now)];
    return sum + (count ? row[count] : 0);
  }, 0);
}

/** Returns when the next mute ends, in milliseconds since 1970; undefined if none does. */
export function nextMuteEnd(rows: Rows | undefined, now: number): number | undefined {
  const ends = [...(rows?.values() ?? [])].map((row) => row.mutedUntil).filter((end) => end > now);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

export function hasUnread(rows: Rows | undefined): boolean {
  return [...(rows?.values() ?? [])].some((row) => row.unread > 0);
}

/** Returns the rows that match a query and a filter, latest activity first. The selected chat passes the filter `unread`. */
export function visibleRows(rows: Rows | undefined, query: string, filter: Filter, selected: string): Row[] {
  const wanted = fold(query.trim());
  return [...(rows?.values() ?? [])]
    .filter((row) => !wanted || fold(row.title).includes(wanted))
    .filter((row) => filter !== 'unread' || row.unread > 0 || row.id === selected)
    .filter((row) => filter !== 'groups' || row.kind === 'GROUP')
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}
