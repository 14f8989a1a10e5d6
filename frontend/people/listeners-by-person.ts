/** Listeners by person: who on this page draws something about whom. */
export class ListenersByPerson<T> {
  private readonly listeners = new Map<string, Set<(value: T) => void>>();

  /** The ids of all people who have a listener. */
  get people(): string[] {
    return [...this.listeners.keys()];
  }

  has(person: string): boolean {
    return this.listeners.has(person);
  }

  /** Adds a listener; the returned function removes it and says whether it was the last of that person. */
  add(person: string, listener: (value: T) => void): () => boolean {
    const all = this.listeners.get(person) ?? new Set();
    this.listeners.set(person, all);
    all.add(listener);
    return () => {
      all.delete(listener);
      return all.size === 0 && this.listeners.get(person) === all && this.listeners.delete(person);
    };
  }

  notify(person: string, value: T): void {
    this.listeners.get(person)?.forEach((listener) => listener(value));
  }
}
