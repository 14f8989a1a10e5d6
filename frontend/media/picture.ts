import { LitElement, css, html, nothing } from 'lit';
import { tokens } from '../design/tokens.ts';
import { icons } from '../design/icons.ts';
import { loadLocalAddress, localAddress } from '../sync/file-store.ts';
import { fileAddress, pictureAddress, type ShownMedia } from '../model/media.ts';

/**
 * A picture, or the first frame of a video, over the whole of its container: blurred until it is loaded, with a retry button
 * where loading failed. A file that this browser sent itself is not loaded from the server.
 */
export class Picture extends LitElement {
  static properties = {
    media: { attribute: false },
    base: {},
    again: {},
    stage: { state: true },
    local: { state: true },
    tries: { state: true }
  };

  declare media: ShownMedia;
  declare base: string;
  /** The label of the retry button. */
  declare again: string;
  declare private stage: 'loading' | 'loaded' | 'failed';
  /** The URL of the file in this browser, if it is here. */
  declare private local?: string;
  declare private tries: number;

  constructor() {
    super();
    this.base = '';
    this.again = '';
    this.stage = 'loading';
    this.tries = 0;
  }

  protected willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('media')) {
      return;
    }
    const { key, id } = this.media;
    const before = changed.get('media') as ShownMedia | undefined;
    this.local = localAddress(id) ?? localAddress(key);
    if (before && before.id !== id && !this.local) {
      this.stage = 'loading';
    }
    if (!this.local && key) {
      void loadLocalAddress(key).then((address) => (this.local = address));
    }
  }

  private get source(): string | undefined {
    const { media, base, local } = this;
    if (local || !media.id) {
      return local;
    }
    const address = media.kind === 'VIDEO' ? fileAddress(base, media) : pictureAddress(base, media, 'thumb');
    return this.tries > 0 ? `${address}#${this.tries}` : address;
  }

  private retry(event: Event): void {
    event.stopPropagation();
    this.stage = 'loading';
    this.tries++;
  }

  private readonly onLoad = () => (this.stage = 'loaded');
  private readonly onError = () => {
    this.stage = 'failed';
    this.local = undefined;
  };

  render() {
    const { media, source, stage } = this;
    const blur = media.blur && stage !== 'loaded' ? html`<img class="blur" src=${media.blur} alt="" />` : nothing;
    if (stage === 'failed') {
      return html`${blur}<button type="button" aria-label=${this.again} title=${this.again} @click=${this.retry}>${icons.retry}</button>`;
    }
    if (!source) {
      return blur;
    }
    const shown = stage === 'loaded' ? 'there' : '';
    return html`${blur}
    ${
      media.kind === 'VIDEO'
        ? html`<video
          class=${shown}
          src=${source}
          preload="metadata"
          muted
          playsinline
          tabindex="-1"
          aria-hidden="true"
          @loadeddata=${this.onLoad}
          @error=${this.onError}
        ></video>`
        : html`<img
          class=${shown}
          src=${source}
          srcset=${
            this.local || media.type === 'image/gif'
              ? nothing
              : `${source} 480w, ${pictureAddress(this.base, media, 'view')} 2048w`
          }
          sizes="360px"
          alt=${media.alt}
          loading="lazy"
          decoding="async"
          draggable="false"
          @load=${this.onLoad}
          @error=${this.onError}
        />`
    }`;
  }

  static styles = [
    tokens,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        overflow: hidden;
        background: color-mix(in srgb, var(--muted) 18%, var(--surface-2));
      }

      img,
      video {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: cover;
        opacity: 0;
        transition: opacity 180ms;
      }

      .there {
        opacity: 1;
      }

      .blur {
        opacity: 1;
        filter: blur(12px);
        transform: scale(1.1);
      }

      button {
        position: relative;
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        padding: 0;
        color: #ffffff;
        background: rgb(16 18 29 / 76%);
        border-radius: 50%;
      }
    `
  ];
}

customElements.define('charla-picture', Picture);
