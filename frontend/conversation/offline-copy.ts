import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { summaryOf } from '../model/media.ts';
import { saveOfflineCopy } from '../sync/offline-copy.ts';
import type { ConversationContext } from './conversation-context.ts';
import { Timer } from './timer.ts';

/** Milliseconds between a change of the conversation and its copy. */
const DELAY = 2000;

/** Keeps a copy of the newest messages in this browser for reading offline. */
export class OfflineCopy implements ReactiveController {
  private readonly context: ConversationContext;
  private readonly timer = new Timer();

  constructor(host: ReactiveControllerHost, context: ConversationContext) {
    this.context = context;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.timer.cancel();
  }

  /** Writes the copy after a moment without further changes. */
  schedule(): void {
    this.timer.start(DELAY, () => this.write());
  }

  /** The offline page shows text only: a message without one gets a summary of its attachments. */
  private write(): void {
    const { window } = this.context;
    const conversation = this.context.conversation();
    if (this.context.ready() && conversation && !window.hasNewer) {
      const labels = this.context.labels();
      const messages = window.messages.map((each) => ({ ...each, text: each.text || summaryOf(each.media ?? [], labels) }));
      void saveOfflineCopy(conversation, messages, labels.locale);
    }
  }
}
