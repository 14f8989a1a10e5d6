/** The cache of the pictures that belong to the local copy; sw.ts answers from it when the server cannot be reached. */
const CACHE = 'charla-pictures';
const MAX_PICTURES = 400;

/** Keeps pictures by their addresses; the oldest beyond 400 are removed. Does nothing where the browser has no cache. */
export async function keepPictures(addresses: string[]): Promise<void> {
  if (!('caches' in window)) {
    return;
  }
  try {
    const cache = await caches.open(CACHE);
    for (const address of addresses) {
      if (!(await cache.match(address))) {
        const answer = await fetch(address, { credentials: 'same-origin' });
        if (answer.ok && !answer.redirected) {
          await cache.put(address, answer);
        }
      }
    }
    const kept = await cache.keys();
    await Promise.all(kept.slice(0, Math.max(0, kept.length - MAX_PICTURES)).map((each) => cache.delete(each)));
  } catch (failure) {
    console.debug('Pictures are not kept for showing them offline.', failure);
  }
}

/** Removes all kept pictures. */
export async function clearPictureCopies(): Promise<void> {
  await globalThis.caches?.delete(CACHE).catch(() => false);
}
