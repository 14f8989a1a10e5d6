import type { Conversation } from '../model/message.ts';
import type { Row } from './rows.ts';

/** Collapses the messages of blocked senders, except for those the reader has expanded. */
export class BlockedMessages {
  private readonly conversation: () => Conversation | undefined;
  /** The ids of the messages that were expanded. */
  private readonly expanded = new Set<number>();

  constructor(conversation: () => Conversation | undefined) {
    this.conversation = conversation;
  }

  clear(): void {
    this.expanded.clear();
  }

  expand(id: number): void {
    this.expanded.add(id);
  }

  /** Whether the message of a row is collapsed. */
  isCollapsed(row: Row): boolean {
    return row.type === 'message' && !row.message.deleted && this.hides(row.message.id, row.message.sender.id);
  }

  /** Whether the message that a row quotes is collapsed. */
  isQuoteCollapsed(row: Row): boolean {
    const quote = row.type === 'message' ? row.message.quote : undefined;
    return !!quote?.sender && this.hides(quote.id, quote.sender.id);
  }

  private hides(id: number, sender: string): boolean {
    return !this.expanded.has(id) && !!this.conversation()?.blocked?.includes(sender);
  }
}
