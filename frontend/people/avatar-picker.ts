import { LitElement, html, nothing } from 'lit';
import { colours } from '../design/tokens.ts';
import { Crop, MAX_ZOOM } from './crop.ts';
import { CropControls } from './crop-controls.ts';
import { buttonStyles } from '../design/dialog.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import { avatarPickerStyles } from './avatar-picker-styles.ts';

interface Server {
  /** Brings a picture; answers what is wrong with it, or nothing. */
  wear(base64: string): Promise<string>;
}

/** What is sent is this many pixels wide and high: twice what the server keeps. */
const SIDE = 512;
const QUALITY = 0.92;

/** Lets a person choose, drop or paste a picture and cut a square out of it; the contract is in AvatarPicker.java. */
export class AvatarPicker extends LitElement {
  static properties = {
    labels: { state: true },
    bitmap: { state: true },
    zoom: { state: true },
    failure: { state: true },
    sending: { state: true },
    over: { state: true }
  };

  declare private $server?: Server;
  declare private labels: Labels;
  declare private bitmap?: ImageBitmap;
  declare private zoom: number;
  declare private failure: string;
  declare private sending: boolean;
  /** Whether something is held over it that may be dropped. */
  declare private over: boolean;

  private crop = new Crop(1, 1);
  private readonly controls = new CropControls(
    () => this.crop,
    () => {
      this.zoom = this.crop.zoom;
      this.draw();
    }
  );

  constructor() {
    super();
    this.labels = new Labels();
    this.zoom = 1;
    this.failure = '';
    this.sending = false;
    this.over = false;
  }

  // --- called by the server ---

  setLabels(locale: string, texts: Texts): void {
    this.labels = new Labels(locale, texts);
  }

  // --- life ---

  connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('paste', this.pasted);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('paste', this.pasted);
    this.closed();
  }

  protected updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) {
      dialog.showModal();
      this.renderRoot.querySelector('canvas')?.focus();
    }
    this.draw();
  }

  // --- taking a picture ---

  private readonly pasted = (event: ClipboardEvent): void => {
    const file = pictureOf(event.clipboardData);
    if (file && !this.bitmap) {
      event.preventDefault();
      void this.take(file);
    }
  };

  private dropped(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    const file = event.dataTransfer?.files[0];
    if (file) {
      void this.take(file);
    }
  }

  private chosen({ target }: Event): void {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = ''; // the same one may be chosen again
    if (file) {
      void this.take(file);
    }
  }

  private async take(file: Blob): Promise<void> {
    this.failure = '';
    try {
      const bitmap = await createImageBitmap(file);
      this.crop = new Crop(bitmap.width, bitmap.height);
      this.zoom = 1;
      this.bitmap = bitmap;
    } catch {
      this.failure = this.labels.of('avatar.unreadable');
    }
  }

  // --- cutting it ---

  private draw(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas && this.bitmap) {
      paint(canvas, this.bitmap, this.crop);
    }
  }

  // --- keeping it ---

  private async keep(): Promise<void> {
    if (!this.bitmap || this.sending) {
      return;
    }
    this.sending = true;
    this.failure = '';
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = SIDE;
    paint(canvas, this.bitmap, this.crop);
    const [, base64 = ''] = canvas.toDataURL('image/jpeg', QUALITY).split(',');
    try {
      this.failure = (await this.$server?.wear(base64)) ?? '';
    } catch {
      this.failure = this.labels.of('avatar.failed');
    }
    this.sending = false;
    if (!this.failure) {
      this.renderRoot.querySelector('dialog')?.close();
    }
  }

  private closed(): void {
    this.bitmap?.close();
    this.bitmap = undefined;
    this.failure = '';
    this.controls.reset();
  }

  // --- drawing ---

  protected render() {
    const { labels } = this;
    return html`<div
        class="drop ${this.over ? 'over' : ''}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.over = true;
        }}
        @dragleave=${() => (this.over = false)}
        @drop=${this.dropped}
      >
        <label class="button filled">
          ${labels.of('avatar.choose')}
          <input class="unseen" type="file" accept="image/*" @change=${this.chosen} />
        </label>
        <p>${labels.of('avatar.hint')}</p>
      </div>
      ${this.bitmap ? this.dialog() : this.failing()}`;
  }

  private failing() {
    return this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing;
  }

  private dialog() {
    const { labels } = this;
    return html`<dialog aria-labelledby="title" @close=${this.closed}>
      <h2 id="title">${labels.of('avatar.crop')}</h2>
      <div class="frame">
        <canvas
          width="640"
          height="640"
          tabindex="0"
          role="application"
          aria-label=${labels.of('avatar.picture')}
          aria-describedby="keys"
          @keydown=${this.controls.onKeydown}
          @pointerdown=${this.controls.onPointerDown}
          @pointermove=${this.controls.onPointerMove}
          @pointerup=${this.controls.onPointerUp}
          @pointercancel=${this.controls.onPointerUp}
          @wheel=${this.controls.onWheel}
        ></canvas>
      </div>
      <p id="keys">${labels.of('avatar.keys')}</p>
      <label class="zoom"
        ><span>${labels.of('avatar.zoom')}</span>
        <input
          type="range"
          min="1"
          max=${MAX_ZOOM}
          step="0.01"
          .value=${String(this.zoom)}
          @input=${(event: Event) => this.controls.zoomTo(Number((event.target as HTMLInputElement).value))}
      /></label>
      ${this.failing()}
      <footer>
        <button class="button" type="button" @click=${() => this.renderRoot.querySelector('dialog')?.close()}>
          ${labels.of('dialog.cancel')}
        </button>
        <button class="button filled" type="button" ?disabled=${this.sending} @click=${this.keep}>
          ${labels.of('avatar.use')}
        </button>
      </footer>
    </dialog>`;
  }

  static styles = [colours, buttonStyles, avatarPickerStyles];
}

/** What is clear becomes white, as where the server draws it. */
function paint(canvas: HTMLCanvasElement, bitmap: ImageBitmap, { left, top, side }: Crop): void {
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(bitmap, left, top, side, side, 0, 0, canvas.width, canvas.height);
  }
}

function pictureOf(data: DataTransfer | null): File | undefined {
  return [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));
}

customElements.define('charla-avatar-picker', AvatarPicker);
