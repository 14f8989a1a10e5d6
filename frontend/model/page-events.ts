import type { Answer, Conversation, Message, Quote } from './message.ts';

/**
 * The events that the elements of one page send each other without knowing each other, with the type of their detail. They
 * reach every listener on the page, at once and in order; nothing is kept for later listeners.
 */
export interface PageEvents {
  /** From the conversation: the person edits their message. `save` sends the text, with the message as the person saw it. */
  edit: { message: Message; save(seen: Message, text: string): Promise<Answer> };
  /** From the conversation: the person replies to a message. */
  reply: { quote: Quote };
  /** From the composer: arrow up was pressed in the empty field, which edits the person's last message. */
  'edit-last': undefined;
  /** From the composer: the person is typing. */
  writing: undefined;
  /** From the chat list: the heartbeat of the page; whatever is sent to the server now shares its request. */
  beat: undefined;
  /** From the chat list: the person marked the open chat as read. */
  'chat-read': undefined;
  /** From the chat list: the person marked all chats as read. */
  'all-read': undefined;
  /** From the chat list: the person undid that. */
  'all-read-undone': undefined;
  /** From the local drafts: a draft changed in this browser, at a time in milliseconds since 1970. */
  'draft-written': { conversation: Conversation; text: string; at: number };
  /** From the draft sync: a newer draft of another device arrived. */
  'draft-received': { conversation: Conversation; text: string };
  /** From the composer: a message was sent and its echo should be scrolled into view. */
  echoed: { clientId: string };
  /** From the page: a chat is about to be opened; what is known of it can be shown. */
  opening: { chat: string };
  /** From the page: the chat that shows without a word of the server; empty for the list alone. */
  place: { chat: string };
  /** From the conversation: the composer should take the focus. */
  compose: undefined;
  /** From an element: the texts that the server has sent it, which the local copy keeps for pages without a server. */
  texts: { locale: string; texts: Record<string, string> };
  /** From the chat list: its rows have changed. */
  rows: readonly object[];
  /** From the navigation: another view is about to take the place of this one; a composer remembers that it has the focus. */
  'before-view': undefined;
  /** From the navigation: another view has taken the place of the last one. */
  'after-view': undefined;
}

const bus = new EventTarget();

/** Calls all listeners of an event before it returns. */
export function emit<K extends keyof PageEvents>(name: K, detail: PageEvents[K]): void {
  bus.dispatchEvent(new CustomEvent(name, { detail }));
}

/** Adds a listener for an event; the returned function removes it. */
export function on<K extends keyof PageEvents>(name: K, listener: (detail: PageEvents[K]) => void): () => void {
  const handler = (event: Event) => listener((event as CustomEvent<PageEvents[K]>).detail);
  bus.addEventListener(name, handler);
  return () => bus.removeEventListener(name, handler);
}
