import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Conversation } from '../model/message.ts';
import { on } from '../model/page-events.ts';
import { drafts } from '../sync/drafts.ts';

/** The composer as the focus keeper uses it. */
export interface FocusHost extends ReactiveControllerHost, HTMLElement {
  readonly conversation?: Conversation;
  readonly textArea: HTMLTextAreaElement | null;
}

/** The focus of a composer: in which conversation, since when (milliseconds since 1970), and what is selected. */
interface Remembered {
  conversation: string;
  at: number;
  start: number;
  end: number;
}

const STORAGE_KEY = 'charla.focus';
/** Milliseconds within which the next page, or the next view, has to open the conversation. */
const VALIDITY = 60_000;

/**
 * Focus keeper of the composer: whoever is writing goes on writing when the page reloads, as after a restart of the server,
 * or another composer takes the place of this one, as when the connection comes back.
 */
export class FocusKeeper implements ReactiveController {
  private readonly host: FocusHost;
  private readonly loadDraft: () => void;
  private disposers: (() => void)[] = [];
  /** What was restored since the last view came. */
  private restored?: Remembered;

  constructor(host: FocusHost, loadDraft: () => void) {
    this.host = host;
    this.loadDraft = loadDraft;
    host.addController(this);
  }

  hostConnected(): void {
    const remember = () => this.remember();
    window.addEventListener('pagehide', remember);
    this.disposers = [
      () => window.removeEventListener('pagehide', remember),
      on('before-view', remember),
      on('after-view', () => this.settle())
    ];
    this.loadDraft();
  }

  hostDisconnected(): void {
    this.disposers.forEach((dispose) => dispose());
  }

  private get key(): string {
    const { conversation } = this.host;
    return conversation ? drafts.key(conversation) : '';
  }

  private remember(): void {
    const { host, key } = this;
    const area = host.textArea;
    if (key && area && host.matches(':focus-within')) {
      const remembered: Remembered = {
        conversation: key,
        at: Date.now(),
        start: area.selectionStart,
        end: area.selectionEnd
      };
      sessionStorage.setItem(STORAGE_KEY, JSON.stringify(remembered));
    }
  }

  /** Takes the focus if it was in this conversation a moment ago. */
  restore(): void {
    void this.host.updateComplete.then(() => {
      const saved = sessionStorage.getItem(STORAGE_KEY);
      const remembered = saved ? (JSON.parse(saved) as Remembered) : undefined;
      if (remembered?.conversation === this.key && this.host.checkVisibility()) {
        sessionStorage.removeItem(STORAGE_KEY);
        if (Date.now() - remembered.at < VALIDITY) {
          this.restored = remembered;
          this.focus(remembered);
        }
      }
    });
  }

  private focus({ start, end }: Remembered): void {
    const area = this.host.textArea;
    area?.focus();
    area?.setSelectionRange(start, end);
  }

  /** Takes the focus again if the view lost it by being moved to its place in the page. */
  private settle(): void {
    const { restored } = this;
    this.restored = undefined;
    if (restored?.conversation === this.key && document.activeElement === document.body) {
      this.focus(restored);
    } else {
      this.restore();
    }
  }
}
