import { LitElement, html, nothing } from 'lit';
import { colours } from '../design/tokens.ts';
import { icons } from '../design/icons.ts';
import { localAddress } from '../sync/file-store.ts';
import { Labels } from '../platform/labels.ts';
import { downloadAddress, fileAddress, pictureAddress, type Media } from '../model/media.ts';
import { playAlone } from './playback.ts';
import { lightboxStyles } from './lightbox-styles.ts';

const SWIPE = 60;

/** Shows pictures and films large, one after the other, above everything else. */
export class Lightbox extends LitElement {
  static properties = {
    all: { state: true },
    at: { state: true },
    zoomed: { state: true },
    there: { state: true },
    labels: { state: true }
  };

  declare private all: Media[];
  declare private at: number;
  declare private zoomed: boolean;
  /** Whether the picture itself is there. */
  declare private there: boolean;
  declare private labels: Labels;
  private base = '';
  private drag?: { x: number; y: number; left: number; top: number };

  constructor() {
    super();
    this.all = [];
    this.at = 0;
    this.zoomed = false;
    this.there = false;
    this.labels = new Labels();
  }

  /** Opens with one of some pictures and films; closing gives the focus back. */
  async show(all: Media[], first: Media, base: string, labels: Labels): Promise<void> {
    this.all = all;
    this.base = base;
    this.labels = labels;
    this.go(Math.max(0, all.findIndex(({ id }) => id === first.id)));
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
      this.there = false;
    }
  }

  private closed(): void {
    this.all = [];
  }

  private keyed(event: KeyboardEvent): void {
    // Films have the arrow keys for themselves while they have the focus.
    const film = event.target instanceof HTMLVideoElement;
    const work = {
      ArrowLeft: () => this.go(this.at - 1),
      ArrowRight: () => this.go(this.at + 1),
      Home: () => this.go(0),
      End: () => this.go(this.all.length - 1),
      '+': () => this.zoom(true),
      '-': () => this.zoom(false)
    }[event.key];
    if (work && !film) {
      event.preventDefault();
      work();
    }
    // The conversation behind has keys of its own.
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

  // A zoomed picture is moved; another one gives way to its neighbour.

  private pressed(event: PointerEvent): void {
    const stage = event.currentTarget as HTMLElement;
    this.drag = { x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop };
  }

  private moved(event: PointerEvent): void {
    const { drag } = this;
    if (drag && this.zoomed && event.pointerType === 'mouse') {
      const stage = event.currentTarget as HTMLElement;
      stage.scrollLeft = drag.left + drag.x - event.clientX;
      stage.scrollTop = drag.top + drag.y - event.clientY;
    }
  }

  private released(event: PointerEvent): void {
    const { drag } = this;
    this.drag = undefined;
    if (!drag || this.zoomed) {
      return;
    }
    const x = event.clientX - drag.x;
    const y = event.clientY - drag.y;
    if (Math.abs(x) > SWIPE && Math.abs(x) > Math.abs(y)) {
      this.go(this.at + (x < 0 ? 1 : -1));
    } else if (event.pointerType === 'touch' && y > 2 * SWIPE) {
      this.dialog?.close();
    }
  }

  private clicked(event: MouseEvent): void {
    if ((event.target as Element).classList.contains('stage') && !this.zoomed) {
      this.dialog?.close();
    }
  }

  render() {
    const { labels, media, all, at } = this;
    const count = labels.of('media.count', at + 1, all.length);
    return html`<dialog aria-label=${labels.of('media.lightbox')} @close=${this.closed} @keydown=${this.keyed}>
      ${media
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
              @click=${this.clicked}
              @pointerdown=${this.pressed}
              @pointermove=${this.moved}
              @pointerup=${this.released}
              @pointercancel=${() => (this.drag = undefined)}
            >
              ${media.kind === 'VIDEO' ? this.film(media) : this.picture(media)}
            </div>
            <p class="caption" dir="auto">${media.alt}</p>
            ${at > 0 ? this.button('media.previous', icons.previous, () => this.go(at - 1), 'previous') : nothing}
            ${at < all.length - 1 ? this.button('media.next', icons.next, () => this.go(at + 1), 'next') : nothing}`
        : nothing}
    </dialog>`;
  }

  private zoomButton() {
    return this.zoomed
      ? this.button('media.zoom.out', icons.zoomOut, () => this.zoom(false))
      : this.button('media.zoom.in', icons.zoomIn, () => this.zoom(true));
  }

  private button(key: string, icon: unknown, work: () => void, kind = '') {
    const name = this.labels.of(key);
    return html`<button class="tool ${kind}" type="button" aria-label=${name} title=${name} @click=${work}>${icon}</button>`;
  }

  private picture(media: Media) {
    const small = localAddress(media.id) ?? pictureAddress(this.base, media, 'thumb');
    const large = localAddress(media.id) ?? pictureAddress(this.base, media, 'view');
    const shape = media.width && media.height ? `--ratio: ${media.width / media.height}; --most: ${media.width}px` : '';
    return html`<div class="sheet" style=${shape} @dblclick=${(event: MouseEvent) => this.zoom(!this.zoomed, event)}>
      ${this.there ? nothing : html`<img src=${small} alt="" draggable="false" />`}
      <img
        class=${this.there ? '' : 'coming'}
        src=${large}
        alt=${media.alt || media.name}
        draggable="false"
        @load=${() => (this.there = true)}
      />
    </div>`;
  }

  private film(media: Media) {
    return html`<video
      src=${localAddress(media.id) ?? fileAddress(this.base, media)}
      controls
      autoplay
      playsinline
      aria-label=${this.labels.of('media.film', media.alt || media.name)}
      @play=${(event: Event) => playAlone(event.target as HTMLMediaElement)}
    ></video>`;
  }

  static styles = [colours, lightboxStyles];
}

customElements.define('charla-lightbox', Lightbox);
