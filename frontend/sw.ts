/// <reference lib="webworker" />

import { clientsClaim, type WorkboxPlugin } from 'workbox-core';
import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching/_types';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';

declare var self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: PrecacheEntry[];
  __WB_DISABLE_DEV_LOGS: boolean;
  /** Files that the server only knows at run time, as the offline page and the icons; set by the script below. */
  additionalManifestEntries?: PrecacheEntry[];
};

/** The address of the offline page; set by the build from @PWA(offlinePath). */
declare var OFFLINE_PATH: string;

self.__WB_DISABLE_DEV_LOGS = true;
self.importScripts('sw-runtime-resources-precache.js');
void self.skipWaiting();
clientsClaim();

// The start page is rendered for one person by the server: it is never cached.
const entries = [...(self.__WB_MANIFEST ?? []), ...(self.additionalManifestEntries ?? [])].filter(
  (entry) => entry.url !== '.' && entry.url !== 'index.html'
);
// The share target page gets its data in query parameters and needs no server, so it is served from the cache.
precacheAndRoute(entries, { ignoreURLParametersMatching: [/^(title|text|url)$/] });

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
const network = new NetworkOnly({ plugins: [watchConnection] });

/**
 * Navigation: pages are fetched from the server; when it cannot be reached, the offline page is shown for any address.
 * Media are excluded: they are neither replaced nor cached here, so that nobody finds them after a sign-out.
 */
registerRoute(
  new NavigationRoute(
    async (context) => {
      try {
        return await network.handle(context);
      } catch (failure) {
        const page = await matchPrecache(OFFLINE_PATH);
        if (!page) {
          throw failure;
        }
        return page;
      }
    },
    { denylist: [/^\/s\/[^/]+\/media\//] }
  )
);

/** Answers Flow's connection state, which asks for the last result when its page loads. */
self.addEventListener('message', (event) => {
  const { data } = event;
  if (data?.method === 'Vaadin.ServiceWorker.isConnectionLost' && 'id' in data) {
    event.source?.postMessage({ id: data.id, result: connectionLost });
  }
});
