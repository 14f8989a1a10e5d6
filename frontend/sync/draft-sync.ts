import { drafts } from './local-data.ts';
import { sameConversation, type Conversation } from '../model/message.ts';
import { on, emit, type PageEvents } from '../model/page-events.ts';

interface Server {
  /** Answers with when it counts as written. */
  save(chat: string, text: string, at: number): Promise<number>;
}

/** While one writes, the server hears of it no more often. */
const PAUSE = 1500;

/** Brings drafts to the other devices of a person and back; the contract is in DraftSync.java. */
export class DraftSync extends HTMLElement {
  declare private $server?: Server;
  private conversation?: Conversation;
  /** What the server does not have yet. */
  private unsaved?: { chat: string; text: string; at: number };
  private timer?: ReturnType<typeof setTimeout>;
  private disposers: (() => void)[] = [];

  // --- called by the server ---

  open(conversation: Conversation, text: string, at: number): void {
    this.flush();
    this.conversation = conversation;
    this.came(text, at);
    const mine = drafts.read(conversation);
    const writtenAt = drafts.writtenAt(conversation);
    if (writtenAt > at && mine !== text) {
      this.unsaved = { chat: conversation.chat, text: mine, at: writtenAt };
      this.flush();
    }
  }

  came(text: string, at: number): void {
    const { conversation } = this;
    if (conversation && at > drafts.writtenAt(conversation)) {
      this.unsaved = undefined;
      drafts.keep(conversation, text, at);
      emit('draft-received', { conversation, text });
    }
  }

  // --- life ---

  connectedCallback(): void {
    this.disposers = [on('draft-written', (written) => this.written(written)), on('beat', () => this.flush())];
  }

  disconnectedCallback(): void {
    this.flush();
    this.disposers.forEach((end) => end());
  }

  private written({ conversation, text, at }: PageEvents['draft-written']): void {
    if (sameConversation(conversation, this.conversation)) {
      this.unsaved = { chat: conversation.chat, text, at };
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.flush(), text ? PAUSE : 0);
    }
  }

  /** What cannot be saved now is tried again with the next beat. */
  private flush(): void {
    clearTimeout(this.timer);
    const saving = this.unsaved;
    if (saving && this.$server) {
      this.unsaved = undefined;
      this.$server.save(saving.chat, saving.text, saving.at).then(
        (at) => this.saved(saving, at),
        () => (this.unsaved ??= saving)
      );
    }
  }

  /** A clock that is ahead would win for ever: what the server says of the time holds. */
  private saved({ chat, text, at }: { chat: string; text: string; at: number }, kept: number): void {
    const { conversation } = this;
    if (conversation?.chat === chat && drafts.writtenAt(conversation) === at) {
      drafts.keep(conversation, text, kept);
    }
  }
}

customElements.define('charla-drafts', DraftSync);
