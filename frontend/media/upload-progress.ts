import { LitElement, css, html } from 'lit';
import { tokens } from '../design/tokens.ts';
import { icons } from '../design/icons.ts';
import { Labels } from '../platform/labels.ts';
import { outbox, uploads } from '../sync/local-data.ts';
import type { ShownMedia } from '../model/media.ts';

const CIRCUMFERENCE = 2 * Math.PI * 17;

/** The progress of an upload as a ring around a button that cancels it. */
export class UploadProgress extends LitElement {
  static properties = { media: { attribute: false }, labels: { attribute: false }, share: { state: true } };

  declare media: ShownMedia;
  declare labels: Labels;
  /** The uploaded share of the file, from 0 to 1. */
  declare private share: number;
  private dispose?: () => void;

  constructor() {
    super();
    this.labels = new Labels();
    this.share = 0;
  }

  connectedCallback(): void {
    super.connectedCallback();
    const onProgress = (event: Event) => {
      if ((event as CustomEvent<string>).detail === this.media.key) {
        this.updateShare();
      }
    };
    uploads.addEventListener('progress', onProgress);
    this.dispose = () => uploads.removeEventListener('progress', onProgress);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dispose?.();
  }

  protected willUpdate(): void {
    this.updateShare();
  }

  private updateShare(): void {
    const { key, id } = this.media;
    this.share = id ? 1 : (uploads.progress(key ?? '') ?? 0);
  }

  private cancel(event: Event): void {
    event.stopPropagation();
    const { clientId, key } = this.media;
    void outbox.removeFile(clientId ?? '', key ?? '');
  }

  render() {
    const { labels, share, media } = this;
    const cancel = labels.of('media.cancel', media.name);
    const percent = Math.round(share * 100);
    return html`<button type="button" aria-label=${cancel} title=${cancel} @click=${this.cancel}>
        <svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
          <circle class="track" cx="20" cy="20" r="17" />
          <circle class="share" cx="20" cy="20" r="17" stroke-dasharray="${share * CIRCUMFERENCE} ${CIRCUMFERENCE}" />
        </svg>
        ${icons.close}
      </button>
      <span
        class="unseen"
        role="progressbar"
        aria-label=${labels.of('media.sending', media.name)}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${percent}
      ></span>`;
  }

  static styles = [
    tokens,
    css`
      :host {
        display: grid;
        place-items: center;
        pointer-events: none;
      }

      button {
        pointer-events: auto;
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        padding: 0;
        color: #ffffff;
        background: rgb(16 18 29 / 76%);
        border-radius: 50%;
      }

      button > svg {
        grid-area: 1 / 1;
      }

      circle {
        fill: none;
        stroke-width: 3;
      }

      .track {
        stroke: rgb(255 255 255 / 30%);
      }

      .share {
        stroke: #ffffff;
        stroke-linecap: round;
        transform: rotate(-90deg);
        transform-origin: center;
        transition: stroke-dasharray 200ms linear;
      }
    `
  ];
}

customElements.define('charla-upload-progress', UploadProgress);
