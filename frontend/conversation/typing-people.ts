/** How long it holds that somebody writes, unless they say so again. */
const HOLDS = 8000;

/** Who is writing now: whoever falls silent is forgotten. */
export class Writers {
  private readonly writing = new Map<string, { name: string; timer: ReturnType<typeof setTimeout> }>();
  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** First names, in the order in which they began. */
  get names(): string[] {
    return [...this.writing.values()].map(({ name }) => name.trim().split(/\s+/u)[0]);
  }

  writes(id: string, name: string): void {
    clearTimeout(this.writing.get(id)?.timer);
    this.writing.set(id, { name, timer: setTimeout(() => this.stops(id), HOLDS) });
    this.changed();
  }

  stops(id: string): void {
    clearTimeout(this.writing.get(id)?.timer);
    if (this.writing.delete(id)) {
      this.changed();
    }
  }

  clear(): void {
    this.writing.forEach(({ timer }) => clearTimeout(timer));
    this.writing.clear();
    this.changed();
  }
}
