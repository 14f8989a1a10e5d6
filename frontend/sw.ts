/// <reference lib="webworker" />

import { clientsClaim, type WorkboxPlugin } from 'workbox-core';
import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching/_types';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';

declare var self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: PrecacheEntry[];
  __WB_DISABLE_DEV_LOGS: boolean;
  /** Filled by the script below: what the server only knows at run time, as the offline page and the icons. */
  additionalManifestEntries?: PrecacheEntry[];
};

/** Where the offline page is; set by the build from @PWA(offlinePath). */
declare var OFFLINE_PATH: string;

self.__WB_DISABLE_DEV_LOGS = true;
self.importScripts('sw-runtime-resources-precache.js');
void self.skipWaiting();
clientsClaim();

// The start page is made for one person by the server: it is never kept.
const entries = [...(self.__WB_MANIFEST ?? []), ...(self.additionalManifestEntries ?? [])].filter(
  (entry) => entry.url !== '.' && entry.url !== 'index.html'
);
// What another app shares stands in the address of the page that takes it: that page is at hand, and asks no server.
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
 * Pages come from the server; where it cannot be reached, the offline page stands in, whatever the address. What people send
 * each other is no page: it is neither replaced nor kept here, so that nobody finds it after signing out.
 */
registerRoute(
  new NavigationRoute(async (context) => {
    try {
      return await network.handle(context);
    } catch (failure) {
      const page = await matchPrecache(OFFLINE_PATH);
      if (!page) {
        throw failure;
      }
      return page;
    }
  }, { denylist: [/^\/s\/[^/]+\/media\//] })
);

/** Flow's connection state asks this when its page loads. */
self.addEventListener('message', (event) => {
  const { data } = event;
  if (data?.method === 'Vaadin.ServiceWorker.isConnectionLost' && 'id' in data) {
    event.source?.postMessage({ id: data.id, result: connectionLost });
  }
});
