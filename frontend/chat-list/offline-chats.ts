import { keepOfflineCopies } from '../sync/offline-copy.ts';
import type { Row, Rows } from './chat-rows.ts';

/** The offline copies of the chats in the list: those of chats that the person has left are removed. */
export class OfflineChats {
  private place?: { account: string; space: string };

  /** Sets the account and the space whose chats the list has. */
  enter(account: string, space: string): void {
    this.place = { account, space };
  }

  /** Removes the copies of all chats that the person is not in; nothing where the changed rows tell that they stayed. */
  forgetLeft(rows: Rows | undefined, changed: Row[] = []): void {
    const stayed = changed.length > 0 && changed.every(({ joined }) => joined);
    if (this.place && rows && !stayed) {
      const joined = [...rows.values()].filter((row) => row.joined).map(({ id }) => id);
      void keepOfflineCopies(this.place.account, this.place.space, new Set(joined));
    }
  }
}
