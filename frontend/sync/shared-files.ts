const CACHE = 'charla-shared';
/** As many as a message takes. */
const MAX_FILES = 10;

/** Keeps the files that another app shares until the person has chosen a chat; called by the service worker. */
export async function keepSharedFiles(files: File[]): Promise<void> {
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  const kept = files.filter(({ size }) => size > 0).slice(0, MAX_FILES);
  await Promise.all(
    kept.map((file, at) => {
      const headers = { 'Content-Type': file.type, 'X-File-Name': encodeURIComponent(file.name) };
      return cache.put(`/shared/${at}`, new Response(file, { headers }));
    })
  );
}

/** Returns the files that another app shares. */
export async function sharedFiles(): Promise<File[]> {
  if (!(await globalThis.caches?.has(CACHE))) {
    return [];
  }
  const cache = await caches.open(CACHE);
  const files: File[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    const blob = await response?.blob();
    if (response && blob) {
      const name = decodeURIComponent(response.headers.get('X-File-Name') ?? '') || 'file';
      files.push(new File([blob], name, { type: response.headers.get('Content-Type') ?? '' }));
    }
  }
  return files;
}

/** Forgets the files that another app shared. */
export async function clearSharedFiles(): Promise<void> {
  await globalThis.caches?.delete(CACHE);
}
