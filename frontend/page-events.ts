import type { Answer, Message, Quote } from './message';

/** What the conversation and the composer of one page tell each other, without knowing each other. */
export interface PageEvents {
  /** The person wants to edit their message; `save` hands the text to the server, with the version they saw. */
  edit: { message: Message; save(seen: Message, text: string): Promise<Answer> };
  /** The person wants to answer a message. */
  reply: { quote: Quote };
  /** The person pressed the up arrow in an empty composer. */
  'edit-last': undefined;
  /** A message was echoed and should be in sight. */
  echoed: { clientId: string };
  /** The conversation gives the keyboard back. */
  compose: undefined;
}

const bus = new EventTarget();

export function tell<K extends keyof PageEvents>(name: K, detail: PageEvents[K]): void {
  bus.dispatchEvent(new CustomEvent(name, { detail }));
}

/** Listens until the returned function is called. */
export function hear<K extends keyof PageEvents>(name: K, listener: (detail: PageEvents[K]) => void): () => void {
  const heard = (event: Event) => listener((event as CustomEvent<PageEvents[K]>).detail);
  bus.addEventListener(name, heard);
  return () => bus.removeEventListener(name, heard);
}
