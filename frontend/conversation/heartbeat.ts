/** The callbacks of a heartbeat. */
export interface HeartbeatOptions {
  /** Asks the server; resolves when it has answered and the answer is applied. */
  beat(): Promise<unknown>;
  /** Called whenever the server stops or starts answering. */
  onStatusChange(answering: boolean): void;
}

/** Milliseconds between heartbeats while the server answers. */
export const INTERVAL = 25_000;
/** Milliseconds after which a heartbeat without an answer counts as failed. */
export const TIMEOUT = 10_000;
const MAX_PAUSE = 20_000;
/** A heartbeat without an answer may be on its way for so long; another one would only lengthen the queue. */
const MAX_OUTSTANDING = 60_000;

/**
 * Heartbeat: asks the server at intervals whether it answers and whether changes were missed. While it does not answer,
 * the pauses grow up to 20 s.
 */
export class Heartbeat {
  private readonly options: HeartbeatOptions;
  private timer?: ReturnType<typeof setTimeout>;
  private running = false;
  private answering = true;
  private failures = 0;
  private sentAt = 0;
  private outstanding = false;
  private generation = 0;

  constructor(options: HeartbeatOptions) {
    this.options = options;
  }

  start(): void {
    if (!this.running) {
      this.running = true;
      this.generation++;
      this.outstanding = false;
      this.schedule(INTERVAL);
    }
  }

  stop(): void {
    this.running = false;
    this.generation++;
    clearTimeout(this.timer);
  }

  /** Sends a heartbeat at once, as when the page wakes up. */
  now(): void {
    if (this.running) {
      void this.send();
    }
  }

  private schedule(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), pause);
  }

  private async send(): Promise<void> {
    if (this.outstanding && Date.now() - this.sentAt < MAX_OUTSTANDING) {
      this.schedule(this.answering ? TIMEOUT : this.pause());
      return;
    }
    const generation = this.generation;
    this.sentAt = Date.now();
    this.outstanding = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.onFailure(), TIMEOUT);
    try {
      await this.options.beat();
      if (generation === this.generation) {
        this.outstanding = false;
        this.failures = 0;
        this.setAnswering(true);
        this.schedule(INTERVAL);
      }
    } catch {
      if (generation === this.generation) {
        this.outstanding = false;
        this.onFailure();
      }
    }
  }

  private onFailure(): void {
    this.failures++;
    this.setAnswering(false);
    this.schedule(this.pause());
  }

  private pause(): number {
    return Math.min(1000 * 2 ** Math.min(this.failures, 10), MAX_PAUSE);
  }

  private setAnswering(answering: boolean): void {
    if (this.answering !== answering) {
      this.answering = answering;
      this.options.onStatusChange(answering);
    }
  }
}
