import { LitElement, html, nothing } from 'lit';
import { tokens } from '../design/tokens.ts';
import { withTimeout } from '../platform/connection.ts';
import { buttonStyles } from '../design/dialog.ts';
import { icons } from '../design/icons.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import type { Lightbox } from './lightbox.ts';
import './lightbox.ts';
import { downloadAddress, formatDuration, formatSize, type Media } from '../model/media.ts';
import { attachmentStyles } from './attachments-styles.ts';
import './picture.ts';
import './player.ts';
import { galleryStyles } from './gallery-styles.ts';

/** The tabs; the server knows them by these names. */
type Kind = 'pictures' | 'files' | 'voices';

/** A file, with the address of its message; see MediaGallery.java. */
interface Found {
  media: Media;
  place: string;
}

/** A page of files, newest first. */
interface Page {
  found: Found[];
  /** The cursor of the next page; missing on the last. */
  next?: number | null;
}

interface Server {
  find(kind: Kind, from: number): Promise<Page>;
}

const KINDS: Kind[] = ['pictures', 'files', 'voices'];
/** In milliseconds. */
const TIMEOUT = 15_000;

/** The gallery of a chat: all its files by kind, newest first, loaded page by page. See MediaGallery.java. */
export class Gallery extends LitElement {
  static properties = {
    labels: { state: true },
    kind: { state: true },
    found: { state: true },
    next: { state: true },
    stage: { state: true }
  };

  declare private $server?: Server;
  declare private labels: Labels;
  declare private kind: Kind;
  declare private found: Found[];
  declare private next?: number;
  declare private stage: 'loading' | 'ready' | 'failed';
  private base = '';

  constructor() {
    super();
    this.labels = new Labels();
    this.kind = 'pictures';
    this.found = [];
    this.stage = 'loading';
  }

  // --- called by the server ---

  setLabels(locale: string, texts: Texts): void {
    this.labels = new Labels(locale, texts);
  }

  open(base: string): void {
    this.base = base;
    this.select(this.kind);
  }

  // --- loading ---

  private select(kind: Kind): void {
    this.kind = kind;
    this.found = [];
    this.next = undefined;
    void this.loadMore();
  }

  private async loadMore(): Promise<void> {
    const { kind, next } = this;
    this.stage = 'loading';
    try {
      const page = await withTimeout(TIMEOUT, this.$server?.find(kind, next ?? Number.MAX_SAFE_INTEGER));
      if (kind === this.kind && next === this.next) {
        this.found = [...this.found, ...page.found];
        this.next = page.next ?? undefined;
        this.stage = 'ready';
      }
    } catch {
      if (kind === this.kind) {
        this.stage = 'failed';
      }
    }
  }

  private show(media: Media): void {
    const all = this.found.map((each) => each.media);
    void this.renderRoot.querySelector<Lightbox>('charla-lightbox')?.show(all, media, this.base, this.labels);
  }

  /** Left and right arrow select the tabs. */
  private onKeydown(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.select(KINDS.at((KINDS.indexOf(this.kind) + step) % KINDS.length)!);
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-selected=true]')?.focus());
    }
  }

  // --- rendering ---

  render() {
    const { labels, stage, found } = this;
    return html`<h3 id="title">${labels.of('gallery.title')}</h3>
      <div class="tabs" role="tablist" aria-labelledby="title" @keydown=${this.onKeydown}>
        ${KINDS.map((kind) => {
          const selected = kind === this.kind;
          return html`<button
            id=${kind}
            type="button"
            role="tab"
            aria-selected=${selected}
            aria-controls="panel"
            tabindex=${selected ? 0 : -1}
            @click=${() => this.select(kind)}
          >
            ${labels.of(`gallery.${kind}`)}
          </button>`;
        })}
      </div>
      <div id="panel" role="tabpanel" aria-labelledby=${this.kind} aria-busy=${stage === 'loading'}>
        ${found.length > 0 ? (this.kind === 'pictures' ? this.grid() : this.list()) : nothing}
        ${stage === 'ready' && found.length === 0 ? html`<p>${labels.of(`gallery.${this.kind}.none`)}</p>` : nothing}
        ${stage === 'loading' && found.length === 0 ? html`<div class="grid waiting" aria-hidden="true"><i></i><i></i><i></i></div>` : nothing}
        ${stage === 'failed' ? this.button('gallery.again') : stage === 'ready' && this.next ? this.button('gallery.more') : nothing}
      </div>
      <charla-lightbox></charla-lightbox>`;
  }

  private button(key: string) {
    return html`<button class="button" type="button" @click=${this.loadMore}>${this.labels.of(key)}</button>`;
  }

  private grid() {
    const { labels } = this;
    return html`<div class="grid">
      ${this.found.map(({ media }) => {
        const key = media.kind === 'VIDEO' ? 'media.open.film' : 'media.open';
        return html`<div class="tile">
          <button class="open" type="button" aria-label=${labels.of(key, media.alt || media.name)} @click=${() => this.show(media)}></button>
          <charla-picture .media=${media} .base=${this.base} .again=${labels.of('log.retry')}></charla-picture>
          ${
            media.kind === 'VIDEO'
              ? html`<span class="film" aria-hidden="true"
                >${icons.play}${media.durationMillis ? formatDuration(media.durationMillis) : nothing}</span
              >`
              : nothing
          }
        </div>`;
      })}
    </div>`;
  }

  private list() {
    return html`<ul>
      ${this.found.map(
        ({ media, place }) => html`<li>
          ${media.kind === 'FILE' ? this.file(media) : this.audio(media)}
          <a class="origin" href=${place} router-link>${this.labels.of('gallery.place')}</a>
        </li>`
      )}
    </ul>`;
  }

  private file(media: Media) {
    const { labels } = this;
    const size = formatSize(media.size, labels.locale);
    return html`<a
        class="card"
        href=${downloadAddress(this.base, media)}
        download=${media.name}
        aria-label=${labels.of('media.download.file', media.name, size)}
      >
        <span class="kind" aria-hidden="true">${icons.file}</span>
        <span class="facts"><b title=${media.name}>${media.name}</b><span>${size}</span></span>
        <span class="get" aria-hidden="true">${icons.download}</span>
      </a>`;
  }

  private audio(media: Media) {
    const voice = media.kind === 'VOICE';
    return html`${voice ? nothing : html`<b class="name" title=${media.name}>${media.name}</b>`}
      <charla-player
        .src=${`${this.base}/${media.id}`}
        .name=${voice ? this.labels.of('voice.title') : media.name}
        .waveform=${media.waveform}
        .duration=${media.durationMillis ?? 0}
        .whole=${voice}
        .labels=${this.labels}
      ></charla-player>`;
  }

  static styles = [tokens, buttonStyles, attachmentStyles, galleryStyles];
}

customElements.define('charla-gallery', Gallery);
