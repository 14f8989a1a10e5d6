import { withTimeout } from '../platform/connection.ts';
import type { Message } from '../model/message.ts';
import type { ConversationContext } from './conversation-context.ts';
import { TIMEOUT } from './server.ts';

/** The view in which a jump ends. */
export interface JumpView {
  /** Whether the end of the conversation is in sight. */
  atEnd(): boolean;
  /** Scrolls to the message at seq with the next update, and marks it; resolves after that. */
  showMessage(seq: number): Promise<void>;
}

/** The jump history: goes to quoted messages and back to the ones that quote them. */
export class JumpHistory {
  private readonly context: ConversationContext;
  private readonly view: JumpView;
  private readonly onChange: () => void;
  /** The seqs of the messages that were left, the last one on top. */
  private trail: number[] = [];

  constructor(context: ConversationContext, view: JumpView, onChange: () => void) {
    this.context = context;
    this.view = view;
    this.onChange = onChange;
  }

  get empty(): boolean {
    return this.trail.length === 0;
  }

  clear(): void {
    if (!this.empty) {
      this.setTrail([]);
    }
  }

  /** Goes to the message that another one quotes. */
  async follow(message: Message): Promise<void> {
    const from = Math.min(message.seq, this.context.window.lastSeq);
    if (message.quote && (await this.goTo(message.quote.seq)) && !this.view.atEnd()) {
      this.setTrail([...this.trail, from]);
    }
  }

  goBack(): void {
    const to = this.trail.at(-1);
    this.setTrail(this.trail.slice(0, -1));
    if (to !== undefined) {
      void this.goTo(to);
    }
  }

  /** Shows a message, loading the messages around it where needed. Resolves, once it is rendered, to whether that worked. */
  private async goTo(seq: number): Promise<boolean> {
    const { context } = this;
    const conversation = context.conversation();
    if (!context.window.bySeq(seq)) {
      try {
        const around = await withTimeout(TIMEOUT, context.server()?.loadAround(seq));
        if (conversation !== context.conversation()) {
          return false;
        }
        context.window.reset(around.messages, around.hasOlder, around.hasNewer, context.window.lastSeq);
      } catch {
        context.notify(context.labels().of('log.failed'));
        return false;
      }
    }
    context.redraw();
    await this.view.showMessage(seq);
    return true;
  }

  private setTrail(trail: number[]): void {
    this.trail = trail;
    this.onChange();
  }
}
