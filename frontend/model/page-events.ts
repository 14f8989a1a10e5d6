import type { Answer, Conversation, Message, Quote } from './message.ts';

/** What the conversation and the composer of one page tell each other, without knowing each other. */
export interface PageEvents {
  /** The person wants to edit their message; `save` hands the text to the server, with the version they saw. */
  edit: { message: Message; save(seen: Message, text: string): Promise<Answer> };
  /** The person wants to answer a message. */
  reply: { quote: Quote };
  /** The person pressed the up arrow in an empty composer. */
  'edit-last': undefined;
  /** The person is writing a message. */
  writing: undefined;
  /** The page tells the server that it is there. */
  beat: undefined;
  /** The person wants nothing to count as unread. */
  'all-read': undefined;
  /** The draft of a conversation changed on this device. */
  'draft-written': { conversation: Conversation; text: string; at: number };
  /** Another device of the person wrote on. */
  'draft-came': { conversation: Conversation; text: string };
  /** A message was echoed and should be in sight. */
  echoed: { clientId: string };
  /** The conversation gives the keyboard back. */
  compose: undefined;
}

const bus = new EventTarget();

export function emit<K extends keyof PageEvents>(name: K, detail: PageEvents[K]): void {
  bus.dispatchEvent(new CustomEvent(name, { detail }));
}

/** Listens until the returned function is called. */
export function on<K extends keyof PageEvents>(name: K, listener: (detail: PageEvents[K]) => void): () => void {
  const heard = (event: Event) => listener((event as CustomEvent<PageEvents[K]>).detail);
  bus.addEventListener(name, heard);
  return () => bus.removeEventListener(name, heard);
}
