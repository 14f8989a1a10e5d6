import type { Crop } from './crop.ts';

/** A step of the keyboard, in sides of the crop; five times that with Shift. */
const STEP = 0.04;
/** The factor of one step of the zoom, by key or wheel. */
const ZOOM_STEP = 1.1;

interface Point {
  x: number;
  y: number;
}

/** Pointer, wheel and keyboard control of a crop: event handlers for the canvas that shows it. */
export class CropControls {
  private readonly crop: () => Crop;
  private readonly changed: () => void;
  /** The pointers that are down, by their id. */
  private readonly pointers = new Map<number, Point>();

  /** Calls `changed` after every move and zoom. */
  constructor(crop: () => Crop, changed: () => void) {
    this.crop = crop;
    this.changed = changed;
  }

  zoomTo(zoom: number): void {
    this.crop().zoom = zoom;
    this.changed();
  }

  /** Forgets all pointers; for a canvas that is gone. */
  reset(): void {
    this.pointers.clear();
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? STEP * 5 : STEP;
    const actions: Record<string, () => void> = {
      ArrowLeft: () => this.move(-step, 0),
      ArrowRight: () => this.move(step, 0),
      ArrowUp: () => this.move(0, -step),
      ArrowDown: () => this.move(0, step),
      '+': () => this.zoomBy(ZOOM_STEP),
      '-': () => this.zoomBy(1 / ZOOM_STEP)
    };
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  };

  readonly onPointerDown = (event: PointerEvent): void => {
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };

  /** One pointer moves the picture under the frame, two zoom it. */
  readonly onPointerMove = (event: PointerEvent): void => {
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      return;
    }
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (other) {
      this.zoomBy(distance(now, other) / Math.max(1, distance(before, other)));
    } else {
      const { clientWidth } = event.currentTarget as Element;
      this.move((before.x - now.x) / clientWidth, (before.y - now.y) / clientWidth);
    }
  };

  readonly onPointerUp = (event: PointerEvent): void => {
    this.pointers.delete(event.pointerId);
  };

  readonly onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    this.zoomBy(event.deltaY < 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
  };

  private move(right: number, down: number): void {
    this.crop().move(right, down);
    this.changed();
  }

  private zoomBy(factor: number): void {
    this.zoomTo(this.crop().zoom * factor);
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
