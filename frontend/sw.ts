/// <reference lib="webworker" />

import { clientsClaim, type WorkboxPlugin } from 'workbox-core';
import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching/_types';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';
import { keepSharedFiles } from './sync/shared-files.ts';

declare var self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: PrecacheEntry[];
  __WB_DISABLE_DEV_LOGS: boolean;
  /** Files that the server only knows at run time, as the offline page and the icons; set by the script below. */
  additionalManifestEntries?: PrecacheEntry[];
};

/** The address of the page that is shown when the server cannot be reached; see OfflinePageController.java. */
const OFFLINE_PAGE = '/offline.html';
/** Answers of a proxy whose server is away, or of a server whose database is. */
const AWAY = [502, 503, 504];
/** Seconds after which a page counts as not answered. */
const PAGE_TIMEOUT = 15;

self.__WB_DISABLE_DEV_LOGS = true;
self.importScripts('sw-runtime-resources-precache.js');
void self.skipWaiting();
clientsClaim();

// The start page is rendered for one person by the server: it is never cached. The offline page is made of the same file.
const built = [...(self.__WB_MANIFEST ?? []), ...(self.additionalManifestEntries ?? [])];
const entryPage = built.find(({ url }) => url === 'index.html');
const entries = built.filter(({ url }) => !['.', 'index.html', 'offline-stub.html'].includes(url));
entries.push({ url: OFFLINE_PAGE, revision: entryPage?.revision ?? null });
// The share target page gets its data in query parameters and needs no server, so it is served from the cache.
precacheAndRoute(entries, { ignoreURLParametersMatching: [/^(title|text|url)$/] });

const PICTURES = /^\/(s\/[^/]+\/media|people\/[^/]+\/avatar)\//;

/** The share target gets its files in a form, which no server sees: they wait in a cache for the page that asks for the chat. */
registerRoute(
  ({ url }) => url.pathname === '/share-target.html',
  async ({ request }) => {
    const form = await request.formData();
    await keepSharedFiles(form.getAll('files').filter((each) => each instanceof File));
    const text = new URLSearchParams();
    for (const name of ['title', 'text', 'url']) {
      const value = form.get(name);
      if (typeof value === 'string' && value) {
        text.set(name, value);
      }
    }
    return Response.redirect(`/share-target.html?${text}`, 303);
  },
  'POST'
);

let connectionLost = false;
const watchConnection: WorkboxPlugin = {
  async fetchDidFail() {
    connectionLost = true;
  },
  async fetchDidSucceed({ response }) {
    connectionLost = false;
    return response;
  }
};
const network = new NetworkOnly({ plugins: [watchConnection], networkTimeoutSeconds: PAGE_TIMEOUT });

/**
 * Navigation: pages are fetched from the server; when it cannot be reached, the offline page is shown for any address, which
 * shows the same place from the local copy. Media are excluded: what opens a file has nothing to show instead.
 */
registerRoute(
  new NavigationRoute(
    async (context) => {
      const offlinePage = () => matchPrecache(OFFLINE_PAGE);
      try {
        const answer = await network.handle(context);
        return (AWAY.includes(answer.status) && (await offlinePage())) || answer;
      } catch (failure) {
        const page = await offlinePage();
        if (!page) {
          throw failure;
        }
        return page;
      }
    },
    { denylist: [/^\/s\/[^/]+\/media\//] }
  )
);

/** Pictures of the local copy, which the page keeps and removes (sync/picture-copies.ts): shown when the server is away. */
registerRoute(
  ({ url, request, sameOrigin }) => sameOrigin && request.destination === 'image' && PICTURES.test(url.pathname),
  async ({ request }) => {
    try {
      return await fetch(request);
    } catch (failure) {
      const kept = await (await caches.open('charla-pictures')).match(request.url);
      if (!kept) {
        throw failure;
      }
      return kept;
    }
  }
);

/** Answers Flow's connection state, which asks for the last result when its page loads. */
self.addEventListener('message', (event) => {
  const { data } = event;
  if (data?.method === 'Vaadin.ServiceWorker.isConnectionLost' && 'id' in data) {
    event.source?.postMessage({ id: data.id, result: connectionLost });
  }
});
