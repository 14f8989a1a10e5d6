import { drafts, serverClock } from './drafts.ts';
import { sameConversation, type Conversation } from '../model/message.ts';
import { on, emit, type PageEvents } from '../model/page-events.ts';

interface Server {
  /** Saves a draft and returns the time at which it counts as written, in milliseconds since 1970. */
  save(chat: string, text: string, at: number): Promise<number>;
}

/** In milliseconds: the delay after the last change until a draft is saved on the server. */
const SAVE_DELAY = 1500;

/** Draft synchronisation between the devices of a person; the contract is in DraftSync.java. */
export class DraftSync extends HTMLElement {
  declare private $server?: Server;
  private conversation?: Conversation;
  private unsaved?: { chat: string; text: string; at: number };
  private timer?: ReturnType<typeof setTimeout>;
  private disposers: (() => void)[] = [];

  // --- called by the server ---

  open(conversation: Conversation, text: string, at: number, now: number): void {
    serverClock.set(now);
    this.flush();
    this.conversation = conversation;
    this.applyRemoteDraft(text, at);
    const local = drafts.read(conversation);
    const writtenAt = drafts.writtenAt(conversation);
    if (writtenAt > at && local !== text) {
      this.unsaved = { chat: conversation.chat, text: local, at: writtenAt };
      this.flush();
    }
  }

  applyRemoteDraft(text: string, at: number): void {
    const { conversation } = this;
    if (conversation && at > drafts.writtenAt(conversation)) {
      this.unsaved = undefined;
      drafts.save(conversation, text, at);
      emit('draft-received', { conversation, text });
    }
  }

  // --- lifecycle ---

  connectedCallback(): void {
    this.disposers = [on('draft-written', (written) => this.onDraftWritten(written)), on('beat', () => this.flush())];
  }

  disconnectedCallback(): void {
    this.flush();
    this.disposers.forEach((dispose) => dispose());
  }

  private onDraftWritten({ conversation, text, at }: PageEvents['draft-written']): void {
    if (sameConversation(conversation, this.conversation)) {
      this.unsaved = { chat: conversation.chat, text, at };
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.flush(), text ? SAVE_DELAY : 0);
    }
  }

  /** Saves the unsaved draft; after a failure it is tried again with the next heartbeat. */
  private flush(): void {
    clearTimeout(this.timer);
    const saving = this.unsaved;
    if (saving && this.$server) {
      this.unsaved = undefined;
      this.$server.save(saving.chat, saving.text, saving.at).then(
        (at) => this.adoptServerTime(saving, at),
        () => (this.unsaved ??= saving)
      );
    }
  }

  /**
   * Replaces the local time of a draft by the server's: a device whose clock is ahead would otherwise always win. A later
   * time than the draft's is that of another draft, which the server kept and sends here, too.
   */
  private adoptServerTime({ chat, text, at }: { chat: string; text: string; at: number }, serverTime: number): void {
    const { conversation } = this;
    if (conversation?.chat === chat && serverTime <= at && drafts.writtenAt(conversation) === at) {
      drafts.save(conversation, text, serverTime);
    }
  }
}

customElements.define('charla-drafts', DraftSync);
