import { onWake } from '../platform/connection.ts';

const FIRST_PAUSE = 1000;
const MAX_PAUSE = 20_000;
/** Milliseconds after which a page counts as not answered. */
const TIMEOUT = 10_000;

/** Asks for the page at the present address until the server sends it: on a page that was started without a server. */
export class ServerProbe {
  private readonly answered: () => void;
  private timer?: ReturnType<typeof setTimeout>;
  private pause = FIRST_PAUSE;
  private asking = false;
  private stopWaking?: () => void;
  private readonly entry = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '';

  /** @param answered called once the server can take over this page */
  constructor(answered: () => void) {
    this.answered = answered;
  }

  /** Starts asking; does nothing if it has begun already. */
  start(): void {
    if (!this.stopWaking) {
      this.stopWaking = onWake(() => {
        this.pause = FIRST_PAUSE;
        void this.ask();
      });
      this.timer = setTimeout(() => void this.ask(), this.pause);
    }
  }

  private async ask(): Promise<void> {
    if (this.asking) {
      return;
    }
    this.asking = true;
    clearTimeout(this.timer);
    const answer = await this.fetchPage();
    this.asking = false;
    if (!answer || answer.status >= 500) {
      this.pause = Math.min(this.pause * 2, MAX_PAUSE);
      this.timer = setTimeout(() => void this.ask(), this.pause);
      return;
    }
    this.stopWaking?.();
    this.stopWaking = undefined;
    if (answer.ok && (await this.isSameVersion(answer))) {
      this.answered();
    } else {
      // Another version of the program, a sign-in that has ended, or a page that is no more.
      location.reload();
    }
  }

  private async fetchPage(): Promise<Response | undefined> {
    try {
      return await fetch(location.href, {
        headers: { Accept: 'text/html' },
        cache: 'no-store',
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT)
      });
    } catch {
      return undefined;
    }
  }

  private async isSameVersion(answer: Response): Promise<boolean> {
    const script = new URL(this.entry, location.href).pathname.split('/').pop() ?? '';
    const page = await answer.text().catch(() => '');
    return !!script && page.includes(script);
  }
}
