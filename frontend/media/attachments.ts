import { html, nothing } from 'lit';
import { icons } from '../design/icons.ts';
import { loadLocalAddress, localAddress } from '../sync/file-store.ts';
import type { Labels } from '../platform/labels.ts';
import {
  albumRows,
  displaySize,
  downloadAddress,
  fileAddress,
  formatDuration,
  formatSize,
  isVisual,
  type ShownMedia
} from '../model/media.ts';
import './picture.ts';
import { playAlone } from './playback.ts';
import './player.ts';
import './upload-progress.ts';
import { until } from 'lit/directives/until.js';

/** The surroundings that attachments are rendered with. */
export interface AttachmentContext {
  labels: Labels;
  /** The base URL of the media of this space. */
  base: string;
  /** Opens a picture or video in the lightbox. */
  show(media: ShownMedia): void;
}

/** The attachments of a message: pictures and videos as an album, the others one below the other. */
export function attachmentBlock(media: ShownMedia[], context: AttachmentContext) {
  const visual = media.filter(isVisual);
  const others = media.filter((each) => !isVisual(each));
  return html`${visual.length > 0 ? album(visual, context) : nothing} ${others.map((each) => audioOrFile(each, context))}`;
}

/** Returns the width in pixels of an album, which its message takes too; undefined without pictures or videos. */
export function albumWidth(media: ShownMedia[]): number | undefined {
  const visual = media.filter(isVisual);
  return visual.length === 0 ? undefined : visual.length === 1 ? displaySize(visual[0]).width : 360;
}

function album(visual: ShownMedia[], context: AttachmentContext) {
  const rows = albumRows(visual.length);
  const [only] = visual;
  const single = visual.length === 1;
  const ratio = single ? displaySize(only).ratio : 1;
  let at = 0;
  return html`<div class="album" style="--wide: ${albumWidth(visual)}px">
    ${rows.map((count) => {
      const row = visual.slice(at, (at += count));
      return html`<div class="album-row" style="--ratio: ${single ? ratio : count === 1 ? 16 / 9 : count}">
        ${row.map((each) => (single && each.kind === 'VIDEO' && each.id ? video(each, context) : tile(each, context)))}
      </div>`;
    })}
  </div>`;
}

function tile(media: ShownMedia, { labels, base, show }: AttachmentContext) {
  const { kind, alt, name, durationMillis } = media;
  const key = kind === 'VIDEO' ? 'media.open.film' : 'media.open';
  return html`<div class="tile">
    <button class="open" type="button" aria-label=${labels.of(key, alt || name)} @click=${() => show(media)}></button>
    <charla-picture .media=${media} .base=${base} .again=${labels.of('log.retry')}></charla-picture>
    ${
      kind === 'VIDEO'
        ? html`<span class="film" aria-hidden="true"
          >${icons.play}${durationMillis ? formatDuration(durationMillis) : nothing}</span
        >`
        : nothing
    }
    ${uploadProgress(media, labels)}
  </div>`;
}

function video(media: ShownMedia, { labels, base }: AttachmentContext) {
  return html`<div class="tile">
    <video
      src=${localAddress(media.id) ?? fileAddress(base, media)}
      poster=${media.blur ?? nothing}
      controls
      playsinline
      preload="metadata"
      aria-label=${labels.of('media.film', media.alt || media.name)}
      @play=${(event: Event) => playAlone(event.target as HTMLMediaElement)}
    ></video>
  </div>`;
}

function audioOrFile(media: ShownMedia, context: AttachmentContext) {
  const { labels, base } = context;
  if (media.kind === 'FILE') {
    return fileCard(media, context);
  }
  const voice = media.kind === 'VOICE';
  const local = localAddress(media.id) ?? localAddress(media.key);
  const src = local ?? (media.id ? fileAddress(base, media) : loadLocalAddress(media.key ?? ''));
  return html`<div class="sound">
    ${voice ? nothing : html`<b class="title" title=${media.name}>${icons.audio} <span>${media.name}</span></b>`}
    <div class="sound-row">
      <charla-player
        .src=${until(src, '')}
        .name=${voice ? labels.of('voice.title') : media.name}
        .waveform=${media.waveform}
        .duration=${media.durationMillis ?? 0}
        .whole=${voice}
        .labels=${labels}
      ></charla-player>
      ${uploadProgress(media, labels)}
    </div>
  </div>`;
}

function fileCard(media: ShownMedia, { labels, base }: AttachmentContext) {
  const { name, size, id } = media;
  const content = html`<span class="kind" aria-hidden="true">${icons.file}<i>${extensionOf(name)}</i></span>
    <span class="facts"><b title=${name}>${name}</b><span>${formatSize(size, labels.locale)}</span></span>`;
  return id && !media.key
    ? html`<a
        class="card"
        href=${downloadAddress(base, media)}
        download=${name}
        aria-label=${labels.of('media.download.file', name, formatSize(size, labels.locale))}
        >${content}<span class="get" aria-hidden="true">${icons.download}</span></a
      >`
    : html`<div class="card">${content}${uploadProgress(media, labels)}</div>`;
}

function uploadProgress(media: ShownMedia, labels: Labels) {
  return media.key
    ? html`<charla-upload-progress class="underway" .media=${media} .labels=${labels}></charla-upload-progress>`
    : nothing;
}

/** Returns the extension of a file name, if it is short enough to be one. */
function extensionOf(name: string): string {
  return /\.([\p{L}\p{N}]{1,4})$/u.exec(name)?.[1] ?? '';
}
