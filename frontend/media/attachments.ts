import { css, html, nothing } from 'lit';
import { icons } from '../design/icons.ts';
import { addressOfKept, localAddress } from '../sync/file-store.ts';
import type { Labels } from '../platform/labels.ts';
import { albumRows, clockOf, downloadAddress, fileAddress, isVisual, placeOf, sizeOf, type ShownMedia } from '../model/media.ts';
import './picture.ts';
import { playAlone } from './player.ts';
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
    ? html`<charla-upload-state class="underway" .media=${media} .labels=${labels}></charla-upload-state>`
    : nothing;
}

/** The end of a file's name, where it is short enough to be one. */
function endingOf(name: string): string {
  return /\.([\p{L}\p{N}]{1,4})$/u.exec(name)?.[1] ?? '';
}

export const mediaStyles = css`
  .bubble.pictured {
    width: min-content;
  }

  .album {
    display: grid;
    gap: 3px;
    width: var(--wide);
    max-width: 100%;
    margin: 4px 0 2px;
    overflow: hidden;
    border-radius: 10px;
  }

  .album-row {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: 3px;
    aspect-ratio: var(--ratio);
  }

  .tile {
    position: relative;
    display: grid;
    overflow: hidden;
  }

  .tile .open {
    position: absolute;
    z-index: 1;
    inset: 0;
    padding: 0;
    cursor: zoom-in;
  }

  .tile .open:focus-visible {
    outline-offset: -4px;
    outline-color: #ffffff;
    box-shadow: inset 0 0 0 6px var(--accent);
  }

  .tile > video {
    width: 100%;
    height: 100%;
    background: #10121d;
  }

  .tile .underway {
    position: absolute;
    z-index: 2;
    inset: 0;
    background: rgb(16 18 29 / 24%);
  }

  .film {
    position: absolute;
    z-index: 1;
    inset-inline-start: 8px;
    bottom: 8px;
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 1px 8px 1px 4px;
    color: #ffffff;
    background: rgb(16 18 29 / 76%);
    border-radius: 99px;
    font-size: 0.75rem;
    pointer-events: none;
  }

  .film svg {
    width: 16px;
    height: 16px;
  }

  .sound {
    margin: 4px 0 2px;
  }

  .sound .title {
    display: flex;
    align-items: center;
    gap: 6px;
    max-width: 290px;
    font-size: 0.8125rem;
  }

  .sound .title span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .sound .title svg {
    flex: none;
    width: 16px;
    height: 16px;
    color: var(--muted);
  }

  .sound-row {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  .card {
    display: flex;
    align-items: center;
    gap: 12px;
    width: 300px;
    max-width: 100%;
    min-height: 56px;
    margin: 4px 0 2px;
    padding: 6px 8px;
    color: var(--text);
    background: color-mix(in srgb, var(--surface-2) 70%, transparent);
    border: 1px solid var(--border);
    border-radius: 12px;
    text-decoration: none;
  }

  .pictured .card {
    width: 100%;
  }

  a.card:hover {
    border-color: var(--muted);
  }

  .card .kind {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    width: 40px;
    height: 44px;
    color: var(--accent);
  }

  .card .kind svg {
    width: 40px;
    height: 40px;
    stroke-width: 1.2;
  }

  .card .kind i {
    position: absolute;
    bottom: 8px;
    font-size: 0.5625rem;
    font-style: normal;
    font-weight: 700;
    text-transform: uppercase;
  }

  .card .facts {
    display: grid;
    flex: 1;
    min-width: 0;
    line-height: 1.35;
  }

  .card .facts b {
    overflow: hidden;
    font-size: 0.875rem;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .card .facts span {
    color: color-mix(in srgb, var(--muted) 80%, var(--text));
    font-size: 0.75rem;
  }

  .card .get {
    display: grid;
    flex: none;
    color: var(--accent);
  }
`;
