import type { Attachment } from '../model/media.ts';
import type { Quote } from '../model/message.ts';

/** A message that was sent by its author and is not yet confirmed by the server. */
export interface Entry {
  account: string;
  space: string;
  chat: string;
  clientId: string;
  text: string;
  sentAt: number;
  /** What it answers. */
  quote?: Quote;
  /** The files that go with it; it is not sent before the server has them. */
  media?: Attachment[];
  /** Grows with every entry; the order of sending. */
  order: number;
  state: 'waiting' | 'failed';
  /** Why the server will never take it, as a sentence for the person. */
  reason?: string;
}

/** What the server said about an entry; see Composer.Delivery. */
export interface Delivery {
  status: 'sent' | 'wait' | 'retry' | 'refused';
  seq?: number;
  seconds?: number;
  reason?: string | null;
}

/** Where entries outlive the page. */
export interface EntryStore {
  all(): Promise<Entry[]>;
  put(entry: Entry): Promise<unknown>;
  remove(clientId: string): Promise<unknown>;
  clear(): Promise<unknown>;
}

/** Whose entries are sent, and how. */
export interface Courier {
  account: string;
  space: string;
  deliver(entry: Entry): Promise<Delivery>;
}

/** What the outbox needs of its surroundings; tests bring their own. */
export interface Surroundings {
  connected(): boolean;
  /** Runs work while no other tab does the same; must run it in the end even when the others never finish. */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Tells the other tabs that the store has changed. */
  announce(): void;
}

export const DELIVERY_TIMEOUT = 15_000;
const LONGEST_PAUSE = 30_000;
const DISCONNECTED_PAUSE = 60_000;

/**
 * Keeps sent messages until the server has confirmed them and sends them again, in order and one at a time, with the same
 * clientId, until it has. A refused entry stays as failed, out of the way of the others, until its author decides.
 *
 * Events: `change` whenever entries, or the time to wait, are different; `sent` (detail: entry and seq) at each confirmation;
 * `freed` (detail: keys) when files are of no more use to any message.
 */
export class Outbox extends EventTarget {
  /** The moment until which the server asked to wait, 0 when it did not. */
  waitUntil = 0;

  private known: Entry[] = [];
  private turns: Promise<unknown> = Promise.resolve();
  private readonly store: EntryStore;
  private readonly surroundings: Surroundings;
  private courier?: Courier;
  private stopDelivery?: () => void;
  private timer?: ReturnType<typeof setTimeout>;
  private sending = false;
  private failures = 0;
  private notBefore = 0;
  private lastTry = 0;

  constructor(store: EntryStore, surroundings: Surroundings) {
    super();
    this.store = store;
    this.surroundings = surroundings;
    void this.refresh();
  }

  /** What is known to be unconfirmed in a chat, in order. */
  entries(account: string, space: string, chat: string): Entry[] {
    return this.known.filter((entry) => entry.account === account && entry.space === space && entry.chat === chat);
  }

  /** What waits to be sent in a space, in order. */
  waiting(account: string, space: string): Entry[] {
    return this.known.filter((entry) => entry.state === 'waiting' && entry.account === account && entry.space === space);
  }

  /** An entry as all tabs know it. */
  async present(clientId: string): Promise<Entry | undefined> {
    await this.reread();
    return this.known.find((entry) => entry.clientId === clientId);
  }

  /** Whether a file still belongs to any message. */
  wants(key: string): boolean {
    return this.known.some(({ media }) => media?.some((each) => each.key === key));
  }

  /** Changes what is kept of one file of a message; sends the message if that was the last thing missing. */
  async amend(clientId: string, key: string, change: Partial<Attachment>): Promise<void> {
    const amended = (media: Attachment[]) => media.map((each) => (each.key === key ? { ...each, ...change } : each));
    await this.change(clientId, (entry) => ({ ...entry, media: amended(entry.media ?? []) }));
    void this.flush();
  }

  /** Takes a file out of a message; the message as well, if nothing is left of it. */
  async withdraw(clientId: string, key: string): Promise<void> {
    const entry = this.known.find((candidate) => candidate.clientId === clientId);
    const media = entry?.media?.filter((each) => each.key !== key);
    if (entry && !entry.text && media?.length === 0) {
      await this.discard(clientId);
    } else if (entry) {
      this.freed([key]);
      await this.change(clientId, (present) => ({ ...present, media: present.media?.filter((each) => each.key !== key) }));
      void this.flush();
    }
  }

  /** Puts an entry out of the way, for a reason that the person is told. */
  async fail(clientId: string, reason: string): Promise<void> {
    await this.change(clientId, (entry) => ({ ...entry, state: 'failed', reason }));
  }

  /** Keeps a new message; resolves when it would survive the end of this page. */
  async add(message: Omit<Entry, 'order' | 'state'>): Promise<void> {
    await this.inTurn(() => {
      const newest = this.known.reduce((order, entry) => Math.max(order, entry.order), 0);
      const entry: Entry = { ...message, state: 'waiting', order: Math.max(Date.now(), newest + 1) };
      this.known = [...this.known, entry];
      return this.store.put(entry);
    });
    this.changed();
    void this.flush();
  }

  /** Sends a failed entry again. */
  async retry(clientId: string): Promise<void> {
    // Whether the server still has the files is asked anew.
    const again = (media?: Attachment[]) => media?.map((each) => ({ ...each, id: undefined }));
    await this.change(clientId, (entry) => ({ ...entry, state: 'waiting', reason: undefined, media: again(entry.media) }));
    this.nudge();
  }

  /** Forgets an entry, sent or not. */
  async discard(clientId: string): Promise<void> {
    const entry = this.known.find((candidate) => candidate.clientId === clientId);
    this.freed(entry?.media?.map(({ key }) => key) ?? []);
    await this.inTurn(() => {
      this.known = this.known.filter((entry) => entry.clientId !== clientId);
      return this.store.remove(clientId);
    });
    this.changed();
  }

  async clear(): Promise<void> {
    await this.inTurn(() => {
      this.known = [];
      return this.store.clear();
    });
    this.changed();
  }

  /** Reads what other tabs have changed, and sends it if they cannot. */
  async refresh(): Promise<void> {
    await this.reread();
    void this.flush();
  }

  /** Starts sending through a courier in place of the one before. Ends when the returned function is called. */
  start(courier: Courier): () => void {
    this.stopDelivery?.();
    this.courier = courier;
    this.nudge();
    return () => {
      if (this.courier === courier) {
        this.courier = undefined;
        this.stopDelivery?.();
        clearTimeout(this.timer);
      }
    };
  }

  /** Tries now, as after a reconnection, unless the server asked for patience. */
  nudge(): void {
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
    const courier = this.courier;
    const entry = courier && this.nextFor(courier);
    if (!courier || !entry) {
      return false;
    }
    const pause = this.pause();
    if (pause > 0) {
      this.schedule(pause);
      return false;
    }
    this.lastTry = Date.now();
    const lock = `charla-outbox:${entry.account}:${entry.space}`;
    const delivery = await this.surroundings.exclusively(lock, () => this.deliver(courier, entry));
    if (courier !== this.courier) {
      // The next courier takes over; sending the entry again does no harm.
      return delivery === undefined || this.courier !== undefined;
    }
    return delivery === undefined || this.settle(entry, delivery);
  }

  private nextFor(courier: Courier): Entry | undefined {
    return this.waiting(courier.account, courier.space).find(isWhole);
  }

  private pause(): number {
    const now = Date.now();
    const disconnected = this.surroundings.connected() ? 0 : this.lastTry + DISCONNECTED_PAUSE - now;
    return Math.max(this.notBefore - now, disconnected);
  }

  /** Undefined when another tab has dealt with the entry meanwhile. */
  private async deliver(courier: Courier, entry: Entry): Promise<Delivery | undefined> {
    await this.reread();
    const present = this.known.find((candidate) => candidate.clientId === entry.clientId);
    if (present?.state !== 'waiting' || !isWhole(present)) {
      return undefined;
    }
    return new Promise((resolve) => {
      const giveUp = () => resolve({ status: 'retry' });
      const timeout = setTimeout(giveUp, DELIVERY_TIMEOUT);
      this.stopDelivery = giveUp;
      courier.deliver(entry).then(
        async (delivery) => {
          clearTimeout(timeout);
          if (delivery.status === 'sent') {
            // Also when the answer comes after the time-out.
            await this.confirmed(entry, delivery);
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

  private async confirmed(entry: Entry, delivery: Delivery): Promise<void> {
    this.dispatchEvent(new CustomEvent('sent', { detail: { entry, seq: delivery.seq } }));
    await this.discard(entry.clientId);
  }

  /** Whether the next entry can be tried at once. */
  private async settle(entry: Entry, delivery: Delivery): Promise<boolean> {
    switch (delivery.status) {
      case 'sent':
        this.setWaitUntil(0);
        return true;
      case 'refused':
        this.setWaitUntil(0);
        await this.change(entry.clientId, (present) => ({ ...present, state: 'failed', reason: delivery.reason ?? undefined }));
        return true;
      case 'wait':
        this.setWaitUntil(Date.now() + Math.max(delivery.seconds ?? 1, 1) * 1000);
        this.postpone(this.waitUntil);
        return false;
      default:
        this.postpone(Date.now() + Math.min(1000 * 2 ** this.failures++, LONGEST_PAUSE) * (0.75 + Math.random() / 2));
        return false;
    }
  }

  private postpone(moment: number): void {
    this.notBefore = moment;
    this.schedule(moment - Date.now());
  }

  private schedule(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pause);
  }

  private setWaitUntil(moment: number): void {
    if (this.waitUntil !== moment) {
      this.waitUntil = moment;
      this.dispatchEvent(new Event('change'));
    }
  }

  private async change(clientId: string, change: (entry: Entry) => Entry): Promise<void> {
    await this.inTurn(async () => {
      const entry = this.known.find((candidate) => candidate.clientId === clientId);
      if (entry) {
        const changed = change(entry);
        this.known = this.known.map((known) => (known === entry ? changed : known));
        await this.store.put(changed);
      }
    });
    this.changed();
  }

  private async reread(): Promise<void> {
    await this.inTurn(async () => {
      const known = new Map(this.known.map((entry) => [entry.clientId, entry]));
      const stored = await this.store.all();
      // The same object for the same entry: what is drawn from it need not be drawn again.
      this.known = stored
        .map((entry) => {
          const before = known.get(entry.clientId);
          return before && isSame(before, entry) ? before : entry;
        })
        .sort((a, b) => a.order - b.order);
    });
    this.dispatchEvent(new Event('change'));
  }

  /** What is known and what is stored change together, one change after the other. */
  private inTurn(work: () => Promise<unknown>): Promise<unknown> {
    this.turns = this.turns.then(work, work);
    return this.turns;
  }

  private freed(keys: string[]): void {
    if (keys.length > 0) {
      this.dispatchEvent(new CustomEvent('freed', { detail: keys }));
    }
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
    this.surroundings.announce();
  }
}

/** Whether the server has all of its files. */
function isWhole({ media }: Entry): boolean {
  return media?.every(({ id }) => id) ?? true;
}

function isSame(a: Entry, b: Entry): boolean {
  const files = ({ media }: Entry) => (media ?? []).map(({ key, id, address }) => `${key} ${id} ${address}`).join();
  return a.state === b.state && a.reason === b.reason && files(a) === files(b);
}

/** Keeps entries only as long as the page lives; for tests, and for browsers that lend no storage. */
export class MemoryStore implements EntryStore {
  private readonly kept = new Map<string, Entry>();

  async all(): Promise<Entry[]> {
    return [...this.kept.values()].map((entry) => ({ ...entry }));
  }

  async put(entry: Entry): Promise<void> {
    this.kept.set(entry.clientId, { ...entry });
  }

  async remove(clientId: string): Promise<void> {
    this.kept.delete(clientId);
  }

  async clear(): Promise<void> {
    this.kept.clear();
  }
}

/** A random id for a message; also where crypto.randomUUID is missing because the page came over plain http. */
export function newClientId(): string {
  if (typeof crypto.randomUUID === 'function') {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
