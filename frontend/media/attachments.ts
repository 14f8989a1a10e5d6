import { html, nothing } from 'lit';
import { icons } from '../design/icons.ts';
import { addressOfKept, localAddress } from '../sync/file-store.ts';
import type { Labels } from '../platform/labels.ts';
import { albumRows, clockOf, downloadAddress, fileAddress, isVisual, placeOf, sizeOf, type ShownMedia } from '../model/media.ts';
import './picture.ts';
import { playAlone } from './playback.ts';
import './player.ts';
import './upload-progress.ts';
import { until } from 'lit/directives/until.js';

/** What the files of a message are drawn with. */
export interface MediaContext {
  labels: Labels;
  /** Where the server keeps the files of this space. */
  base: string;
  /** Shows a picture or a film large. */
  show(media: ShownMedia): void;
}

/** The files of a message: pictures and films as an album, everything else one below the other. */
export function mediaBlock(media: ShownMedia[], context: MediaContext) {
  const visual = media.filter(isVisual);
  const others = media.filter((each) => !isVisual(each));
  return html`${visual.length > 0 ? album(visual, context) : nothing} ${others.map((each) => lone(each, context))}`;
}

/** How wide the pictures of a message are, and with them its words; undefined if it has none. */
export function widthOf(media: ShownMedia[]): number | undefined {
  const visual = media.filter(isVisual);
  return visual.length === 0 ? undefined : visual.length === 1 ? placeOf(visual[0]).width : 360;
}

function album(visual: ShownMedia[], context: MediaContext) {
  const rows = albumRows(visual.length);
  const [only] = visual;
  const alone = visual.length === 1;
  const ratio = alone ? placeOf(only).ratio : 1;
  let at = 0;
  return html`<div class="album" style="--wide: ${widthOf(visual)}px">
    ${rows.map((count) => {
      const row = visual.slice(at, (at += count));
      return html`<div class="album-row" style="--ratio: ${alone ? ratio : count === 1 ? 16 / 9 : count}">
        ${row.map((each) => (alone && each.kind === 'VIDEO' && each.id ? film(each, context) : tile(each, context)))}
      </div>`;
    })}
  </div>`;
}

function tile(media: ShownMedia, { labels, base, show }: MediaContext) {
  const { kind, alt, name, durationMillis } = media;
  const key = kind === 'VIDEO' ? 'media.open.film' : 'media.open';
  return html`<div class="tile">
    <button class="open" type="button" aria-label=${labels.of(key, alt || name)} @click=${() => show(media)}></button>
    <charla-picture .media=${media} .base=${base} .again=${labels.of('log.retry')}></charla-picture>
    ${kind === 'VIDEO'
      ? html`<span class="film" aria-hidden="true">${icons.play}${durationMillis ? clockOf(durationMillis) : nothing}</span>`
      : nothing}
    ${underway(media, labels)}
  </div>`;
}

function film(media: ShownMedia, { labels, base }: MediaContext) {
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

function lone(media: ShownMedia, context: MediaContext) {
  const { labels, base } = context;
  if (media.kind === 'FILE') {
    return card(media, context);
  }
  const voice = media.kind === 'VOICE';
  const local = localAddress(media.id) ?? localAddress(media.key);
  const src = local ?? (media.id ? fileAddress(base, media) : until(addressOfKept(media.key ?? ''), ''));
  return html`<div class="sound">
    ${voice ? nothing : html`<b class="title" title=${media.name}>${icons.audio} <span>${media.name}</span></b>`}
    <div class="sound-row">
      <charla-player
        .src=${src}
        .name=${voice ? labels.of('voice.title') : media.name}
        .waveform=${media.waveform}
        .duration=${media.durationMillis ?? 0}
        .whole=${voice}
        .labels=${labels}
      ></charla-player>
      ${underway(media, labels)}
    </div>
  </div>`;
}

function card(media: ShownMedia, { labels, base }: MediaContext) {
  const { name, size, id } = media;
  const facts = html`<span class="kind" aria-hidden="true">${icons.file}<i>${endingOf(name)}</i></span>
    <span class="facts"><b title=${name}>${name}</b><span>${sizeOf(size, labels.locale)}</span></span>`;
  return id && !media.key
    ? html`<a
        class="card"
        href=${downloadAddress(base, media)}
        download=${name}
        aria-label=${labels.of('media.download.file', name, sizeOf(size, labels.locale))}
        >${facts}<span class="get" aria-hidden="true">${icons.download}</span></a
      >`
    : html`<div class="card">${facts}${underway(media, labels)}</div>`;
}

function underway(media: ShownMedia, labels: Labels) {
  return media.key
    ? html`<charla-upload-progress class="underway" .media=${media} .labels=${labels}></charla-upload-progress>`
    : nothing;
}

/** The end of a file's name, where it is short enough to be one. */
function endingOf(name: string): string {
  return /\.([\p{L}\p{N}]{1,4})$/u.exec(name)?.[1] ?? '';
}
