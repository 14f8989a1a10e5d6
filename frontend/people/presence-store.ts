import { ListenersByPerson } from './listeners-by-person.ts';

/** A person's presence; see PresenceFeed.java. */
export interface Presence {
  id: string;
  availability: 'ONLINE' | 'AWAY' | 'DO_NOT_DISTURB' | 'OFFLINE';
  emoji: string;
  status: string;
  /** Milliseconds since 1970, for somebody who is offline and shares it. */
  lastSeen?: number | null;
}

/** People who appear or disappear within this time (milliseconds) of each other make one request. */
const PAUSE = 150;

/** The presence of the people on this page, and of nobody else. */
export class PresenceStore {
  private readonly listeners = new ListenersByPerson<Presence | undefined>();
  private readonly presences = new Map<string, Presence>();
  private request?: (people: string[]) => void;
  private timer?: ReturnType<typeof setTimeout>;

  /** Calls back with a person's presence, if known: now and on every change; until the returned function is called. */
  show(person: string, listener: (presence: Presence | undefined) => void): () => void {
    const remove = this.listeners.add(person, listener);
    listener(this.presences.get(person));
    this.schedule();
    return () => {
      if (remove()) {
        this.presences.delete(person);
        this.schedule();
      }
    };
  }

  /** Takes the presences of those who are on the page, and ignores the rest. */
  put(presences: Presence[]): void {
    for (const presence of presences) {
      if (this.listeners.has(presence.id)) {
        this.presences.set(presence.id, presence);
        this.listeners.notify(presence.id, presence);
      }
    }
  }

  redraw(): void {
    this.put([...this.presences.values()]);
  }

  /** Calls back with all people on the page, soon after they have changed; until the returned function is called. */
  onRequest(request: (people: string[]) => void): () => void {
    this.request = request;
    this.schedule();
    return () => {
      this.request = undefined;
    };
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.request?.(this.listeners.people), PAUSE);
  }
}
