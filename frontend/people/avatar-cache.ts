/** What somebody looks like; see FaceFeed.java. */
export interface Face {
  id: string;
  /** Where their picture is; empty if they have none. */
  address: string;
}

type Show = (address: string) => void;

const PAUSE = 50;

/** The server keeps the same number, and tells what becomes of these. */
const MOST = 1000;

/** Who is on the screen, and the pictures of whoever was lately. Asks but once for each. */
export class Faces {
  private readonly shown = new Map<string, Set<Show>>();
  private readonly known = new Map<string, string>();
  private readonly asked = new Set<string>();
  private wanted?: (people: string[]) => void;
  private timer?: ReturnType<typeof setTimeout>;

  /** Shows somebody, now if they are known, and whenever they look otherwise; until the returned function is called. */
  show(id: string, show: Show): () => void {
    const all = this.shown.get(id) ?? new Set<Show>();
    this.shown.set(id, all);
    all.add(show);
    const address = this.known.get(id);
    if (address !== undefined) {
      show(address);
    }
    this.want();
    return () => {
      all.delete(show);
      if (all.size === 0 && this.shown.get(id) === all) {
        this.shown.delete(id);
      }
    };
  }

  take(faces: Face[]): void {
    for (const { id, address } of faces) {
      this.known.set(id, address);
      this.shown.get(id)?.forEach((show) => show(address));
    }
  }

  /** Says soon who is on the screen and was not asked for; until the returned function is called. */
  onWanted(wanted: (people: string[]) => void): () => void {
    this.wanted = wanted;
    this.asked.clear(); // whoever answers now may not be who answered before
    this.want();
    return () => {
      this.wanted = undefined;
    };
  }

  private want(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const people = this.wanted ? [...this.shown.keys()].filter((id) => !this.asked.has(id)) : [];
      if (people.length > 0) {
        people.forEach((id) => this.asked.add(id));
        this.forget();
        this.wanted?.(people);
      }
    }, PAUSE);
  }

  private forget(): void {
    for (const id of this.asked) {
      if (this.asked.size <= MOST) {
        return;
      }
      this.asked.delete(id);
      this.known.delete(id);
    }
  }
}
