/** Vaadin Flow's record of the connection. */
interface ConnectionStateStore {
  state: string;
  addStateChangeListener(listener: (previous: string, current: string) => void): void;
  removeStateChangeListener(listener: (previous: string, current: string) => void): void;
}

function stateStore(): ConnectionStateStore | undefined {
  return (window as { Vaadin?: { connectionState?: ConnectionStateStore } }).Vaadin?.connectionState;
}

/**
 * Whether the page is connected to the server, as far as Flow knows. The browser's navigator.onLine is of no use: it is
 * false on a machine without a network that reaches a server on itself.
 */
export function connected(): boolean {
  const state = connectionState();
  return state === undefined || state === 'connected' || state === 'loading';
}

/** Flow's name of the state of the connection. */
export function connectionState(): string | undefined {
  return stateStore()?.state;
}

/** Notes that the server cannot be reached: on a page that was started without one, where Flow does not know yet. */
export function setConnectionLost(): void {
  setState('connection-lost');
}

/** Notes that the server can be reached, where Flow does not notice it itself. */
export function setConnected(): void {
  setState('connected');
}

function setState(state: string): void {
  const store = stateStore();
  if (store) {
    store.state = state;
  }
}

/**
 * Calls back whenever the page may have been suspended or offline before: network, focus, visibility, page cache and
 * connection; until the returned function is called.
 */
export function onWake(wake: () => void): () => void {
  const visible = () => document.visibilityState === 'visible' && wake();
  const reconnected = (previous: string, current: string) => {
    if (current === 'connected' && previous !== 'loading') {
      wake();
    }
  };
  const store = stateStore();
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

/** Calls back with the states before and after whenever connected() may have changed; until the returned function is called. */
export function onConnectionChange(changed: (previous: string, current: string) => void): () => void {
  const store = stateStore();
  store?.addStateChangeListener(changed);
  return () => store?.removeStateChangeListener(changed);
}

/** Rejects if the answer is missing or takes longer; does not cancel what is under way. */
export function withTimeout<T>(milliseconds: number, answer: Promise<T> | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    if (!answer) {
      reject(new Error('The server is not there yet'));
      return;
    }
    const timer = setTimeout(() => reject(new Error('No answer in time')), milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
