import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { outbox } from '../sync/local-data.ts';
import type { Entry } from '../sync/outbox-entry.ts';
import type { Conversation } from '../model/message.ts';
import type { ConversationContext } from './conversation-context.ts';
import type { Echo } from './rows.ts';
import { Timer } from '../platform/timer.ts';

interface Confirmed {
  entry: Entry;
  seq: number;
}

/** Milliseconds to wait for a confirmed message before asking for it. */
const ARRIVAL_TIMEOUT = 3000;

/** Local echo: shows the messages of the outbox until the server delivers them as messages of the chat. */
export class LocalEcho implements ReactiveController {
  private readonly context: ConversationContext;
  private readonly onOverdue: () => void;
  /** By client id: echoes that the server has confirmed, until their messages arrive. */
  private readonly confirmed = new Map<string, Confirmed>();
  private readonly timer = new Timer();

  /** @param onOverdue called when a confirmed message has not arrived in time */
  constructor(host: ReactiveControllerHost, context: ConversationContext, onOverdue: () => void) {
    this.context = context;
    this.onOverdue = onOverdue;
    host.addController(this);
  }

  hostConnected(): void {
    outbox.addEventListener('change', this.onOutboxChange);
    outbox.addEventListener('sent', this.onSent);
  }

  hostDisconnected(): void {
    outbox.removeEventListener('change', this.onOutboxChange);
    outbox.removeEventListener('sent', this.onSent);
    this.timer.cancel();
  }

  clear(): void {
    this.confirmed.clear();
  }

  /** Returns the echoes of the open conversation; none while the end of the chat is not loaded. */
  echoes(): Echo[] {
    const conversation = this.context.conversation();
    if (!conversation || this.context.window.hasNewer || !this.context.ready()) {
      return [];
    }
    const { account, space, chat } = conversation;
    const sent = [...this.confirmed.values()].map(({ entry }) => ({ entry, sent: true }));
    const waiting = outbox
      .entries(account, space, chat)
      .filter((entry) => !this.confirmed.has(entry.clientId))
      .map((entry) => ({ entry, sent: false }));
    return [...sent, ...waiting];
  }

  /** Forgets the echoes whose messages have arrived. */
  removeArrived(): void {
    for (const [clientId, { seq }] of this.confirmed) {
      if ((this.context.window.last?.seq ?? 0) >= seq) {
        this.confirmed.delete(clientId);
      }
    }
  }

  private readonly onOutboxChange = () => this.context.redraw();

  private readonly onSent = (event: Event) => {
    const { entry, seq } = (event as CustomEvent<Confirmed>).detail;
    const conversation = this.context.conversation();
    const here = conversation && isOf(entry, conversation);
    if (!here || this.context.window.bySeq(seq)) {
      return;
    }
    this.confirmed.set(entry.clientId, { entry, seq });
    this.context.redraw();
    // The live channel brings the message itself; when it does not, the journal will.
    this.timer.start(ARRIVAL_TIMEOUT, () => this.onOverdue());
  };
}

function isOf(entry: Entry, { account, space, chat }: Conversation): boolean {
  return entry.account === account && entry.space === space && entry.chat === chat;
}
