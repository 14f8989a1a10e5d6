import { LitElement, html, nothing } from 'lit';
import { tokens } from '../design/tokens.ts';
import { Crop, MAX_ZOOM } from './crop.ts';
import { CropControls } from './crop-controls.ts';
import { buttonStyles } from '../design/dialog.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import { avatarPickerStyles } from './avatar-picker-styles.ts';

interface Server {
  /** Saves a JPEG picture; returns what is wrong with it, or an empty text. */
  wear(base64: string): Promise<string>;
}

/** The width and height of the picture that is uploaded, in pixels: twice what the server keeps. */
const UPLOAD_SIDE = 512;
const JPEG_QUALITY = 0.92;

/** The avatar picker: takes a picture by file dialog, drop or paste, and crops it to a square. See AvatarPicker.java. */
export class AvatarPicker extends LitElement {
  static properties = {
    labels: { state: true },
    bitmap: { state: true },
    zoom: { state: true },
    failure: { state: true },
    sending: { state: true },
    dragOver: { state: true }
  };

  declare private $server?: Server;
  declare private labels: Labels;
  declare private bitmap?: ImageBitmap;
  declare private zoom: number;
  declare private failure: string;
  declare private sending: boolean;
  /** Whether something is dragged over the element. */
  declare private dragOver: boolean;

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
    this.dragOver = false;
  }

  // --- called by the server ---

  setLabels(locale: string, texts: Texts): void {
    this.labels = new Labels(locale, texts);
  }

  // --- lifecycle ---

  connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('paste', this.onPaste);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('paste', this.onPaste);
    this.onClose();
  }

  protected updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) {
      dialog.showModal();
      this.renderRoot.querySelector('canvas')?.focus();
    }
    this.draw();
  }

  // --- loading a picture ---

  private readonly onPaste = (event: ClipboardEvent): void => {
    const file = pictureOf(event.clipboardData);
    if (file && !this.bitmap) {
      event.preventDefault();
      void this.load(file);
    }
  };

  private onDrop(event: DragEvent): void {
    event.preventDefault();
    this.dragOver = false;
    const file = event.dataTransfer?.files[0];
    if (file) {
      void this.load(file);
    }
  }

  private onFileChange({ target }: Event): void {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = ''; // so that choosing the same file again is a change
    if (file) {
      void this.load(file);
    }
  }

  private async load(file: Blob): Promise<void> {
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

  // --- cropping ---

  private draw(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas && this.bitmap) {
      paint(canvas, this.bitmap, this.crop);
    }
  }

  // --- saving ---

  private async save(): Promise<void> {
    if (!this.bitmap || this.sending) {
      return;
    }
    this.sending = true;
    this.failure = '';
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = UPLOAD_SIDE;
    paint(canvas, this.bitmap, this.crop);
    const [, base64 = ''] = canvas.toDataURL('image/jpeg', JPEG_QUALITY).split(',');
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

  private onClose(): void {
    this.bitmap?.close();
    this.bitmap = undefined;
    this.failure = '';
    this.controls.reset();
  }

  // --- rendering ---

  protected render() {
    const { labels } = this;
    return html`<div
        class="drop ${this.dragOver ? 'over' : ''}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.dragOver = true;
        }}
        @dragleave=${() => (this.dragOver = false)}
        @drop=${this.onDrop}
      >
        <label class="button filled">
          ${labels.of('avatar.choose')}
          <input class="unseen" type="file" accept="image/*" @change=${this.onFileChange} />
        </label>
        <p>${labels.of('avatar.hint')}</p>
      </div>
      ${this.bitmap ? this.dialog() : this.failureText()}`;
  }

  private failureText() {
    return this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing;
  }

  private dialog() {
    const { labels } = this;
    return html`<dialog aria-labelledby="title" @close=${this.onClose}>
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
      ${this.failureText()}
      <footer>
        <button class="button" type="button" @click=${() => this.renderRoot.querySelector('dialog')?.close()}>
          ${labels.of('dialog.cancel')}
        </button>
        <button class="button filled" type="button" ?disabled=${this.sending} @click=${this.save}>
          ${labels.of('avatar.use')}
        </button>
      </footer>
    </dialog>`;
  }

  static styles = [tokens, buttonStyles, avatarPickerStyles];
}

/** Draws the crop over the whole canvas; transparent pixels become white, as on the server. */
function paint(canvas: HTMLCanvasElement, bitmap: ImageBitmap, { left, top, side }: Crop): void {
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, left, top, side, side, 0, 0, canvas.width, canvas.height);
  }
}

function pictureOf(data: DataTransfer | null): File | undefined {
  return [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));
}

customElements.define('charla-avatar-picker', AvatarPicker);
