/** The longest side of a photo that is made smaller, in pixels: as much as any screen shows of it. */
const MAX_SIDE = 2048;
const QUALITY = 0.85;
/** What cameras make. Drawings and screenshots stay as they are. */
const PHOTO = /^image\/(jpeg|heic|heif)$/;
const STORAGE_KEY = 'charla.photo-originals';

/** Whether the person wants photos to be sent as they are; remembered by this browser. */
export const originals = {
  get wanted(): boolean {
    try {
      return localStorage.getItem(STORAGE_KEY) === 'true';
    } catch {
      return false;
    }
  },

  set wanted(on: boolean) {
    try {
      localStorage.setItem(STORAGE_KEY, String(on));
    } catch (failure) {
      console.debug('The choice is not kept: this browser lends no storage.', failure);
    }
  }
};

/** Returns a smaller copy of a photo; undefined for any other file, and where the copy would not be smaller. */
export async function smallerPhoto(file: File): Promise<File | undefined> {
  if (!PHOTO.test(file.type)) {
    return undefined;
  }
  try {
    const full = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = MAX_SIDE / Math.max(full.width, full.height);
    const copy = scale < 1 ? await draw(full, Math.round(full.width * scale), Math.round(full.height * scale)) : null;
    full.close();
    return copy && copy.size < file.size
      ? new File([copy], file.name.replace(/\.\w+$/, '.jpg'), { type: copy.type, lastModified: file.lastModified })
      : undefined;
  } catch (failure) {
    console.debug('The photo is sent as it is: this browser cannot read it.', failure);
    return undefined;
  }
}

function draw(image: ImageBitmap, width: number, height: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) {
    return Promise.resolve(null);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}
