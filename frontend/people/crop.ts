export const MAX_ZOOM = 5;

/** A square crop of a picture that can be moved and zoomed, and never leaves the picture. */
export class Crop {
  private readonly width: number;
  private readonly height: number;
  private x: number;
  private y: number;
  private factor = 1;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.x = width / 2;
    this.y = height / 2;
  }

  /** The magnification: 1 for the largest square that fits, at most 5. */
  get zoom(): number {
    return this.factor;
  }

  set zoom(value: number) {
    this.factor = Math.min(MAX_ZOOM, Math.max(1, value));
    this.move(0, 0);
  }

  /** Moves the square; distances are in sides of the square. */
  move(right: number, down: number): void {
    const { side } = this;
    this.x = clamp(side / 2, this.x + right * side, this.width - side / 2);
    this.y = clamp(side / 2, this.y + down * side, this.height - side / 2);
  }

  /** The length of a side, in pixels of the picture. */
  get side(): number {
    return Math.min(this.width, this.height) / this.factor;
  }

  get left(): number {
    return this.x - this.side / 2;
  }

  get top(): number {
    return this.y - this.side / 2;
  }
}

function clamp(min: number, value: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
