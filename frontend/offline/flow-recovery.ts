import { connectionState, onConnectionChange, setConnected } from '../platform/connection.ts';

const FIRST_PAUSE = 500;
const MAX_PAUSE = 5000;
/** Milliseconds after which the server counts as not answering. */
const TIMEOUT = 10_000;

/** Flow's clients in this page; one that is active has a request under way. */
function flowIsActive(): boolean {
  const { Vaadin } = window as { Vaadin?: { Flow?: { clients?: Record<string, { isActive?(): boolean }> } } };
  return Object.values(Vaadin?.Flow?.clients ?? {}).some((client) => client.isActive?.());
}

/**
 * Recovery of Flow's connection state. A request that has gone through again, or a push connection that was opened again,
 * leaves Flow's state at "reconnecting" until the page sends something else, which nobody does who waits for the connection.
 * While Flow has no request under way, the server is asked here.
 */
export class FlowRecovery {
  private timer?: ReturnType<typeof setTimeout>;
  private pause = FIRST_PAUSE;

  /** Starts to watch; for as long as the page lives. */
  start(): void {
    onConnectionChange((_, state) => {
      clearTimeout(this.timer);
      if (state === 'reconnecting') {
        this.pause = FIRST_PAUSE;
        this.schedule();
      }
    });
  }

  private schedule(): void {
    this.timer = setTimeout(() => void this.check(), this.pause);
  }

  private async check(): Promise<void> {
    const answered = !flowIsActive() && (await serverAnswers());
    if (connectionState() !== 'reconnecting') {
      return;
    }
    if (answered && !flowIsActive()) {
      setConnected();
      return;
    }
    if (!flowIsActive()) {
      this.pause = Math.min(this.pause * 2, MAX_PAUSE);
    }
    this.schedule();
  }
}

/** The service worker does not answer HEAD in place of the server. */
async function serverAnswers(): Promise<boolean> {
  try {
    const { status } = await fetch('/sw.js', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT) });
    return status < 500;
  } catch {
    return false;
  }
}
