export const MAX_ZOOM = 5;

/** Which square of a picture is wanted: moved and zoomed, and never beyond the picture's edges. */
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

  /** How many times larger than the largest square that fits; 1–5. */
  get zoom(): number {
    return this.factor;
  }

  set zoom(wanted: number) {
    this.factor = Math.min(MAX_ZOOM, Math.max(1, wanted));
    this.move(0, 0);
  }

  /** Moves the square, by so many of its own sides. */
  move(right: number, down: number): void {
    const { side } = this;
    this.x = within(side / 2, this.x + right * side, this.width - side / 2);
    this.y = within(side / 2, this.y + down * side, this.height - side / 2);
  }

  /** In pixels of the picture. */
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

function within(least: number, wanted: number, most: number): number {
  return Math.min(most, Math.max(least, wanted));
}
