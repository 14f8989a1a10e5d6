import { css, html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Labels } from '../platform/labels.ts';

const JPEG_QUALITY = 0.92;

/** The camera dialog for desktops, whose file dialog offers no camera: takes a photo and shows it before it is used. */
export class Camera implements ReactiveController {
  /** Whether the device has a camera. */
  available = false;

  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly labels: () => Labels;
  private readonly onPhoto: (photo: File) => void;
  private open = false;
  private stream?: MediaStream;
  private photo?: { file: File; address: string };
  private failure = '';
  /** Whether the camera delivers a picture yet. */
  private streaming = false;

  constructor(host: ReactiveControllerHost & HTMLElement, labels: () => Labels, onPhoto: (photo: File) => void) {
    this.host = host;
    this.labels = labels;
    this.onPhoto = onPhoto;
    host.addController(this);
  }

  hostConnected(): void {
    void this.detect();
    navigator.mediaDevices?.addEventListener('devicechange', this.detect);
  }

  hostDisconnected(): void {
    navigator.mediaDevices?.removeEventListener('devicechange', this.detect);
    this.close();
  }

  hostUpdated(): void {
    const { dialog } = this;
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
    const video = dialog?.querySelector('video');
    if (video && this.stream && video.srcObject !== this.stream) {
      video.srcObject = this.stream;
    }
  }

  private get dialog(): HTMLDialogElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.camera');
  }

  private readonly detect = async (): Promise<void> => {
    const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => []);
    this.available = !!devices?.some(({ kind }) => kind === 'videoinput');
    this.host.requestUpdate();
  };

  /** Opens the dialog and asks for access to the camera. */
  async start(): Promise<void> {
    this.open = true;
    this.failure = '';
    this.host.requestUpdate();
    try {
      const video = { width: { ideal: 1920 }, height: { ideal: 1080 } };
      const stream = await navigator.mediaDevices.getUserMedia({ video });
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

  private async capture(): Promise<void> {
    const video = this.dialog?.querySelector('video');
    if (!video) {
      return;
    }
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY));
    if (blob && this.open) {
      const time = new Date().toISOString().slice(0, 19).replace(/\D/g, '');
      const file = new File([blob], `${this.labels().of('camera.file')}-${time}.jpg`, { type: 'image/jpeg' });
      this.photo = { file, address: URL.createObjectURL(file) };
      this.host.requestUpdate();
    }
  }

  private retake(): void {
    if (this.photo) {
      URL.revokeObjectURL(this.photo.address);
      this.photo = undefined;
      this.host.requestUpdate();
    }
  }

  private usePhoto(): void {
    const file = this.photo?.file;
    this.dialog?.close();
    if (file) {
      this.onPhoto(file);
    }
  }

  private close(): void {
    this.retake();
    stop(this.stream);
    this.stream = undefined;
    this.streaming = false;
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
      ${this.failure ? html`<p class="danger" role="alert">${this.failure}</p>` : this.viewfinder()}
      <div class="choices">
        <button class="button" type="button" @click=${() => this.dialog?.close()}>${labels.of('camera.cancel')}</button>
        ${this.failure ? nothing : this.actions()}
      </div>
    </dialog>`;
  }

  private viewfinder() {
    const labels = this.labels();
    return html`<div class="sight">
      <video
        autoplay
        muted
        playsinline
        ?hidden=${!!this.photo}
        aria-label=${labels.of('camera.sight')}
        @loadeddata=${() => {
          this.streaming = true;
          this.host.requestUpdate();
        }}
      ></video>
      ${this.photo ? html`<img src=${this.photo.address} alt=${labels.of('camera.photo')} />` : nothing}
    </div>`;
  }

  private actions() {
    const labels = this.labels();
    return this.photo
      ? html`<button class="button" type="button" @click=${() => this.retake()}>${labels.of('camera.again')}</button>
          <button class="button filled" type="button" @click=${() => this.usePhoto()}>${labels.of('camera.use')}</button>`
      : html`<button class="button filled" type="button" ?disabled=${!this.streaming} @click=${() => void this.capture()}>
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
