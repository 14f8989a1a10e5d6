/** Somebody's presence; see PresenceFeed.java. */
export interface State {
  id: string;
  availability: 'ONLINE' | 'AWAY' | 'DO_NOT_DISTURB' | 'OFFLINE';
  emoji: string;
  status: string;
  /** Milliseconds since 1970, of who is offline and tells. */
  lastSeen?: number | null;
}

type Show = (state: State | undefined) => void;

const PAUSE = 150;

/** Who is on the screen, and what is known of them. Of whoever is no longer drawn, nothing is kept. */
export class Presences {
  private readonly shown = new Map<string, Set<Show>>();
  private readonly known = new Map<string, State>();
  private wanted?: (people: string[]) => void;
  private timer?: ReturnType<typeof setTimeout>;

  /** Shows somebody, now and whenever something about them changes; until the returned function is called. */
  show(id: string, show: Show): () => void {
    const all = this.shown.get(id) ?? new Set<Show>();
    this.shown.set(id, all);
    all.add(show);
    show(this.known.get(id));
    this.want();
    return () => {
      all.delete(show);
      if (all.size === 0 && this.shown.get(id) === all) {
        this.shown.delete(id);
        this.known.delete(id);
        this.want();
      }
    };
  }

  take(states: State[]): void {
    for (const state of states) {
      const all = this.shown.get(state.id);
      if (all) {
        this.known.set(state.id, state);
        all.forEach((show) => show(state));
      }
    }
  }

  redraw(): void {
    this.take([...this.known.values()]);
  }

  /** Says who is on the screen, soon after that has changed; until the returned function is called. */
  onWanted(wanted: (people: string[]) => void): () => void {
    this.wanted = wanted;
    this.want();
    return () => {
      this.wanted = undefined;
    };
  }

  private want(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wanted?.([...this.shown.keys()]), PAUSE);
  }
}
