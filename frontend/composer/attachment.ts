import { createLocalAddress, fileStore } from '../sync/file-store.ts';
import { isTooLargeToShow, kindOf, type Attachment } from '../model/media.ts';
import { newClientId } from '../sync/client-id.ts';

/** In milliseconds; longer than a browser needs to read the metadata of any file that it can show. */
const METADATA_TIMEOUT = 6000;

interface Dimensions {
  width?: number;
  height?: number;
  durationMillis?: number;
}

/** Creates an attachment from a file: stores its bytes in this browser, and reads its dimensions where that is possible. */
export async function createAttachment(file: File): Promise<Attachment> {
  const key = newClientId();
  await fileStore.put(key, file);
  const address = createLocalAddress(key, file);
  const common = { key, name: file.name, type: file.type, size: file.size, alt: '' };
  const kind = kindOf(file.type);
  const dimensions = await readDimensions(kind, address);
  // Media that this browser or the server cannot show are plain files here; the server decides for itself.
  return dimensions && !isTooLargeToShow({ type: file.type, ...dimensions })
    ? { ...common, kind, ...dimensions }
    : { ...common, kind: 'FILE', ...dimensions };
}

/** Resolves with undefined if this browser cannot show the file. */
function readDimensions(kind: Attachment['kind'], address: string): Promise<Dimensions | undefined> {
  switch (kind) {
    case 'IMAGE':
      return readImageDimensions(address);
    case 'VIDEO':
      return readMediaDimensions(document.createElement('video'), address);
    case 'AUDIO':
      return readMediaDimensions(document.createElement('audio'), address);
    default:
      return Promise.resolve({});
  }
}

async function readImageDimensions(address: string): Promise<Dimensions | undefined> {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight };
  } catch {
    return undefined;
  }
}

function readMediaDimensions(media: HTMLMediaElement, address: string): Promise<Dimensions | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), METADATA_TIMEOUT);
    const done = (dimensions: Dimensions | undefined) => {
      clearTimeout(timer);
      media.removeAttribute('src');
      resolve(dimensions);
    };
    media.preload = 'metadata';
    media.onerror = () => done(undefined);
    media.onloadedmetadata = () => {
      const durationMillis = Number.isFinite(media.duration) ? Math.round(media.duration * 1000) : undefined;
      const isVideo = media instanceof HTMLVideoElement && media.videoWidth > 0;
      done(isVideo ? { width: media.videoWidth, height: media.videoHeight, durationMillis } : { durationMillis });
    };
    media.src = address;
  });
}

/** Returns the files of a paste or a drop, and whether there was a folder among them. */
export function filesOf(transfer: DataTransfer | null): { files: File[]; folders: boolean } {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  const isFolder = (item: DataTransferItem) => item.webkitGetAsEntry?.()?.isDirectory ?? false;
  const files = items.filter((item) => !isFolder(item)).map((item) => item.getAsFile());
  return { files: files.filter((file) => file !== null), folders: items.some(isFolder) };
}
