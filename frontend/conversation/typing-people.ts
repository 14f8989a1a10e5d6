/** Milliseconds for which a typing signal is valid. */
const TTL = 8000;

/** The people who are typing in the open conversation; an entry expires unless its signal is repeated. */
export class TypingPeople {
  private readonly people = new Map<string, { name: string; timer: ReturnType<typeof setTimeout> }>();
  private readonly onChange: () => void;

  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  /** First names, in the order in which they began. */
  get names(): string[] {
    return [...this.people.values()].map(({ name }) => name.trim().split(/\s+/u)[0]);
  }

  add(id: string, name: string): void {
    clearTimeout(this.people.get(id)?.timer);
    this.people.set(id, { name, timer: setTimeout(() => this.remove(id), TTL) });
    this.onChange();
  }

  remove(id: string): void {
    clearTimeout(this.people.get(id)?.timer);
    if (this.people.delete(id)) {
      this.onChange();
    }
  }

  clear(): void {
    this.people.forEach(({ timer }) => clearTimeout(timer));
    this.people.clear();
    this.onChange();
  }
}
