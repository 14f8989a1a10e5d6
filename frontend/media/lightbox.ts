import { LitElement, html, nothing } from 'lit';
import { tokens } from '../design/tokens.ts';
import { icons } from '../design/icons.ts';
import { localAddress } from '../sync/file-store.ts';
import { Labels } from '../platform/labels.ts';
import { downloadAddress, fileAddress, pictureAddress, type Media } from '../model/media.ts';
import { playAlone } from './playback.ts';
import { lightboxStyles } from './lightbox-styles.ts';

/** The shortest swipe, in pixels. */
const MIN_SWIPE = 60;

/** The lightbox: a full-screen dialog that shows pictures and videos one at a time. */
export class Lightbox extends LitElement {
  static properties = {
    all: { state: true },
    at: { state: true },
    zoomed: { state: true },
    loaded: { state: true },
    labels: { state: true }
  };

  declare private all: Media[];
  declare private at: number;
  declare private zoomed: boolean;
  /** Whether the picture itself is loaded; its thumbnail shows until then. */
  declare private loaded: boolean;
  declare private labels: Labels;
  private base = '';
  private drag?: { x: number; y: number; left: number; top: number };

  constructor() {
    super();
    this.all = [];
    this.at = 0;
    this.zoomed = false;
    this.loaded = false;
    this.labels = new Labels();
  }

  /**
   * Opens the lightbox at one of some pictures and videos; `base` is the URL of their space's media. Closing returns the focus
   * to where it was.
   */
  async show(all: Media[], first: Media, base: string, labels: Labels): Promise<void> {
    this.all = all;
    this.base = base;
    this.labels = labels;
    this.go(
      Math.max(
        0,
        all.findIndex(({ id }) => id === first.id)
      )
    );
    await this.updateComplete;
    this.dialog?.showModal();
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  private get media(): Media | undefined {
    return this.all[this.at];
  }

  private go(to: number): void {
    if (to >= 0 && to < this.all.length) {
      this.at = to;
      this.zoomed = false;
      this.loaded = false;
    }
  }

  private onClose(): void {
    this.all = [];
  }

  private onKeydown(event: KeyboardEvent): void {
    // A focused video handles the arrow keys itself.
    const onVideo = event.target instanceof HTMLVideoElement;
    const action = {
      ArrowLeft: () => this.go(this.at - 1),
      ArrowRight: () => this.go(this.at + 1),
      Home: () => this.go(0),
      End: () => this.go(this.all.length - 1),
      '+': () => this.zoom(true),
      '-': () => this.zoom(false)
    }[event.key];
    if (action && !onVideo) {
      event.preventDefault();
      action();
    }
    // The conversation behind handles keys, too.
    event.stopPropagation();
  }

  private zoom(on: boolean, event?: MouseEvent): void {
    if (this.media?.kind !== 'IMAGE') {
      return;
    }
    this.zoomed = on;
    const stage = this.renderRoot.querySelector<HTMLElement>('.stage')!;
    const box = stage.getBoundingClientRect();
    const x = event ? (event.clientX - box.left) / box.width : 0.5;
    const y = event ? (event.clientY - box.top) / box.height : 0.5;
    void this.updateComplete.then(() => {
      stage.scrollLeft = x * stage.scrollWidth - box.width / 2;
      stage.scrollTop = y * stage.scrollHeight - box.height / 2;
    });
  }

  // Dragging with the mouse scrolls a zoomed picture; a swipe on any other goes to the next or the previous one.

  private onPointerDown(event: PointerEvent): void {
    const stage = event.currentTarget as HTMLElement;
    this.drag = { x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop };
  }

  private onPointerMove(event: PointerEvent): void {
    const { drag } = this;
    if (drag && this.zoomed && event.pointerType === 'mouse') {
      const stage = event.currentTarget as HTMLElement;
      stage.scrollLeft = drag.left + drag.x - event.clientX;
      stage.scrollTop = drag.top + drag.y - event.clientY;
    }
  }

  private onPointerUp(event: PointerEvent): void {
    const { drag } = this;
    this.drag = undefined;
    if (!drag || this.zoomed) {
      return;
    }
    const x = event.clientX - drag.x;
    const y = event.clientY - drag.y;
    if (Math.abs(x) > MIN_SWIPE && Math.abs(x) > Math.abs(y)) {
      this.go(this.at + (x < 0 ? 1 : -1));
    } else if (event.pointerType === 'touch' && y > 2 * MIN_SWIPE) {
      this.dialog?.close();
    }
  }

  private onClick(event: MouseEvent): void {
    if ((event.target as Element).classList.contains('stage') && !this.zoomed) {
      this.dialog?.close();
    }
  }

  render() {
    const { labels, media, all, at } = this;
    const count = labels.of('media.count', at + 1, all.length);
    return html`<dialog aria-label=${labels.of('media.lightbox')} @close=${this.onClose} @keydown=${this.onKeydown}>
      ${
        media
          ? html`<header>
              <span class="count" aria-live="polite"><span class="unseen">${media.alt || media.name}, </span>${count}</span>
              ${media.kind === 'IMAGE' ? this.zoomButton() : nothing}
              <a
                class="tool"
                href=${downloadAddress(this.base, media)}
                download=${media.name}
                aria-label=${labels.of('media.download', media.name)}
                title=${labels.of('media.download', media.name)}
                >${icons.download}</a
              >
              ${this.button('media.close', icons.close, () => this.dialog?.close())}
            </header>
            <div
              class="stage ${this.zoomed ? 'zoomed' : ''}"
              @click=${this.onClick}
              @pointerdown=${this.onPointerDown}
              @pointermove=${this.onPointerMove}
              @pointerup=${this.onPointerUp}
              @pointercancel=${() => (this.drag = undefined)}
            >
              ${media.kind === 'VIDEO' ? this.video(media) : this.picture(media)}
            </div>
            <p class="caption" dir="auto">${media.alt}</p>
            ${at > 0 ? this.button('media.previous', icons.previous, () => this.go(at - 1), 'previous') : nothing}
            ${at < all.length - 1 ? this.button('media.next', icons.next, () => this.go(at + 1), 'next') : nothing}`
          : nothing
      }
    </dialog>`;
  }

  private zoomButton() {
    return this.zoomed
      ? this.button('media.zoom.out', icons.zoomOut, () => this.zoom(false))
      : this.button('media.zoom.in', icons.zoomIn, () => this.zoom(true));
  }

  private button(key: string, icon: unknown, action: () => void, kind = '') {
    const name = this.labels.of(key);
    return html`<button class="tool ${kind}" type="button" aria-label=${name} title=${name} @click=${action}>${icon}</button>`;
  }

  private picture(media: Media) {
    const small = localAddress(media.id) ?? pictureAddress(this.base, media, 'thumb');
    const large = localAddress(media.id) ?? pictureAddress(this.base, media, 'view');
    const shape = media.width && media.height ? `--ratio: ${media.width / media.height}; --most: ${media.width}px` : '';
    return html`<div class="sheet" style=${shape} @dblclick=${(event: MouseEvent) => this.zoom(!this.zoomed, event)}>
      ${this.loaded ? nothing : html`<img src=${small} alt="" draggable="false" />`}
      <img
        class=${this.loaded ? '' : 'coming'}
        src=${large}
        alt=${media.alt || media.name}
        draggable="false"
        @load=${() => (this.loaded = true)}
      />
    </div>`;
  }

  private video(media: Media) {
    return html`<video
      src=${localAddress(media.id) ?? fileAddress(this.base, media)}
      controls
      autoplay
      playsinline
      aria-label=${this.labels.of('media.film', media.alt || media.name)}
      @play=${(event: Event) => playAlone(event.target as HTMLMediaElement)}
    ></video>`;
  }

  static styles = [tokens, lightboxStyles];
}

customElements.define('charla-lightbox', Lightbox);
