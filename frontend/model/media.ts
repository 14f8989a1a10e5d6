import type { Labels } from '../platform/labels.ts';

/** The kind of an attachment, which decides where and how it is shown. */
export type MediaKind = 'IMAGE' | 'VIDEO' | 'AUDIO' | 'VOICE' | 'FILE';

/** An attachment of a message; see MessageLog.Media in Java. */
export interface Media {
  /** Empty until the server has the file. */
  id: string;
  name: string;
  type: string;
  /** The size in bytes. */
  size: number;
  kind: MediaKind;
  width?: number | null;
  height?: number | null;
  /** A preview of a few pixels, as a data: URL. */
  blur?: string | null;
  durationMillis?: number | null;
  /** The loudness over time, one digit (0–9) for each part of the recording. */
  waveform?: string | null;
  /** The alternative text of a picture. */
  alt: string;
}

/** An attachment that is not sent yet: what this browser stores of it beside its bytes. */
export interface Attachment extends Omit<Media, 'id' | 'blur'> {
  /** The key of its bytes in this browser's file store. */
  key: string;
  /** The URL of its upload, once created: an interrupted upload continues there. */
  address?: string;
  /** The id on the server, once the upload is complete. */
  id?: string;
}

/** An attachment as it is rendered; `key` and `clientId` are set only until it is sent. */
export interface ShownMedia extends Media {
  key?: string;
  clientId?: string;
}

/** The types that browsers show in a page; anything else is an ordinary file. */
const IMAGE_TYPES = /^image\/(jpeg|png|gif|webp|avif|bmp)$/;
const VIDEO_TYPES = /^video\/(mp4|webm|ogg|quicktime)$/;

/** Returns the kind of a MIME type; parameters are ignored. */
export function kindOf(type: string): MediaKind {
  const plain = type.split(';')[0].trim().toLowerCase();
  if (IMAGE_TYPES.test(plain)) {
    return 'IMAGE';
  }
  if (VIDEO_TYPES.test(plain)) {
    return 'VIDEO';
  }
  return plain.startsWith('audio/') ? 'AUDIO' : 'FILE';
}

/** Pixels of a picture that the server scales: of a WebP, which is decoded whole, fewer. */
const MAX_PIXELS = 210_000_000;
const MAX_WEBP_PIXELS = 50_000_000;

/** Whether a picture has more pixels than the server scales, so that it is sent as a file. */
export function isTooLargeToShow({ type, width, height }: Pick<Media, 'type' | 'width' | 'height'>): boolean {
  return (width ?? 0) * (height ?? 0) > (type === 'image/webp' ? MAX_WEBP_PIXELS : MAX_PIXELS);
}

/** Whether an attachment is shown in an album, as pictures and videos are. */
export function isVisual({ kind }: Pick<Media, 'kind'>): boolean {
  return kind === 'IMAGE' || kind === 'VIDEO';
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** Formats a size in bytes, as "2.4 MB". */
export function formatSize(bytes: number, locale: string): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power < 2 ? 0 : 1
  }).format(bytes / 1024 ** power);
}

/** Formats a duration as 0:07, 12:30 or 1:02:03. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const twoDigits = (number: number) => `${number}`.padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const rest = twoDigits(seconds % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${rest}`;
}

/** Returns the number of pictures in each row of an album: three, with shorter rows on top where that does not divide. */
export function albumRows(count: number): number[] {
  if (count <= 2) {
    return count > 0 ? [count] : [];
  }
  const first = { 0: count === 3 ? [1, 2] : [3], 1: [2, 2], 2: [2] }[count % 3] ?? [];
  const rest = count - first.reduce((sum, each) => sum + each, 0);
  return [...first, ...Array<number>(rest / 3).fill(3)];
}

/** The bounds of a single picture, in pixels. */
const MAX_WIDTH = 360;
const MIN_WIDTH = 220;
const MAX_HEIGHT = 420;

/**
 * Returns the size at which a single picture is shown, known before it is loaded: its width in pixels and its aspect ratio
 * (width / height). Very long pictures are cropped.
 */
export function displaySize({ width, height, kind }: Pick<Media, 'width' | 'height' | 'kind'>): {
  width: number;
  ratio: number;
} {
  // The server does not read the dimensions of videos: all have the same size.
  if (kind === 'VIDEO') {
    return { width: MAX_WIDTH, ratio: 16 / 9 };
  }
  if (!width || !height) {
    return { width: 280, ratio: 4 / 3 };
  }
  const ratio = Math.min(Math.max(width / height, 0.5), 3);
  return { width: Math.round(Math.max(Math.min(width, MAX_WIDTH, MAX_HEIGHT * ratio), MIN_WIDTH)), ratio };
}

/** Returns the waveform of a recording in at most `limit` digits: 9 for its loudest part, all 0 for silence. */
export function waveformOf(levels: number[], limit = 64): string {
  const count = Math.min(limit, levels.length);
  const parts = Array.from({ length: count }, (_, at) => {
    const from = Math.floor((at * levels.length) / count);
    const to = Math.max(from + 1, Math.floor(((at + 1) * levels.length) / count));
    return Math.max(...levels.slice(from, to));
  });
  const loudest = Math.max(...parts, 0);
  return parts.map((level) => (loudest < 0.005 ? 0 : Math.round((level / loudest) * 9))).join('');
}

/** Returns the heights (0–1) of the bars of a waveform; a flat line where there is none. */
export function barHeights(waveform: string | null | undefined): number[] {
  return waveform ? [...waveform].map((digit) => Number(digit) / 9) : Array<number>(40).fill(0);
}

/** Returns a short description of attachments where they cannot be shown; AttachmentSummary.java writes the same. */
export function summaryOf(media: Pick<Media, 'kind' | 'name' | 'durationMillis'>[], labels: Labels): string {
  const [first] = media;
  if (!first) {
    return '';
  }
  const same = media.every(({ kind }) => kind === first.kind);
  if (media.length > 1) {
    const many = same && first.kind === 'IMAGE' ? 'media.summary.photos' : 'media.summary.files';
    return labels.of(many, media.length);
  }
  switch (first.kind) {
    case 'IMAGE':
      return labels.of('media.summary.photo');
    case 'VIDEO':
      return labels.of('media.summary.video');
    case 'VOICE':
      return labels.of('media.summary.voice', formatDuration(first.durationMillis ?? 0));
    case 'AUDIO':
      return labels.of('media.summary.audio', first.name);
    default:
      return labels.of('media.summary.file', first.name);
  }
}

/** The URL of a file; `base` is that of its space's media. */
export const fileAddress = (base: string, { id }: Pick<Media, 'id'>) => `${base}/${id}`;
/** The URL of a file as a download. */
export const downloadAddress = (base: string, media: Pick<Media, 'id'>) => `${fileAddress(base, media)}?download`;

/** The URL of a picture, scaled to a size; of a GIF always the original, because scaling would lose its animation. */
export function pictureAddress(base: string, media: Pick<Media, 'id' | 'type'>, size: 'thumb' | 'view'): string {
  return media.type === 'image/gif' ? fileAddress(base, media) : `${fileAddress(base, media)}/${size}`;
}

/** The limits of a message: the number of its files, and the size of each in bytes. */
export interface Limits {
  files: number;
  bytes: number;
}

/** Files sorted by whether they may be attached. */
export interface Admission<F> {
  taken: F[];
  /** Files above the limit of size. */
  tooLarge: F[];
  empty: F[];
  /** Files above the limit of number. */
  tooMany: F[];
}

/** Sorts files by whether they may be attached to a message that has `present` files already. */
export function admit<F extends { size: number }>(files: F[], present: number, limits: Limits): Admission<F> {
  const tooLarge = files.filter(({ size }) => size > limits.bytes);
  const empty = files.filter(({ size }) => size === 0);
  const valid = files.filter(({ size }) => size > 0 && size <= limits.bytes);
  const room = Math.max(0, limits.files - present);
  return { taken: valid.slice(0, room), tooLarge, empty, tooMany: valid.slice(room) };
}
