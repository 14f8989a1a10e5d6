import { emit } from '../model/page-events.ts';
import { EDGE } from '../platform/touch.ts';
import { topLayer } from './layers.ts';

/** The part of a history entry's state that is kept here. */
interface Entry {
  /** The number of the entry among those of this app. */
  index: number;
  /** The address from which it was reached by a link. */
  from?: string;
  /** Whether it only stands for what lies on top of the page. */
  guard?: boolean;
}

const KEY = 'charla';
/** The width up to which either the list or a page shows, as in shell.css. */
const narrow = matchMedia('(max-width: 760px)');
/** Pixels of an edge swipe that goes back. */
const BACK = 90;
/** Milliseconds after a touch at which what it opened is open. */
const OPENED = 400;

const push = history.pushState.bind(history);
const replace = history.replaceState.bind(history);
const known = entryOf(history.state);
let current: Entry = known ?? { index: 0 };
/** The path of the view that the server shows. */
let served = location.pathname;
/** Whether the next popstate is the one that this module causes. */
let restoring = false;

function entryOf(state: unknown): Entry | undefined {
  return (state as Record<string, Entry> | null)?.[KEY];
}

function address(): string {
  return location.pathname + location.search;
}

function chatOf(path: string): string | undefined {
  return /^\/s\/[^/]+\/c\/([^/]+)$/.exec(path)?.[1];
}

function listOf(path: string): string | undefined {
  return /^(\/s\/[^/]+)\/c\/[^/]+$/.exec(path)?.[1];
}

function shell(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.shell');
}

// --- the entries of the history ---

history.pushState = (state: object | null, unused: string, url?: string | URL | null): void => {
  current = { index: current.index + 1, from: address() };
  push({ ...state, [KEY]: current }, unused, url);
  arrived();
};

history.replaceState = (state: object | null, unused: string, url?: string | URL | null): void => {
  replace({ ...state, [KEY]: current }, unused, url);
  arrived();
};

/** Called when the server shows the view of the address. */
function arrived(): void {
  served = location.pathname;
  delete shell()?.dataset.place;
  opened();
}

// The router listens on the window, too, and is created after this: see index.ts.
window.addEventListener(
  'popstate',
  (event) => {
    if (event.isTrusted && onPop(entryOf(event.state) ?? { index: current.index - 1 })) {
      event.stopImmediatePropagation();
    }
  },
  true
);

/** Handles a step in the history. Returns whether the router need not know. */
function onPop(to: Entry): boolean {
  const from = current;
  const back = to.index < from.index;
  const close = back && !restoring ? topLayer() : undefined;
  current = to;
  if (close) {
    close();
    restoring = true;
    history.go(from.index - to.index);
    return true;
  }
  if (restoring) {
    restoring = false;
    return true;
  }
  if (from.guard && back) {
    history.back();
    return true;
  }
  return showKept();
}

/** Shows what the page still has: the list beside the chat, or that chat again. */
function showKept(): boolean {
  const place = shell();
  if (!narrow.matches || !place) {
    served = location.pathname;
    return false;
  }
  if (location.pathname === listOf(served)) {
    place.dataset.place = 'list';
    emit('place', { chat: '' });
    return true;
  }
  if (location.pathname === served && place.dataset.place === 'list') {
    showServed(place);
    return true;
  }
  served = location.pathname;
  delete place.dataset.place;
  return false;
}

function showServed(place: HTMLElement): void {
  delete place.dataset.place;
  emit('place', { chat: chatOf(served) ?? '' });
}

// --- links ---

window.addEventListener(
  'click',
  (event) => {
    const link = event.composedPath().find((each): each is HTMLAnchorElement => each instanceof HTMLAnchorElement);
    const modified = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link?.hasAttribute('router-link') || modified || event.defaultPrevented) {
      return;
    }
    if (link.classList.contains('back')) {
      stop(event);
      goBack(link);
    } else if (chatOf(link.pathname) && !link.search) {
      open(link, event);
    } else {
      served = ''; // even where the address stays, the view does not
    }
  },
  true
);

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Follows a link back without a new entry: by a step back where that leads there, else in place of the present entry. */
function goBack(link: HTMLAnchorElement): void {
  if (current.from && new URL(current.from, location.href).pathname === link.pathname) {
    history.back();
    return;
  }
  replace({ [KEY]: current }, '', link.href);
  if (!showKept()) {
    dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }));
  }
}

/** Opens a chat at once: the one that is still there for good, another one with the messages that this page has of it. */
function open(link: HTMLAnchorElement, event: Event): void {
  const place = shell();
  const chat = chatOf(link.pathname);
  if (!place || !chat) {
    return;
  }
  if (place.dataset.place === 'list' && link.pathname === served) {
    stop(event);
    current = { index: current.index + 1, from: address() };
    push({ [KEY]: current }, '', link.href);
    showServed(place);
    return;
  }
  const pane = place.querySelector<HTMLElement>('.conversation-pane');
  if (pane && link.pathname !== served && navigator.onLine) {
    pane.dataset.opening = link.querySelector('.title')?.textContent ?? '';
    pane.querySelector('charla-composer')?.toggleAttribute('inert', true);
    place.dataset.place = 'chat';
    emit('opening', { chat });
  }
}

/** Ends what {@link open} began. */
function opened(): void {
  const pane = document.querySelector<HTMLElement>('.conversation-pane[data-opening]');
  delete pane?.dataset.opening;
  pane?.querySelector('charla-composer')?.toggleAttribute('inert', false);
}

// --- touch ---

/** Puts the list under a chat that was opened from outside, and an entry above the first one for what lies on top of it. */
function fillHistory(): void {
  const list = listOf(location.pathname);
  if (current.index > 0 || !narrow.matches || !shell()) {
    return;
  }
  if (list) {
    const here = location.href;
    replace({ [KEY]: current }, '', list);
    current = { index: 1, from: list };
    push({ [KEY]: current }, '', here);
  } else if (topLayer()) {
    current = { index: 1, from: address(), guard: true };
    push({ [KEY]: current }, '');
  }
}

// Entries that were made without a touch are passed over by the back button of some browsers.
window.addEventListener('pointerup', () => setTimeout(fillHistory, OPENED), true);

/** The touch that began at the edge. */
let edge: { id: number; x: number; content: HTMLElement } | undefined;

window.addEventListener('pointerdown', (event) => {
  const back = document.querySelector<HTMLElement>('.content .back');
  const content = document.querySelector<HTMLElement>('.content');
  const begins = event.pointerType === 'touch' && event.isPrimary && event.clientX < EDGE;
  edge =
    begins && narrow.matches && back?.offsetParent && content
      ? { id: event.pointerId, x: event.clientX, content }
      : undefined;
});

window.addEventListener('pointermove', (event) => {
  if (edge?.id === event.pointerId) {
    edge.content.style.translate = `${Math.max(0, event.clientX - edge.x)}px 0`;
  }
});

const endOfSwipe = (event: PointerEvent): void => {
  if (edge?.id !== event.pointerId) {
    return;
  }
  const { content, x } = edge;
  edge = undefined;
  content.style.translate = '';
  if (event.type === 'pointerup' && event.clientX - x > BACK) {
    document.querySelector<HTMLElement>('.content .back')?.click();
  }
};
window.addEventListener('pointerup', endOfSwipe);
window.addEventListener('pointercancel', endOfSwipe);
