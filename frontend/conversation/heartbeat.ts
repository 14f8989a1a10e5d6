/** What the heartbeat needs of its surroundings; tests bring their own. */
export interface HeartbeatOptions {
  /** Asks the server; resolves when it has answered and the answer is applied. */
  beat(): Promise<unknown>;
  /** Told at every change of whether the server answers. */
  online(answers: boolean): void;
}

export const INTERVAL = 25_000;
export const PATIENCE = 10_000;
const LONGEST_PAUSE = 20_000;
/** A question without an answer may still be on its way for so long; asking again would only lengthen the queue. */
const OUTSTANDING = 60_000;

/** Asks regularly whether the server is there and nothing was missed, and with growing pauses while it does not answer. */
export class Heartbeat {
  private readonly options: HeartbeatOptions;
  private timer?: ReturnType<typeof setTimeout>;
  private running = false;
  private answers = true;
  private failures = 0;
  private asked = 0;
  private outstanding = 0;
  private generation = 0;

  constructor(options: HeartbeatOptions) {
    this.options = options;
  }

  start(): void {
    if (!this.running) {
      this.running = true;
      this.generation++;
      this.outstanding = 0;
      this.schedule(INTERVAL);
    }
  }

  stop(): void {
    this.running = false;
    this.generation++;
    clearTimeout(this.timer);
  }

  /** Asks at once, as when the page wakes up. */
  now(): void {
    if (this.running) {
      void this.ask();
    }
  }

  private schedule(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), pause);
  }

  private async ask(): Promise<void> {
    if (this.outstanding > 0 && Date.now() - this.asked < OUTSTANDING) {
      this.schedule(this.answers ? PATIENCE : this.pause());
      return;
    }
    const generation = this.generation;
    this.asked = Date.now();
    this.outstanding = 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.failed(), PATIENCE);
    try {
      await this.options.beat();
      if (generation === this.generation) {
        this.outstanding = 0;
        this.failures = 0;
        this.tell(true);
        this.schedule(INTERVAL);
      }
    } catch {
      if (generation === this.generation) {
        this.outstanding = 0;
        this.failed();
      }
    }
  }

  private failed(): void {
    this.failures++;
    this.tell(false);
    this.schedule(this.pause());
  }

  private pause(): number {
    return Math.min(1000 * 2 ** Math.min(this.failures, 10), LONGEST_PAUSE);
  }

  private tell(answers: boolean): void {
    if (this.answers !== answers) {
      this.answers = answers;
      this.options.online(answers);
    }
  }
}
