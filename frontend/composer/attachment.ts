import { createLocalAddress, fileStore } from '../sync/file-store.ts';
import { kindOf, type Attachment } from '../model/media.ts';
import { newClientId } from '../sync/client-id.ts';

/** Longer than a browser needs to look at the head of any file that it can show. */
const PATIENCE = 6000;

interface Measures {
  width?: number;
  height?: number;
  durationMillis?: number;
}

/** Makes a picked file one that can go with a message: kept in this browser, and measured where that is possible. */
export async function attach(file: File): Promise<Attachment> {
  const key = newClientId();
  await fileStore.put(key, file);
  const address = createLocalAddress(key, file);
  const common = { key, name: file.name, type: file.type, size: file.size, alt: '' };
  const kind = kindOf(file.type);
  const measures = await measured(kind, address);
  // What this browser cannot show is a file here; the server decides for itself.
  return measures ? { ...common, kind, ...measures } : { ...common, kind: 'FILE' };
}

function measured(kind: Attachment['kind'], address: string): Promise<Measures | undefined> {
  switch (kind) {
    case 'IMAGE':
      return measuredPicture(address);
    case 'VIDEO':
      return measuredFilm(document.createElement('video'), address);
    case 'AUDIO':
      return measuredFilm(document.createElement('audio'), address);
    default:
      return Promise.resolve({});
  }
}

async function measuredPicture(address: string): Promise<Measures | undefined> {
  const picture = new Image();
  picture.src = address;
  try {
    await picture.decode();
    return { width: picture.naturalWidth, height: picture.naturalHeight };
  } catch {
    return undefined;
  }
}

function measuredFilm(film: HTMLMediaElement, address: string): Promise<Measures | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE);
    const done = (measures: Measures | undefined) => {
      clearTimeout(timer);
      film.removeAttribute('src');
      resolve(measures);
    };
    film.preload = 'metadata';
    film.onerror = () => done(undefined);
    film.onloadedmetadata = () => {
      const durationMillis = Number.isFinite(film.duration) ? Math.round(film.duration * 1000) : undefined;
      const sized = film instanceof HTMLVideoElement && film.videoWidth > 0;
      done(sized ? { width: film.videoWidth, height: film.videoHeight, durationMillis } : { durationMillis });
    };
    film.src = address;
  });
}

/** The files of a paste or a drop, and whether there was a folder among them. */
export function filesOf(transfer: DataTransfer | null): { files: File[]; folders: boolean } {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  const isFolder = (item: DataTransferItem) => item.webkitGetAsEntry?.()?.isDirectory ?? false;
  const files = items.filter((item) => !isFolder(item)).map((item) => item.getAsFile());
  return { files: files.filter((file) => file !== null), folders: items.some(isFolder) };
}
