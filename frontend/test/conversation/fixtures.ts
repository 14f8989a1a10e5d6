import type { ConversationContext } from '../../conversation/conversation-context.ts';
import { MessageWindow } from '../../conversation/message-window.ts';
import type { Server } from '../../conversation/server.ts';
import type { Conversation, Message } from '../../model/message.ts';
import { Labels } from '../../platform/labels.ts';

/** A message of Ana, unless another sender is given. */
export function message(seq: number, sender = 'ana'): Message {
  return {
    id: 1000 + seq,
    seq,
    clientId: `c${seq}`,
    kind: 'TEXT',
    sender: { id: sender, username: sender, name: sender },
    text: `text ${seq}`,
    sentAt: seq,
    deleted: false,
    version: 0,
    revision: 0
  };
}

export function messages(from: number, to: number): Message[] {
  return Array.from({ length: to - from + 1 }, (_, i) => message(from + i));
}

export function conversation(chat = 'chat'): Conversation {
  return {
    account: 'me',
    name: 'Me',
    space: 'space',
    chat,
    title: 'Chat',
    mayPin: false,
    encrypted: false,
    media: '/media'
  };
}

export interface TestContext extends ConversationContext {
  open?: Conversation;
  isReady: boolean;
  redraws: number;
  notices: string[];
}

/** A context with the server's answers as given; calls of any other method fail. */
export function context(server: Partial<Server>, window = new MessageWindow()): TestContext {
  const labels = new Labels('en', { 'log.failed': 'failed', 'log.unread': 'unread' });
  const test: TestContext = {
    window,
    open: conversation(),
    isReady: true,
    redraws: 0,
    notices: [],
    conversation: () => test.open,
    server: () => server as Server,
    labels: () => labels,
    ready: () => test.isReady,
    redraw: () => test.redraws++,
    notify: (text) => test.notices.push(text)
  };
  return test;
}

/** A window with the messages from one seq to another; the chat goes on to lastSeq. */
export function loaded(from: number, to: number, lastSeq = to): MessageWindow {
  const window = new MessageWindow();
  window.reset(messages(from, to), from > 1, to < lastSeq, lastSeq);
  return window;
}

export const seqs = (window: MessageWindow) => window.messages.map(({ seq }) => seq);

/** An answer that the test gives when it wants to. */
export function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (failure: Error) => void;
  const promise = new Promise<T>((...callbacks) => ([resolve, reject] = callbacks));
  return { promise, resolve, reject };
}

/** Waits until all promises that are settled have been handled. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
