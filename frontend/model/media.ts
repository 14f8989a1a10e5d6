import type { Labels } from '../platform/labels.ts';

export type MediaKind = 'IMAGE' | 'VIDEO' | 'AUDIO' | 'VOICE' | 'FILE';

/** A file of a message; see MessageLog.Media. */
export interface Media {
  /** Empty as long as the server does not have it. */
  id: string;
  name: string;
  type: string;
  /** In bytes. */
  size: number;
  kind: MediaKind;
  width?: number | null;
  height?: number | null;
  /** The picture in a few pixels, as a data: address. */
  blur?: string | null;
  durationMillis?: number | null;
  /** How loud it is from the beginning to the end, in digits. */
  waveform?: string | null;
  /** What is to be seen, for whoever cannot see it. */
  alt: string;
}

/** A file on its way out of this browser: what is kept of it beside its bytes. */
export interface Attachment extends Omit<Media, 'id' | 'blur'> {
  /** Under which its bytes are kept in this browser. */
  key: string;
  /** Where the server takes it, once that is known: an interrupted upload goes on there. */
  address?: string;
  /** What the server calls it, once it has all of it. */
  id?: string;
}

/** A file as it is drawn: `key` and `clientId` only while it is on its way. */
export interface ShownMedia extends Media {
  key?: string;
  clientId?: string;
}

/** What browsers show in a page. What they do not is a file like any other. */
const PICTURES = /^image\/(jpeg|png|gif|webp|avif|bmp)$/;
const FILMS = /^video\/(mp4|webm|ogg|quicktime)$/;

export function kindOf(type: string): MediaKind {
  const plain = type.split(';')[0].trim().toLowerCase();
  if (PICTURES.test(plain)) {
    return 'IMAGE';
  }
  if (FILMS.test(plain)) {
    return 'VIDEO';
  }
  return plain.startsWith('audio/') ? 'AUDIO' : 'FILE';
}

/** Whether it is shown as a picture among others. */
export function isVisual({ kind }: Pick<Media, 'kind'>): boolean {
  return kind === 'IMAGE' || kind === 'VIDEO';
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** A size in words, as "2.4 MB". */
export function sizeOf(bytes: number, locale: string): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power < 2 ? 0 : 1
  }).format(bytes / 1024 ** power);
}

/** A time as 0:07, 12:30 or 1:02:03. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const two = (number: number) => `${number}`.padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const rest = two(seconds % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}

/** How many pictures stand beside each other in each row of an album: three, and fewer above where that does not come out even. */
export function albumRows(count: number): number[] {
  if (count <= 2) {
    return count > 0 ? [count] : [];
  }
  const first = { 0: count === 3 ? [1, 2] : [3], 1: [2, 2], 2: [2] }[count % 3] ?? [];
  const rest = count - first.reduce((sum, each) => sum + each, 0);
  return [...first, ...Array<number>(rest / 3).fill(3)];
}

const WIDEST = 360;
const NARROWEST = 220;
const TALLEST = 420;

/** The place that a picture takes before it is there: how wide, in pixels, and its shape. Very long ones are cut. */
export function placeOf({ width, height, kind }: Pick<Media, 'width' | 'height' | 'kind'>): { width: number; ratio: number } {
  // The server does not look into films: all of them take the same place.
  if (kind === 'VIDEO') {
    return { width: WIDEST, ratio: 16 / 9 };
  }
  if (!width || !height) {
    return { width: 280, ratio: 4 / 3 };
  }
  const ratio = Math.min(Math.max(width / height, 0.5), 3);
  return { width: Math.round(Math.max(Math.min(width, WIDEST, TALLEST * ratio), NARROWEST)), ratio };
}

/** The loudness of a recording in so many digits, the loudest being a 9; of a silent one all are 0. */
export function waveformOf(levels: number[], most = 64): string {
  const count = Math.min(most, levels.length);
  const parts = Array.from({ length: count }, (_, at) => {
    const from = Math.floor((at * levels.length) / count);
    const to = Math.max(from + 1, Math.floor(((at + 1) * levels.length) / count));
    return Math.max(...levels.slice(from, to));
  });
  const loudest = Math.max(...parts, 0);
  return parts.map((level) => (loudest < 0.005 ? 0 : Math.round((level / loudest) * 9))).join('');
}

/** The heights of a waveform's bars between 0 and 1; some shape also for what has none. */
export function barsOf(waveform: string | null | undefined): number[] {
  return waveform ? [...waveform].map((digit) => Number(digit) / 9) : Array<number>(40).fill(0);
}

/** What the files of a message are, in a few words: what stands for them where they cannot be shown. */
export function summaryOf(media: Pick<Media, 'kind' | 'name' | 'durationMillis'>[], labels: Labels): string {
  const [first] = media;
  if (!first) {
    return '';
  }
  const same = media.every(({ kind }) => kind === first.kind);
  if (media.length > 1) {
    const many = same && first.kind === 'IMAGE' ? 'media.summary.photos' : 'media.summary.files';
    return labels.of(many, media.length.toLocaleString(labels.locale));
  }
  switch (first.kind) {
    case 'IMAGE':
      return labels.of('media.summary.photo');
    case 'VIDEO':
      return labels.of('media.summary.video');
    case 'VOICE':
      return labels.of('media.summary.voice', clockOf(first.durationMillis ?? 0));
    case 'AUDIO':
      return labels.of('media.summary.audio', first.name);
    default:
      return labels.of('media.summary.file', first.name);
  }
}

/** Where the server keeps a file. */
export const fileAddress = (base: string, { id }: Pick<Media, 'id'>) => `${base}/${id}`;
export const downloadAddress = (base: string, media: Pick<Media, 'id'>) => `${fileAddress(base, media)}?download`;

/** A picture in the size in which it is shown. One that moves is only itself in its original. */
export function pictureAddress(base: string, media: Pick<Media, 'id' | 'type'>, size: 'thumb' | 'view'): string {
  return media.type === 'image/gif' ? fileAddress(base, media) : `${fileAddress(base, media)}/${size}`;
}

/** How many files a message may have, and how large one may be. */
export interface Limits {
  files: number;
  bytes: number;
}

export interface Admission<F> {
  taken: F[];
  /** Those that nobody may send. */
  tooLarge: F[];
  empty: F[];
  /** Those for which there is no more room in this message. */
  tooMany: F[];
}

/** Which of some files can go with a message that has so many already. */
export function admit<F extends { size: number }>(files: F[], present: number, limits: Limits): Admission<F> {
  const tooLarge = files.filter(({ size }) => size > limits.bytes);
  const empty = files.filter(({ size }) => size === 0);
  const good = files.filter(({ size }) => size > 0 && size <= limits.bytes);
  const room = Math.max(0, limits.files - present);
  return { taken: good.slice(0, room), tooLarge, empty, tooMany: good.slice(room) };
}
