/** Milliseconds after which a touch that rests is a long press. */
const LONG_PRESS = 450;
/** Pixels a finger may drift and still press. */
const DRIFT = 10;
/** Pixels from the edge of the window that belong to the edge swipe. */
export const EDGE = 24;
/** How much longer than high a swipe must be. */
const SLANT = 1.5;

/** What a touch on an element may become. */
export interface TouchListener<T> {
  /** Returns what was touched; undefined where the gestures do not apply. */
  target(event: PointerEvent): T | undefined;
  longPress?(touched: T, event: PointerEvent): void;
  /** Called while the finger moves sideways, with the pixels from where it began; negative to the left. */
  swiping?(touched: T, dx: number): void;
  /** Called once the finger is lifted, or with 0 where the browser took the gesture over. */
  swiped?(touched: T, dx: number): void;
}

/**
 * Touch gestures of one finger: long press and swipe. The element must leave sideways movement to the page by `touch-action:
 * pan-y`. The returned function removes the listeners.
 */
export function onTouch<T>(element: HTMLElement, listener: TouchListener<T>): () => void {
  let touch: { id: number; x: number; y: number; touched: T; swipes: boolean; timer: number } | undefined;
  const finish = (dx: number) => {
    const done = touch;
    touch = undefined;
    clearTimeout(done?.timer);
    if (done?.swipes) {
      listener.swiped?.(done.touched, dx);
    }
  };
  const onDown = (event: PointerEvent) => {
    if (touch || event.pointerType !== 'touch' || !event.isPrimary) {
      finish(0);
      return;
    }
    const touched = listener.target(event);
    if (touched !== undefined) {
      const timer = window.setTimeout(() => {
        finish(0);
        swallowClick();
        navigator.vibrate?.(12);
        listener.longPress?.(touched, event);
      }, LONG_PRESS);
      touch = { id: event.pointerId, x: event.clientX, y: event.clientY, touched, swipes: false, timer };
    }
  };
  const onMove = (event: PointerEvent) => {
    if (!touch || event.pointerId !== touch.id) {
      return;
    }
    const dx = event.clientX - touch.x;
    const dy = event.clientY - touch.y;
    if (!touch.swipes && Math.hypot(dx, dy) > DRIFT) {
      clearTimeout(touch.timer);
      if (!listener.swiping || Math.abs(dx) < Math.abs(dy) * SLANT || touch.x < EDGE) {
        touch = undefined;
        return;
      }
      touch.swipes = true;
    }
    if (touch.swipes) {
      listener.swiping?.(touch.touched, dx);
    }
  };
  const onUp = (event: PointerEvent) => {
    if (touch && event.pointerId === touch.id) {
      finish(event.type === 'pointerup' ? event.clientX - touch.x : 0);
    }
  };
  const listeners: [string, (event: PointerEvent) => void][] = [
    ['pointerdown', onDown],
    ['pointermove', onMove],
    ['pointerup', onUp],
    ['pointercancel', onUp]
  ];
  listeners.forEach(([type, each]) => element.addEventListener(type, each as EventListener));
  return () => {
    finish(0);
    listeners.forEach(([type, each]) => element.removeEventListener(type, each as EventListener));
  };
}

/** Stops the click that some browsers make of a long press, which would act on what was pressed. */
function swallowClick(): void {
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    end();
  };
  const end = () => {
    removeEventListener('click', stop, true);
    removeEventListener('pointerup', endSoon, true);
    removeEventListener('pointercancel', endSoon, true);
    removeEventListener('pointerdown', end, true);
  };
  const endSoon = () => setTimeout(end, 50);
  addEventListener('click', stop, true);
  addEventListener('pointerup', endSoon, true);
  addEventListener('pointercancel', endSoon, true);
  addEventListener('pointerdown', end, true); // the next touch
}
