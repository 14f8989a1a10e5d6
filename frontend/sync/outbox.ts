import type { Attachment } from '../model/media.ts';
import { EntryList } from './entry-list.ts';
import { isUploaded, type Delivery, type Entry, type EntryStore } from './outbox-entry.ts';

/** The connection that sends the entries of one account in one space. */
export interface Transport {
  account: string;
  space: string;
  deliver(entry: Entry): Promise<Delivery>;
}

/** The browser as the outbox uses it; tests bring their own. */
export interface OutboxEnvironment {
  connected(): boolean;
  /** Runs work while no other tab does the same; must run it in the end even when the others never finish. */
  withLock<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Notifies the other tabs that the store has changed. */
  notifyTabs(): void;
}

export const DELIVERY_TIMEOUT = 15_000;
const MAX_RETRY_DELAY = 30_000;
const DISCONNECTED_RETRY_DELAY = 60_000;

/**
 * The outbox: keeps sent messages until the server has confirmed them and sends them again, in order and one at a time, with
 * the same clientId, until it has. A refused entry stays as failed, out of the way of the others, until its author decides.
 *
 * Events: `change` whenever the entries, or the time to wait, are different; `sent` (detail: entry and seq) at each
 * confirmation; `files-removed` (detail: keys) when no message needs some files any more.
 */
export class Outbox extends EventTarget {
  /** The time until which the server asked to wait, in milliseconds since 1970; 0 when it did not. */
  waitUntil = 0;

  private readonly list: EntryList;
  private readonly environment: OutboxEnvironment;
  /** The transports that may send, the preferred one last. */
  private transports: Transport[] = [];
  private stopDelivery?: () => void;
  private timer?: ReturnType<typeof setTimeout>;
  private sending = false;
  private failures = 0;
  private notBefore = 0;
  private lastTry = 0;

  constructor(store: EntryStore, environment: OutboxEnvironment) {
    super();
    this.list = new EntryList(store);
    this.environment = environment;
    void this.refresh();
  }

  /** Returns the unconfirmed entries of a chat, in order. */
  entries(account: string, space: string, chat: string): Entry[] {
    return this.list.filter((entry) => entry.account === account && entry.space === space && entry.chat === chat);
  }

  /** Returns the entries that wait to be sent in a space, in order. */
  waiting(account: string, space: string): Entry[] {
    return this.list.filter((entry) => entry.state === 'waiting' && entry.account === account && entry.space === space);
  }

  /** Returns an entry as all tabs know it. */
  async find(clientId: string): Promise<Entry | undefined> {
    await this.reload();
    return this.list.find(clientId);
  }

  /** Returns whether a file still belongs to any message. */
  hasFile(key: string): boolean {
    return this.list.some(({ media }) => media?.some((each) => each.key === key) ?? false);
  }

  /** Changes the properties of one attachment; sends the message if that was the last thing missing. */
  async updateFile(clientId: string, key: string, change: Partial<Attachment>): Promise<void> {
    const updated = (media: Attachment[]) => media.map((each) => (each.key === key ? { ...each, ...change } : each));
    await this.update(clientId, (entry) => ({ ...entry, media: updated(entry.media ?? []) }));
    void this.flush();
  }

  /** Removes an attachment from a message, and the message as well if nothing is left of it. */
  async removeFile(clientId: string, key: string): Promise<void> {
    const entry = this.list.find(clientId);
    const media = entry?.media?.filter((each) => each.key !== key);
    if (entry && !entry.text && media?.length === 0) {
      await this.discard(clientId);
    } else if (entry) {
      this.filesRemoved([key]);
      await this.update(clientId, (current) => ({ ...current, media: current.media?.filter((each) => each.key !== key) }));
      void this.flush();
    }
  }

  /** Marks an entry as failed, with the reason that the person is shown. */
  async markFailed(clientId: string, reason: string | undefined): Promise<void> {
    await this.update(clientId, (entry) => ({ ...entry, state: 'failed', reason }));
  }

  /** Adds a new message; resolves when it would survive the end of this page. */
  async add(message: Omit<Entry, 'order' | 'state'>): Promise<void> {
    await this.list.append(message);
    this.changed();
    void this.flush();
  }

  /** Sends a failed entry again. */
  async retry(clientId: string): Promise<void> {
    // Without ids the files are uploaded anew: the server may not have them any more.
    const withoutIds = (media?: Attachment[]) => media?.map((each) => ({ ...each, id: undefined }));
    await this.update(clientId, (entry) => {
      return { ...entry, state: 'waiting', reason: undefined, media: withoutIds(entry.media) };
    });
    this.retryNow();
  }

  /** Removes an entry, sent or not. */
  async discard(clientId: string): Promise<void> {
    this.filesRemoved(this.list.find(clientId)?.media?.map(({ key }) => key) ?? []);
    await this.list.remove(clientId);
    this.changed();
  }

  async clear(): Promise<void> {
    await this.list.clear();
    this.changed();
  }

  /** Reads what other tabs have changed, and sends it if they cannot. */
  async refresh(): Promise<void> {
    await this.reload();
    void this.flush();
  }

  /**
   * Starts sending through a transport in place of the one before, which takes over again when this one is stopped; returns
   * a function that stops it.
   */
  start(transport: Transport): () => void {
    this.stopDelivery?.();
    this.transports = [...this.transports, transport];
    this.retryNow();
    return () => {
      const current = this.transport === transport;
      this.transports = this.transports.filter((each) => each !== transport);
      if (current) {
        this.stopDelivery?.();
        clearTimeout(this.timer);
        this.retryNow();
      }
    };
  }

  private get transport(): Transport | undefined {
    return this.transports.at(-1);
  }

  /** Tries at once, as after a reconnection, unless the server asked to wait. */
  retryNow(): void {
    this.failures = 0;
    this.notBefore = this.waitUntil;
    this.lastTry = 0;
    void this.flush();
  }

  private async flush(): Promise<void> {
    if (this.sending) {
      return;
    }
    this.sending = true;
    try {
      while (await this.sendNext()) {
        this.failures = 0;
      }
    } finally {
      this.sending = false;
    }
  }

  /** Sends the oldest waiting entry. False when there is nothing to do now; then a timer is set if there will be. */
  private async sendNext(): Promise<boolean> {
    const transport = this.transport;
    const entry = transport && this.waiting(transport.account, transport.space).find(isUploaded);
    if (!transport || !entry) {
      return false;
    }
    const delay = this.delay();
    if (delay > 0) {
      this.schedule(delay);
      return false;
    }
    this.lastTry = Date.now();
    const lock = `charla-outbox:${entry.account}:${entry.space}`;
    const delivery = await this.environment.withLock(lock, () => this.deliver(transport, entry));
    if (transport !== this.transport) {
      // The next transport takes over; sending the entry again does no harm.
      return delivery === undefined || this.transport !== undefined;
    }
    return delivery === undefined || this.handleAnswer(entry, delivery);
  }

  private delay(): number {
    const now = Date.now();
    const disconnected = this.environment.connected() ? 0 : this.lastTry + DISCONNECTED_RETRY_DELAY - now;
    return Math.max(this.notBefore - now, disconnected);
  }

  /** Returns undefined when another tab has dealt with the entry meanwhile. */
  private async deliver(transport: Transport, entry: Entry): Promise<Delivery | undefined> {
    const current = await this.find(entry.clientId);
    if (current?.state !== 'waiting' || !isUploaded(current)) {
      return undefined;
    }
    return new Promise((resolve) => {
      const giveUp = () => resolve({ status: 'retry' });
      const timeout = setTimeout(giveUp, DELIVERY_TIMEOUT);
      this.stopDelivery = giveUp;
      transport.deliver(entry).then(
        async (delivery) => {
          clearTimeout(timeout);
          if (delivery.status === 'sent') {
            // Also when the answer comes after the time-out.
            await this.confirm(entry, delivery);
          }
          resolve(delivery);
        },
        () => {
          clearTimeout(timeout);
          giveUp();
        }
      );
    });
  }

  private async confirm(entry: Entry, delivery: Delivery): Promise<void> {
    this.dispatchEvent(new CustomEvent('sent', { detail: { entry, seq: delivery.seq } }));
    await this.discard(entry.clientId);
  }

  /** Returns whether the next entry can be tried at once. */
  private async handleAnswer(entry: Entry, delivery: Delivery): Promise<boolean> {
    switch (delivery.status) {
      case 'sent':
        this.setWaitUntil(0);
        return true;
      case 'refused':
        this.setWaitUntil(0);
        await this.markFailed(entry.clientId, delivery.reason ?? undefined);
        return true;
      case 'wait':
        this.setWaitUntil(Date.now() + Math.max(delivery.seconds ?? 1, 1) * 1000);
        this.postpone(this.waitUntil);
        return false;
      default:
        this.postpone(Date.now() + Math.min(1000 * 2 ** this.failures++, MAX_RETRY_DELAY) * (0.75 + Math.random() / 2));
        return false;
    }
  }

  private postpone(time: number): void {
    this.notBefore = time;
    this.schedule(time - Date.now());
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private setWaitUntil(time: number): void {
    if (this.waitUntil !== time) {
      this.waitUntil = time;
      this.dispatchEvent(new Event('change'));
    }
  }

  private async update(clientId: string, change: (entry: Entry) => Entry): Promise<void> {
    await this.list.update(clientId, change);
    this.changed();
  }

  private async reload(): Promise<void> {
    await this.list.reload();
    this.dispatchEvent(new Event('change'));
  }

  private filesRemoved(keys: string[]): void {
    if (keys.length > 0) {
      this.dispatchEvent(new CustomEvent('files-removed', { detail: keys }));
    }
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
    this.environment.notifyTabs();
  }
}
