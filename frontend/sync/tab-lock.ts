/** Locks held by one tab of this browser at a time, with the Web Locks API where there is one. */

const TIMEOUT = 20_000;

/**
 * Runs work while no other tab runs work of the same name, or in any case after 20 s: a tab that never releases its lock
 * only delays the others. Fit for work that does no harm when done twice, such as sending a message.
 */
export async function withTabLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!navigator.locks) {
    return work();
  }
  let started = false;
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(TIMEOUT) }, () => {
      started = true;
      return work();
    });
  } catch (failure) {
    if (started) {
      throw failure;
    }
    return work();
  }
}

/**
 * Runs work while no other tab runs work of the same name, and waits for them until the signal aborts. Fit for uploads: a
 * file is large, and half of it is of no use.
 */
export function withExclusiveTabLock<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(name, { signal }, work) : work();
}
