import type { Message } from '../model/message.ts';
import type { Entry } from '../sync/outbox-entry.ts';

/** The delivery state of a message: an echo is `sending` or `failed` until the server has it. */
export type DeliveryState = 'sent' | 'sending' | 'failed';

/** A row of the conversation. Its key stays the same when the message takes the place of its echo. */
export type Row =
  | { type: 'day'; key: string; moment: number }
  | { type: 'unread'; key: string; count: number }
  | { type: 'system'; key: string; message: Message }
  | MessageRow;

export interface MessageRow {
  type: 'message';
  key: string;
  message: Message;
  own: boolean;
  /** Whether it begins a group of messages of one sender. */
  first: boolean;
  mayPin: boolean;
  state: DeliveryState;
  /** The reason of the failure, where the server gave one. */
  reason?: string;
}

/** Whether the person may edit or delete the message. */
export function mayChange({ own, state, message }: MessageRow): boolean {
  return own && state === 'sent' && message.id > 0 && !message.deleted;
}

/** A local echo: an own message that shows before the server has delivered it back. */
export interface Echo {
  entry: Entry;
  /** Whether the server has confirmed it; the message itself is still to arrive. */
  sent: boolean;
}

export interface RowsInput {
  messages: Message[];
  echoes: Echo[];
  me: string;
  /** Whether the person may pin messages here. */
  mayPin?: boolean;
  /** The seq after which messages of others are unread; undefined draws no line. */
  unreadAfter?: number;
  unreadCount: number;
  /** The calendar day of a moment, as a number. */
  dayOf(moment: number): number;
}

/** Milliseconds without a message after which the same sender starts a new group. */
const GROUP_PAUSE = 5 * 60_000;

/** Lays out messages and echoes as rows: day separators, the line above the first unread message, groups by sender. */
export function layOutRows({ messages, echoes, me, mayPin = false, unreadAfter, unreadCount, dayOf }: RowsInput): Row[] {
  const rows: Row[] = [];
  let day: number | undefined;
  let previous: Message | undefined;
  let lineDrawn = unreadAfter === undefined;

  const add = (message: Message, state: DeliveryState, reason?: string) => {
    const own = message.sender.id === me;
    if (dayOf(message.sentAt) !== day) {
      day = dayOf(message.sentAt);
      previous = undefined;
      rows.push({ type: 'day', key: `day:${day}:${rows.length === 0 ? 'top' : message.seq}`, moment: message.sentAt });
    }
    if (!lineDrawn && !own && message.seq > unreadAfter!) {
      lineDrawn = true;
      previous = undefined;
      rows.push({ type: 'unread', key: 'unread', count: unreadCount });
    }
    if (message.kind !== 'TEXT') {
      previous = undefined;
      rows.push({ type: 'system', key: `m:${message.id}`, message });
      return;
    }
    const first = previous?.sender.id !== message.sender.id || message.sentAt - previous.sentAt > GROUP_PAUSE;
    const key = own && message.clientId ? `c:${message.clientId}` : `m:${message.id}`;
    rows.push({ type: 'message', key, message, own, first, mayPin, state, reason });
    previous = message;
  };

  const arrived = new Set<string>();
  for (const message of messages) {
    if (message.sender.id === me) {
      arrived.add(message.clientId);
    }
    add(message, 'sent');
  }
  for (const { entry, sent } of echoes) {
    if (!arrived.has(entry.clientId)) {
      const state = entry.state === 'failed' ? 'failed' : sent ? 'sent' : 'sending';
      add(asMessage(entry), state, entry.reason);
    }
  }
  return rows;
}

const echoMessages = new WeakMap<Entry, Message>();

/** Returns the same object for the same entry, so that its row is not rendered again. */
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
