import { LitElement, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import { tokens } from '../design/tokens.ts';
import { icons } from '../design/icons.ts';
import { localAddress } from '../sync/file-store.ts';
import { Labels } from '../platform/labels.ts';
import { downloadAddress, fileAddress, pictureAddress, type Media } from '../model/media.ts';
import { playAlone } from './playback.ts';
import { lightboxStyles } from './lightbox-styles.ts';
import { Zoom } from './zoom.ts';

/** The shortest swipe to another picture, and the one down that closes, in pixels. */
const MIN_SWIPE = 60;
const MIN_CLOSE = 100;

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
  private zoom?: Zoom;
  private swipe?: { id: number; x: number; y: number };

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
    this.swipe = undefined;
  }

  /** Each picture has an element of its own, and a zoom. */
  private readonly onPicture = (element?: Element): void => {
    this.zoom?.destroy();
    this.zoom = undefined;
    if (element instanceof HTMLElement) {
      // Panzoom wants an element of the page, which it is not yet.
      queueMicrotask(() => {
        if (element.isConnected) {
          this.zoom = new Zoom(element, () => (this.zoomed = this.zoom?.enlarged ?? false));
        }
      });
    }
  };

  private onKeydown(event: KeyboardEvent): void {
    // A focused video handles the arrow keys itself.
    const onVideo = event.target instanceof HTMLVideoElement;
    const action = {
      ArrowLeft: () => this.go(this.at - 1),
      ArrowRight: () => this.go(this.at + 1),
      Home: () => this.go(0),
      End: () => this.go(this.all.length - 1),
      '+': () => this.zoom?.toggle(true),
      '-': () => this.zoom?.toggle(false)
    }[event.key];
    if (action && !onVideo) {
      event.preventDefault();
      action();
    }
    // The conversation behind handles keys, too.
    event.stopPropagation();
  }

  // A swipe of one finger goes to another picture, or down to close; a second finger makes it a pinch.

  private onPointerDown(event: PointerEvent): void {
    const alone = event.isPrimary && !this.zoomed;
    this.follow(0, 0);
    this.swipe = alone ? { id: event.pointerId, x: event.clientX, y: event.clientY } : undefined;
  }

  private onPointerMove(event: PointerEvent): void {
    const { swipe } = this;
    if (swipe?.id === event.pointerId && !this.zoomed && event.pointerType === 'touch') {
      this.follow(event.clientX - swipe.x, event.clientY - swipe.y);
    }
  }

  private onPointerUp(event: PointerEvent): void {
    const { swipe } = this;
    if (swipe?.id !== event.pointerId) {
      return;
    }
    this.swipe = undefined;
    this.follow(0, 0);
    if (this.zoomed || event.type !== 'pointerup') {
      return;
    }
    const x = event.clientX - swipe.x;
    const y = event.clientY - swipe.y;
    if (Math.abs(x) > MIN_SWIPE && Math.abs(x) > Math.abs(y)) {
      this.go(this.at + (x < 0 ? 1 : -1));
    } else if (event.pointerType === 'touch' && y > MIN_CLOSE) {
      this.dialog?.close();
    }
  }

  /** Moves the picture with the finger, along the axis of the swipe. */
  private follow(x: number, y: number): void {
    const { style } = this.renderRoot.querySelector<HTMLElement>('.stage')!;
    const sideways = Math.abs(x) > Math.abs(y);
    style.translate = sideways ? `${x}px 0` : `0 ${Math.max(0, y)}px`;
    style.opacity = sideways ? '' : `${Math.max(0.4, 1 - Math.max(0, y) / 500)}`;
  }

  private onClick(event: MouseEvent): void {
    const beside = event.target instanceof Element && event.target.matches('.stage, .pane');
    if (beside && !this.zoomed && (event as PointerEvent).pointerType !== 'touch') {
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
              @pointercancel=${this.onPointerUp}
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
      ? this.button('media.zoom.out', icons.zoomOut, () => this.zoom?.toggle(false))
      : this.button('media.zoom.in', icons.zoomIn, () => this.zoom?.toggle(true));
  }

  private button(key: string, icon: unknown, action: () => void, kind = '') {
    const name = this.labels.of(key);
    return html`<button class="tool ${kind}" type="button" aria-label=${name} title=${name} @click=${action}>${icon}</button>`;
  }

  private picture(media: Media) {
    const small = localAddress(media.id) ?? pictureAddress(this.base, media, 'thumb');
    const large = localAddress(media.id) ?? pictureAddress(this.base, media, 'view');
    const shape = media.width && media.height ? `--ratio: ${media.width / media.height}; --most: ${media.width}px` : '';
    return keyed(
      media.id,
      html`<div class="pane" ${ref(this.onPicture)}><div class="sheet" style=${shape}>
      ${this.loaded ? nothing : html`<img src=${small} alt="" draggable="false" />`}
      <img
        class=${this.loaded ? '' : 'coming'}
        src=${large}
        alt=${media.alt || media.name}
        draggable="false"
        @load=${() => (this.loaded = true)}
      />
    </div></div>`
    );
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
