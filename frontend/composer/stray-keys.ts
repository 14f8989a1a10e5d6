import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isStrayTyping } from '../platform/typing.ts';

/** Gives the composer the focus with a key that has no other place on the page; the browser then types it there. */
export class StrayKeys implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly writable: () => boolean;

  constructor(host: ReactiveControllerHost & HTMLElement, writable: () => boolean) {
    this.host = host;
    this.writable = writable;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.onKeydown);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.onKeydown);
  }

  /** The question mark is left to the dialog of all shortcuts. */
  private readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== '?' && !event.defaultPrevented && isStrayTyping(event) && this.writable()) {
      this.host.focus();
    }
  };
}
