interface ConnectionStateStore {
  state: string;
  addStateChangeListener(listener: (previous: string, current: string) => void): void;
  removeStateChangeListener(listener: (previous: string, current: string) => void): void;
}

function flowState(): ConnectionStateStore | undefined {
  return (window as { Vaadin?: { connectionState?: ConnectionStateStore } }).Vaadin?.connectionState;
}

/**
 * Whether the page believes it can reach the server. The browser's own word (navigator.onLine) is not asked: it says no on a
 * machine that talks to itself without a network.
 */
export function connected(): boolean {
  const state = flowState()?.state;
  return state === undefined || state === 'connected' || state === 'loading';
}

/** Calls back whenever the page may have come back to life: network, window, tab, memory or connection. */
export function onWake(wake: () => void): () => void {
  const visible = () => document.visibilityState === 'visible' && wake();
  const reconnected = (previous: string, current: string) => {
    if (current === 'connected' && previous !== 'loading') {
      wake();
    }
  };
  const store = flowState();
  window.addEventListener('online', wake);
  window.addEventListener('focus', wake);
  window.addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', visible);
  store?.addStateChangeListener(reconnected);
  return () => {
    window.removeEventListener('online', wake);
    window.removeEventListener('focus', wake);
    window.removeEventListener('pageshow', wake);
    document.removeEventListener('visibilitychange', visible);
    store?.removeStateChangeListener(reconnected);
  };
}

/** Calls back whenever connected() may have changed. */
export function onConnection(changed: () => void): () => void {
  const store = flowState();
  store?.addStateChangeListener(changed);
  return () => store?.removeStateChangeListener(changed);
}

/** Rejects when the answer takes longer; the question itself cannot be taken back. */
export function within<T>(milliseconds: number, answer: Promise<T> | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    if (!answer) {
      reject(new Error('The server is not there yet'));
      return;
    }
    const timer = setTimeout(() => reject(new Error('No answer in time')), milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
