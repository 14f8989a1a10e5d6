import type { Conversation, Message } from '../model/message.ts';
import type { MessageWindow } from './message-window.ts';

/** The newest messages of a chat as they were when it was left. */
export interface KeptWindow {
  conversation: Conversation;
  messages: Message[];
  hasOlder: boolean;
}

const MAX_CHATS = 20;
const MAX_MESSAGES = 60;

/** The last windows of the chats that were open on this page, to be drawn before the server has answered. */
export class KeptWindows {
  private readonly windows = new Map<string, KeptWindow>();

  /** Keeps the end of a window; a window elsewhere in the history of the chat is of no use. */
  keep(conversation: Conversation, window: MessageWindow): void {
    const { chat } = conversation;
    this.windows.delete(chat);
    if (!window.hasNewer && window.messages.length > 0) {
      const messages = window.messages.slice(-MAX_MESSAGES);
      this.windows.set(chat, {
        conversation,
        messages,
        hasOlder: window.hasOlder || messages.length < window.messages.length
      });
    }
    const [oldest] = this.windows.keys();
    if (this.windows.size > MAX_CHATS) {
      this.windows.delete(oldest);
    }
  }

  of(chat: string): KeptWindow | undefined {
    return this.windows.get(chat);
  }
}
