import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Conversation, Message } from '../model/message.ts';
import { on } from '../model/page-events.ts';
import type { ConversationContext } from './conversation-context.ts';

/** The newest messages of a chat as they were when it was left. */
export interface KeptWindow {
  conversation: Conversation;
  messages: Message[];
  hasOlder: boolean;
}

/** The message feed as far as it shows kept messages. */
interface Feed {
  readonly stage: string;
  showKept(kept: KeptWindow): void;
}

const MAX_CHATS = 20;
const MAX_MESSAGES = 60;

/** The windows of this page by chat, the one that was left last at the end. */
const windows = new Map<string, KeptWindow>();

/** Shows the last window of a chat that is being opened before the server has answered, if it was open on this page. */
export class KeptWindows implements ReactiveController {
  private readonly context: ConversationContext;
  private readonly feed: Feed;
  private readonly open: (conversation: Conversation) => void;
  private stopListening?: () => void;

  constructor(
    host: ReactiveControllerHost,
    context: ConversationContext,
    feed: Feed,
    open: (conversation: Conversation) => void
  ) {
    this.context = context;
    this.feed = feed;
    this.open = open;
    host.addController(this);
  }

  hostConnected(): void {
    this.stopListening = on('opening', ({ chat }) => this.show(chat));
  }

  hostDisconnected(): void {
    this.stopListening?.();
    this.keep();
  }

  /** Keeps the end of the window that shows; a window elsewhere in the history of the chat is of no use. */
  keep(): void {
    const { window } = this.context;
    const conversation = this.context.conversation();
    if (!conversation || this.feed.stage !== 'ready') {
      return;
    }
    windows.delete(conversation.chat);
    if (!window.hasNewer && window.messages.length > 0) {
      const messages = window.messages.slice(-MAX_MESSAGES);
      const hasOlder = window.hasOlder || messages.length < window.messages.length;
      windows.set(conversation.chat, { conversation, messages, hasOlder });
    }
    const [oldest] = windows.keys();
    if (windows.size > MAX_CHATS) {
      windows.delete(oldest);
    }
  }

  private show(chat: string): void {
    const found = windows.get(chat);
    const present = this.context.conversation();
    if (found && found.conversation.account === present?.account && chat !== present.chat) {
      this.open(found.conversation);
      this.feed.showKept(found);
    }
  }
}
