import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Message } from '../model/message.ts';
import type { ConversationContext } from './conversation-context.ts';
import type { KeptWindow } from './kept-windows.ts';
import type { Paging } from './paging.ts';
import type { ReadReceipts } from './read-receipts.ts';
import type { ReadTracker } from './read-tracker.ts';
import { TIMEOUT, type Changes, type FirstWindow } from './server.ts';
import { Timer } from '../platform/timer.ts';
import type { ScrollTarget } from './viewport.ts';

/** The parts of the message log that the feed fills. */
export interface FeedParts {
  pages: Pick<Paging, 'fill' | 'resetAroundReader'>;
  reading: Pick<ReadTracker, 'start' | 'unreadAfter'>;
  receipts: ReadReceipts;
  view: { readonly stuck: boolean | undefined; scrollTarget?: ScrollTarget };
  /** Called with live messages that the window did not have. */
  onArrival(fresh: Message[]): void;
}

/** The message feed: puts the first window and live changes into the message window, and catches up on missed changes. */
export class MessageFeed implements ReactiveController {
  /** `kept` while messages show that the server has not confirmed yet. */
  stage: 'loading' | 'kept' | 'ready' | 'failed' = 'loading';

  private readonly host: ReactiveControllerHost;
  private readonly context: ConversationContext;
  private readonly parts: FeedParts;
  private readonly timer = new Timer();
  /** The position in the journal up to which changes are applied. */
  private position = 0;

  constructor(host: ReactiveControllerHost, context: ConversationContext, parts: FeedParts) {
    this.host = host;
    this.context = context;
    this.parts = parts;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.timer.cancel();
  }

  /** Empties the window and waits for the first window of another conversation. */
  clear(): void {
    this.context.window.reset([], false, false);
    this.position = 0;
    this.awaitFirstWindow();
  }

  /** Shows kept messages until the first window comes. */
  showKept({ messages, hasOlder }: KeptWindow): void {
    this.context.window.reset(messages, hasOlder, false);
    this.setStage('kept');
    this.parts.view.scrollTarget = 'end';
    this.context.redraw();
  }

  /** Asks the server for a first window again. */
  reload(): void {
    this.awaitFirstWindow();
    void this.context.server()?.reload();
  }

  private awaitFirstWindow(): void {
    this.setStage('loading');
    this.timer.start(TIMEOUT, () => this.fail());
  }

  /** Takes a first window. Where one is shown already, and not its end, the messages being read stay. */
  reset(first: FirstWindow): void {
    const { pages, reading, receipts, view } = this.parts;
    this.timer.cancel();
    this.position = first.position;
    receipts.add(first.receipts);
    if (this.stage === 'ready' && !view.stuck && first.focusSeq == null) {
      void pages.resetAroundReader(first);
      return;
    }
    this.context.window.reset(first.messages, first.hasOlder, first.hasNewer, first.lastSeq);
    this.setStage('ready');
    reading.start(first.readSeq);
    view.scrollTarget = first.focusSeq ?? (reading.unreadAfter === undefined ? 'end' : 'unread');
    this.context.redraw();
  }

  fail(): void {
    this.timer.cancel();
    if (this.stage === 'loading' || this.stage === 'kept') {
      this.setStage('failed');
    }
  }

  apply(changes: Changes): void {
    if (this.stage !== 'ready') {
      return;
    }
    const { window } = this.context;
    const { pages, receipts, onArrival } = this.parts;
    this.position = Math.max(this.position, changes.position);
    const { fresh, missingAfter } = window.append(changes.appended);
    const updated = window.update(changes.updated);
    const read = receipts.add(changes.receipts);
    onArrival(fresh);
    if (updated || read || changes.appended.length > 0) {
      this.context.redraw();
    }
    if (missingAfter !== undefined) {
      void pages.fill();
    }
  }

  /** Asks the server for the changes since the last known position, and applies them. Rejects if it does not answer. */
  async catchUp(): Promise<void> {
    const server = this.context.server();
    if (this.stage !== 'ready' || !server) {
      return;
    }
    const conversation = this.context.conversation();
    const changes = await server.heartbeat(this.position);
    if (conversation === this.context.conversation() && changes) {
      this.apply(changes);
    }
  }

  private setStage(stage: MessageFeed['stage']): void {
    this.stage = stage;
    this.host.requestUpdate();
  }
}
