import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onTouch } from '../platform/touch.ts';
import type { RowActions } from './message-actions.ts';
import { isStored } from './message-actions.ts';
import type { MessageRow } from './rows.ts';
import type { Viewport } from './viewport.ts';

/** Pixels to swipe for a reply, and the most that the message follows the finger. */
const REPLY = 56;
const FOLLOW = 80;

/** The parts of the message log that the gestures act on. */
export interface TouchParts {
  viewport: Viewport;
  actions(): RowActions;
}

interface Touched {
  row: MessageRow;
  element: HTMLElement;
}

/** Touch gestures on messages: a long press opens the sheet of actions, a swipe to the left begins a reply. */
export class RowTouch implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly parts: TouchParts;
  private stop?: () => void;

  constructor(host: ReactiveControllerHost & HTMLElement, parts: TouchParts) {
    this.host = host;
    this.parts = parts;
    host.addController(this);
  }

  hostUpdated(): void {
    this.stop ??= onTouch<Touched>(this.parts.viewport.scroller, {
      target: (event) => this.touched(event),
      longPress: ({ row, element }) => this.parts.actions().sheet(row, element),
      swiping: (touched, dx) => this.follow(touched, dx),
      swiped: (touched, dx) => this.release(touched, dx)
    });
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
  }

  /** Returns the touched message. Links, players and selected text have gestures of their own, as has what scrolls sideways. */
  private touched(event: PointerEvent): Touched | undefined {
    const target = event.target as Element;
    const row = this.parts.viewport.rowOf(target);
    const element = target.closest<HTMLElement>('.row');
    if (
      row?.type !== 'message' ||
      row.message.deleted ||
      !element ||
      target.closest('a, input, video, audio, charla-player')
    ) {
      return undefined;
    }
    return scrollsSideways(target, element) ? undefined : { row, element };
  }

  private follow({ row, element }: Touched, dx: number): void {
    if (isStored(row)) {
      const moved = Math.max(-FOLLOW, Math.min(0, dx));
      element.style.translate = `${moved}px 0`;
      element.toggleAttribute('data-replies', -moved >= REPLY);
      element.setAttribute('data-swiped', '');
    }
  }

  private release({ row, element }: Touched, dx: number): void {
    element.style.translate = '';
    element.removeAttribute('data-swiped');
    element.removeAttribute('data-replies');
    if (isStored(row) && -dx >= REPLY) {
      navigator.vibrate?.(12);
      this.parts.actions().reply(row);
    }
  }
}

function scrollsSideways(from: Element, to: Element): boolean {
  for (let each: Element | null = from; each && each !== to; each = each.parentElement) {
    if (each.scrollWidth > each.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(each).overflowX)) {
      return true;
    }
  }
  return false;
}
