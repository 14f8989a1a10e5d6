const STORAGE_KEY = 'charla.destination';
/** Milliseconds within which the page has to be there again. */
const VALIDITY = 60_000;

/**
 * Resumption of a navigation that a reload interrupted: a page whose session has ended, as after hours of sleep or a restart
 * of the server, notices with the next click and reloads where it is, not where the click led to.
 */
export const resumption = {
  /** Notes where the page is going. */
  begin(address: string): void {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ address, at: Date.now() }));
  },

  end(): void {
    sessionStorage.removeItem(STORAGE_KEY);
  },

  /** Makes the interrupted destination the address of this page, if it is one that was reloaded on the way there. */
  resume(): void {
    const saved = sessionStorage.getItem(STORAGE_KEY);
    resumption.end();
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (saved && entry?.type === 'reload') {
      const { address, at } = JSON.parse(saved) as { address: string; at: number };
      if (Date.now() - at < VALIDITY && address !== location.pathname + location.search + location.hash) {
        history.pushState(null, '', address);
      }
    }
  }
};
