/** Milliseconds to wait for a frame: a hidden page has none. */
const FRAME_TIMEOUT = 200;

/** Resolves with the next frame, or after a timeout where there are none. */
export function nextFrame(): Promise<void> {
  return new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, FRAME_TIMEOUT);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** A timeout that can be restarted and cancelled. */
export class Timer {
  private id?: ReturnType<typeof setTimeout>;

  get running(): boolean {
    return this.id !== undefined;
  }

  /** Calls back after the pause, in milliseconds, instead of what was scheduled before. */
  start(pause: number, callback: () => void): void {
    this.cancel();
    this.id = setTimeout(() => {
      this.id = undefined;
      callback();
    }, pause);
  }

  cancel(): void {
    clearTimeout(this.id);
    this.id = undefined;
  }
}
