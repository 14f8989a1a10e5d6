import { ListenersByPerson } from './listeners-by-person.ts';

/** The picture of a person; see AvatarFeed.java. */
export interface Avatar {
  id: string;
  /** The address of the picture; empty if the person has none. */
  address: string;
}

/** People who appear within this time (milliseconds) go into one request. */
const PAUSE = 50;

/** The server keeps the same number, and publishes the changes of these. */
const MAX_PEOPLE = 1000;

/** The avatars of the people on this page and of those shown lately; each is requested but once. */
export class AvatarCache {
  private readonly listeners = new ListenersByPerson<string>();
  private readonly addresses = new Map<string, string>();
  private readonly requested = new Set<string>();
  private request?: (people: string[]) => void;
  private timer?: ReturnType<typeof setTimeout>;

  /** Calls back with a person's address: now if it is known, and on every change; until the returned function is called. */
  show(person: string, listener: (address: string) => void): () => void {
    const remove = this.listeners.add(person, listener);
    const address = this.addresses.get(person);
    if (address !== undefined) {
      listener(address);
    }
    this.schedule();
    return remove;
  }

  /** The people who have a picture. */
  get known(): Avatar[] {
    return [...this.addresses].filter(([, address]) => address).map(([id, address]) => ({ id, address }));
  }

  put(avatars: Avatar[]): void {
    for (const { id, address } of avatars) {
      this.addresses.set(id, address);
      this.listeners.notify(id, address);
    }
  }

  /** Calls back with the people on the page whose avatars are to be requested; until the returned function is called. */
  onRequest(request: (people: string[]) => void): () => void {
    this.request = request;
    this.requested.clear(); // another server may answer now: it does not know what the one before was asked
    this.schedule();
    return () => {
      this.request = undefined;
    };
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const people = this.request ? this.listeners.people.filter((id) => !this.requested.has(id)) : [];
      if (people.length > 0) {
        people.forEach((id) => this.requested.add(id));
        this.evict();
        this.request?.(people);
      }
    }, PAUSE);
  }

  /** Removes those requested first, beyond the limit. */
  private evict(): void {
    for (const id of this.requested) {
      if (this.requested.size <= MAX_PEOPLE) {
        return;
      }
      this.requested.delete(id);
      this.addresses.delete(id);
    }
  }
}
