import Panzoom, { type PanzoomObject } from '@panzoom/panzoom';

const MAX_SCALE = 8;
/** The scale of one step: a double tap or the button. */
const STEP = 2.5;
/** Two taps within so many milliseconds and pixels are a double tap. */
const DOUBLE_TAP = { time: 320, distance: 40 };

/** Zoom of one picture: pinch, wheel, double tap or double click, and panning while it is enlarged. */
export class Zoom {
  private readonly panzoom: PanzoomObject;
  private readonly element: HTMLElement;
  private readonly onChange: () => void;
  private lastTap?: { at: number; x: number; y: number };

  /** @param element what is enlarged; it fills its parent, so that its borders stay outside the parent's */
  constructor(element: HTMLElement, onChange: () => void) {
    this.element = element;
    this.onChange = onChange;
    this.panzoom = Panzoom(element, {
      contain: 'outside',
      cursor: '',
      handleStartEvent: () => {}, // the lightbox swipes with the same events
      maxScale: MAX_SCALE,
      minScale: 1,
      panOnlyWhenZoomed: true,
      step: 0.6
    });
    element.addEventListener('panzoomchange', onChange);
    element.addEventListener('wheel', this.onWheel, { passive: false });
    element.addEventListener('click', this.onClick);
  }

  destroy(): void {
    const { element } = this;
    this.panzoom.reset({ animate: false });
    this.panzoom.destroy();
    element.removeEventListener('panzoomchange', this.onChange);
    element.removeEventListener('wheel', this.onWheel);
    element.removeEventListener('click', this.onClick);
  }

  get enlarged(): boolean {
    return this.panzoom.getScale() > 1.01;
  }

  /** Enlarges the picture around a point of the viewport, or its middle; or shows it whole. */
  toggle(on = !this.enlarged, point?: { clientX: number; clientY: number }): void {
    if (!on) {
      this.panzoom.reset();
    } else if (point) {
      this.panzoom.zoomToPoint(STEP, point);
    } else {
      this.panzoom.zoom(STEP, { animate: true });
    }
  }

  private readonly onWheel = (event: WheelEvent): void => void this.panzoom.zoomWithWheel(event);

  /** Recognises a double tap itself: not every touch screen makes a double click of it. */
  private readonly onClick = (event: MouseEvent): void => {
    const { clientX: x, clientY: y } = event;
    const last = this.lastTap;
    const at = performance.now();
    if (last && at - last.at < DOUBLE_TAP.time && Math.hypot(x - last.x, y - last.y) < DOUBLE_TAP.distance) {
      this.lastTap = undefined;
      this.toggle(undefined, event);
    } else {
      this.lastTap = { at, x, y };
    }
  };
}
