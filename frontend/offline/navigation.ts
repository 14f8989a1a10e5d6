import { Router, type Commands, type RouteContext } from '@vaadin/router';
import { emit } from '../model/page-events.ts';
import { connected, onConnectionChange, setConnectionLost, setConnected } from '../platform/connection.ts';
import { FlowRecovery } from './flow-recovery.ts';
import { applyLook } from './look.ts';
import { loadLocalView } from './local-shell.ts';
import type { OfflineApp } from './offline-app.ts';
import { placeOf } from './place.ts';
import { resumption } from './resumption.ts';
import { ServerProbe } from './server-probe.ts';

/** Milliseconds without an answer of the server after which a place is shown from the local copy. */
const PATIENCE = 5000;
/** The same for the first view of a page, which begins with a download. */
const START_PATIENCE = 30_000;

/** The address of the offline page itself, which stands for any other; see OfflinePageController.java. */
const OFFLINE_PAGE = '/offline.html';

/** The element in which Flow shows its views. */
interface FlowContainer extends HTMLElement {
  onBeforeEnter?(context: RouteContext, commands: Commands): Promise<unknown>;
  onAfterLeave?(): void;
}

/** Flow's way to a view: resolves to its container, or to a stub that it shows when it has no connection. */
export type FlowAction = (context: RouteContext) => Promise<HTMLElement>;

type Target = Pick<RouteContext, 'pathname' | 'search' | 'hash'>;

/**
 * Navigation of all pages. With a server it leads to Flow's views; without one, or if the server does not answer in time,
 * the place is shown from the local copy, and by Flow as soon as the server is back. No click, step back or reload leads out
 * of the app.
 *
 * @see src/docs/decisions/055-navigation-without-a-server.md
 */
export class Navigation {
  private readonly flow: FlowAction;
  private router?: Router;
  private app?: OfflineApp;
  private readonly probe = new ServerProbe(setConnected);
  /** Flow on its way to its first view: it must not begin twice. */
  private flowStart?: Promise<HTMLElement>;
  /** Whether Flow has begun, and looks after the connection itself. */
  private flowStarted = false;
  /** Whether there was a connection at its last change. */
  private online = connected();
  /** The number of the latest navigation that Flow was asked for: it answers no earlier one after that. */
  private latest = 0;
  /** The navigation that Flow has not answered yet; 0 if there is none. */
  private pending = 0;
  /** Whether a view of Flow was asked for, and the server has not answered in time. */
  private stalled = false;

  constructor(flow: FlowAction) {
    this.flow = flow;
  }

  /** @param offline whether this is the page that is shown because the server could not be reached */
  start(outlet: Element, offline: boolean): void {
    resumption.resume();
    onConnectionChange((_, state) => this.onConnectionChange(state));
    new FlowRecovery().start();
    if (offline) {
      if (location.pathname === OFFLINE_PAGE) {
        history.replaceState(null, '', '/');
      }
      setConnectionLost();
    }
    this.router = new Router(outlet);
    window.addEventListener('vaadin-router-location-changed', () => removeFirstPaint());
    void this.router.setRoutes([{ path: '(.*)', action: (context) => this.enter(context) }]);
  }

  private async enter(context: RouteContext): Promise<HTMLElement> {
    const app = !connected() || this.stalled ? await this.loadApp() : undefined;
    if (app) {
      return this.showLocal(app, context);
    }
    await connection();
    this.latest++;
    resumption.begin(addressOf(context));
    const answer = this.callFlow(context);
    const container: FlowContainer = await this.inTime(context, answer, this.flowStarted ? PATIENCE : START_PATIENCE);
    if (!container.localName.startsWith('flow-container')) {
      return this.enter(context);
    }
    this.flowStarted = true;
    container.onAfterLeave = () => keepContent(container);
    const enter = container.onBeforeEnter;
    container.onBeforeEnter = (target, commands) => this.awaitView(target, enter?.(target, commands));
    return container;
  }

  private callFlow(context: RouteContext): Promise<HTMLElement> {
    if (this.flowStarted) {
      return this.flow(context);
    }
    this.flowStart ??= this.flow(context).finally(() => (this.flowStart = undefined));
    return this.flowStart;
  }

  /** Waits for the server's answer to a navigation; where it does not come, the place is shown from the local copy. */
  private async awaitView(target: RouteContext, answer: Promise<unknown> | undefined): Promise<unknown> {
    const result = await this.inTime(target, Promise.resolve(answer), PATIENCE);
    resumption.end();
    if (this.app?.isConnected) {
      emit('before-view', undefined);
    }
    void this.router?.ready.then(() => this.onView());
    return result;
  }

  private onView(): void {
    emit('after-view', undefined);
    if (document.querySelector('.shell')) {
      // A page without a service worker cannot load it once the server is away, and browsers do not try twice.
      (globalThis.requestIdleCallback ?? setTimeout)(() => void this.loadApp());
    }
  }

  /** Resolves to the element of the local view; to undefined where it cannot be loaded. */
  private async loadApp(): Promise<OfflineApp | undefined> {
    try {
      await import('./offline-app.ts');
    } catch {
      return undefined;
    }
    this.app ??= document.createElement('charla-offline-app') as OfflineApp;
    return this.app;
  }

  /** Resolves to an answer of the server. Where it does not come in time the place is shown from the local copy meanwhile. */
  private async inTime<T>(target: Target, answer: Promise<T>, patience: number): Promise<T> {
    const navigation = this.latest;
    let detoured = false;
    const detour = async (stalled: boolean) => {
      if ((await this.loadApp()) && this.pending === navigation && navigation === this.latest) {
        detoured = true;
        this.stalled ||= stalled;
        void this.router?.render(target, true);
      }
    };
    const timer = setTimeout(() => void detour(true), patience);
    const stopListening = onConnectionChange(() => connected() || void detour(false));
    this.pending = navigation;
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      stopListening();
      if (this.pending === navigation) {
        this.pending = 0;
      }
      if (detoured && connected()) {
        this.recover();
      }
    }
  }

  /** A request under way ("loading") tells nothing of the connection: the navigation that recovers from a loss makes some. */
  private onConnectionChange(state: string): void {
    const before = this.online;
    this.online = state === 'loading' ? before : connected();
    if (this.online && !before) {
      this.recover();
    }
  }

  /** Has Flow show what the local copy shows now. */
  private recover(): void {
    this.stalled = false;
    if (this.app?.isConnected && !this.pending) {
      const { pathname, search, hash } = location;
      void this.router?.render({ pathname, search, hash });
    }
  }

  private async showLocal(app: OfflineApp, { pathname, search = '' }: Target): Promise<HTMLElement> {
    resumption.end();
    if (!this.flowStarted) {
      this.probe.start();
    }
    const view = await loadLocalView(placeOf(pathname, search));
    if (view.look && document.documentElement.hasAttribute('data-offline')) {
      applyLook(view.look);
    }
    app.show(view);
    if (connected() && !this.stalled) {
      // The connection came back while this was loading.
      void this.router?.ready.then(() => this.recover());
    }
    return app;
  }
}

/** Resolves as soon as there is a connection. */
function connection(): Promise<void> {
  return new Promise((resolve) => {
    if (connected()) {
      resolve();
      return;
    }
    const stop = onConnectionChange(() => {
      if (connected()) {
        stop();
        resolve();
      }
    });
  });
}

/** Puts back what the router removes from an element that it has left: Flow goes on with the elements of its container. */
function keepContent(container: HTMLElement): void {
  const content = [...container.childNodes];
  queueMicrotask(() => container.append(...content));
}

function addressOf({ pathname, search = '', hash = '' }: Target): string {
  return pathname + search + hash;
}

/** Removes the skeleton with which the server's page begins; see FirstPaint.java. */
function removeFirstPaint(): void {
  document.getElementById('charla-first-paint')?.remove();
}
