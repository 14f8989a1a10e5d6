import type { Message } from '../model/message.ts';
import type { Entry } from '../sync/outbox.ts';

export type State = 'sent' | 'sending' | 'failed';

/** One line of the conversation as it is drawn. The key stays the same when an echo becomes the real message. */
export type Row =
  | { type: 'day'; key: string; moment: number }
  | { type: 'unread'; key: string; count: number }
  | { type: 'system'; key: string; message: Message }
  | { type: 'message'; key: string; message: Message; own: boolean; first: boolean; mayPin: boolean; state: State; reason?: string };

export type MessageRow = Extract<Row, { type: 'message' }>;

/** Whether the person may edit or delete it. */
export function mayChange({ own, state, message }: MessageRow): boolean {
  return own && state === 'sent' && message.id > 0 && !message.deleted;
}

/** An unconfirmed message to be shown after the confirmed ones. */
export interface Echo {
  entry: Entry;
  /** Confirmed by the server, the real message still on its way. */
  sent: boolean;
}

export interface RowsInput {
  messages: Message[];
  echoes: Echo[];
  me: string;
  /** Whether the person may pin messages here. */
  mayPin?: boolean;
  /** The messages of others after this seq are new; undefined draws no line. */
  unreadAfter?: number;
  unreadCount: number;
  dayOf(moment: number): number;
}

const GROUP_PAUSE = 5 * 60_000;

/** Lays out messages and echoes with day separators, the line above the first unread message, and groups by sender. */
export function rows({ messages, echoes, me, mayPin = false, unreadAfter, unreadCount, dayOf }: RowsInput): Row[] {
  const laid: Row[] = [];
  let day: number | undefined;
  let previous: Message | undefined;
  let lineDrawn = unreadAfter === undefined;

  const place = (message: Message, state: State, reason?: string) => {
    const own = message.sender.id === me;
    if (dayOf(message.sentAt) !== day) {
      day = dayOf(message.sentAt);
      previous = undefined;
      laid.push({ type: 'day', key: `day:${day}:${laid.length === 0 ? 'top' : message.seq}`, moment: message.sentAt });
    }
    if (!lineDrawn && !own && message.seq > unreadAfter!) {
      lineDrawn = true;
      previous = undefined;
      laid.push({ type: 'unread', key: 'unread', count: unreadCount });
    }
    if (message.kind !== 'TEXT') {
      previous = undefined;
      laid.push({ type: 'system', key: `m:${message.id}`, message });
      return;
    }
    const first = previous?.sender.id !== message.sender.id || message.sentAt - previous.sentAt > GROUP_PAUSE;
    const key = own && message.clientId ? `c:${message.clientId}` : `m:${message.id}`;
    laid.push({ type: 'message', key, message, own, first, mayPin, state, reason });
    previous = message;
  };

  const real = new Set<string>();
  for (const message of messages) {
    if (message.sender.id === me) {
      real.add(message.clientId);
    }
    place(message, 'sent');
  }
  for (const { entry, sent } of echoes) {
    if (!real.has(entry.clientId)) {
      const state = entry.state === 'failed' ? 'failed' : sent ? 'sent' : 'sending';
      place(asMessage(entry), state, entry.reason);
    }
  }
  return laid;
}

const echoMessages = new WeakMap<Entry, Message>();

/** The same object for the same entry, so that its row is not drawn again. */
function asMessage(entry: Entry): Message {
  let message = echoMessages.get(entry);
  if (!message) {
    message = {
      id: 0,
      seq: Number.MAX_SAFE_INTEGER,
      clientId: entry.clientId,
      kind: 'TEXT',
      sender: { id: entry.account, username: '', name: '' },
      text: entry.text,
      sentAt: entry.sentAt,
      deleted: false,
      version: 0,
      revision: 0,
      quote: entry.quote,
      media: entry.media?.map((each) => ({ ...each, id: each.id ?? '', clientId: entry.clientId }))
    };
    echoMessages.set(entry, message);
  }
  return message;
}
