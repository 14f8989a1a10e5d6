import { css, html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Labels } from '../platform/labels.ts';

const QUALITY = 0.92;

/** Takes photos at a desk, where the system's window for files has no camera: look, shoot, look again, keep it or not. */
export class Camera implements ReactiveController {
  /** Whether there is one. */
  present = false;

  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly labels: () => Labels;
  private readonly taken: (photo: File) => void;
  private open = false;
  private stream?: MediaStream;
  private photo?: { file: File; address: string };
  private failure = '';
  /** Whether the camera shows something by now. */
  private seeing = false;

  constructor(host: ReactiveControllerHost & HTMLElement, labels: () => Labels, taken: (photo: File) => void) {
    this.host = host;
    this.labels = labels;
    this.taken = taken;
    host.addController(this);
  }

  hostConnected(): void {
    void this.look();
    navigator.mediaDevices?.addEventListener('devicechange', this.look);
  }

  hostDisconnected(): void {
    navigator.mediaDevices?.removeEventListener('devicechange', this.look);
    this.close();
  }

  hostUpdated(): void {
    const { dialog } = this;
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
    const sight = dialog?.querySelector('video');
    if (sight && this.stream && sight.srcObject !== this.stream) {
      sight.srcObject = this.stream;
    }
  }

  private get dialog(): HTMLDialogElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.camera');
  }

  private readonly look = async (): Promise<void> => {
    const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => []);
    this.present = !!devices?.some(({ kind }) => kind === 'videoinput');
    this.host.requestUpdate();
  };

  /** Asks for the camera, and shows what it sees. */
  async start(): Promise<void> {
    this.open = true;
    this.failure = '';
    this.host.requestUpdate();
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1920 }, height: { ideal: 1080 } } });
      if (this.open) {
        this.stream = stream;
      } else {
        stop(stream); // closed while the browser asked
      }
    } catch (failure) {
      const known: Record<string, string> = { NotAllowedError: 'camera.refused', NotFoundError: 'camera.missing' };
      this.failure = this.labels().of(known[(failure as DOMException).name] ?? 'camera.failed');
    }
    this.host.requestUpdate();
  }

  private async shoot(): Promise<void> {
    const sight = this.dialog?.querySelector('video');
    if (!sight) {
      return;
    }
    const canvas = document.createElement('canvas');
    canvas.width = sight.videoWidth;
    canvas.height = sight.videoHeight;
    canvas.getContext('2d')?.drawImage(sight, 0, 0);
    const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/jpeg', QUALITY));
    if (blob && this.open) {
      const moment = new Date().toISOString().slice(0, 19).replace(/\D/g, '');
      const file = new File([blob], `${this.labels().of('camera.file')}-${moment}.jpg`, { type: 'image/jpeg' });
      this.photo = { file, address: URL.createObjectURL(file) };
      this.host.requestUpdate();
    }
  }

  private again(): void {
    if (this.photo) {
      URL.revokeObjectURL(this.photo.address);
      this.photo = undefined;
      this.host.requestUpdate();
    }
  }

  private use(): void {
    const file = this.photo?.file;
    this.dialog?.close();
    if (file) {
      this.taken(file);
    }
  }

  private close(): void {
    this.again();
    stop(this.stream);
    this.stream = undefined;
    this.seeing = false;
    this.open = false;
    this.host.requestUpdate();
  }

  render() {
    if (!this.open) {
      return nothing;
    }
    const labels = this.labels();
    return html`<dialog class="camera" aria-labelledby="camera-title" @close=${() => this.close()}>
      <h2 id="camera-title">${labels.of('camera.title')}</h2>
      ${this.failure ? html`<p class="danger" role="alert">${this.failure}</p>` : this.sight()}
      <div class="choices">
        <button class="button" type="button" @click=${() => this.dialog?.close()}>${labels.of('camera.cancel')}</button>
        ${this.failure ? nothing : this.deeds()}
      </div>
    </dialog>`;
  }

  private sight() {
    const labels = this.labels();
    return html`<div class="sight">
      <video
        autoplay
        muted
        playsinline
        ?hidden=${!!this.photo}
        aria-label=${labels.of('camera.sight')}
        @loadeddata=${() => {
          this.seeing = true;
          this.host.requestUpdate();
        }}
      ></video>
      ${this.photo ? html`<img src=${this.photo.address} alt=${labels.of('camera.photo')} />` : nothing}
    </div>`;
  }

  private deeds() {
    const labels = this.labels();
    return this.photo
      ? html`<button class="button" type="button" @click=${() => this.again()}>${labels.of('camera.again')}</button>
          <button class="button filled" type="button" @click=${() => this.use()}>${labels.of('camera.use')}</button>`
      : html`<button class="button filled" type="button" ?disabled=${!this.seeing} @click=${() => void this.shoot()}>
          ${labels.of('camera.shoot')}
        </button>`;
  }
}

function stop(stream?: MediaStream): void {
  stream?.getTracks().forEach((track) => track.stop());
}

export const cameraStyles = css`
  dialog.camera {
    width: min(720px, calc(100vw - 24px));
  }

  .camera .sight {
    display: grid;
    place-items: center;
    min-height: min(360px, 50dvh);
    margin: 12px 0;
    overflow: hidden;
    background: #10121d;
    border-radius: 12px;
  }

  .camera :is(video, img) {
    max-width: 100%;
    max-height: 60dvh;
  }

  .camera [hidden] {
    display: none;
  }
`;
