import { connected } from '../platform/connection.ts';
import { clearDrafts } from './drafts.ts';
import { aliasLocalAddress, fileStore } from './file-store.ts';
import { clearOfflineCopies } from './offline-copy.ts';
import type { Entry } from './outbox-entry.ts';
import { IndexedDbStore } from './outbox-store.ts';
import { Outbox } from './outbox.ts';
import { clearPictureCopies } from './picture-copies.ts';
import { clearSharedFiles } from './shared-files.ts';
import { clearShellCopies } from './shell-copy.ts';
import { withExclusiveTabLock, withTabLock } from './tab-lock.ts';
import { Uploads } from './uploads.ts';

const outboxChanges = typeof BroadcastChannel === 'function' ? new BroadcastChannel('charla-outbox') : undefined;

/** The one outbox of this page, shared with the other tabs through IndexedDB. */
export const outbox = new Outbox(new IndexedDbStore(), {
  connected,
  withLock: withTabLock,
  notifyTabs: () => outboxChanges?.postMessage('changed')
});
outboxChanges?.addEventListener('message', () => void outbox.refresh());

/** The uploads of the outbox's attachments. */
export const uploads = new Uploads(outbox, withExclusiveTabLock);
outbox.addEventListener('sent', (event) => {
  const { entry } = (event as CustomEvent<{ entry: Entry }>).detail;
  entry.media?.forEach(({ key, id }) => aliasLocalAddress(key, id ?? ''));
});
outbox.addEventListener('files-removed', (event) => {
  (event as CustomEvent<string[]>).detail.forEach((key) => void fileStore.remove(key));
});
void fileStore.removeExpired();

/** Removes drafts, unsent messages and the local copy from this browser, as before signing out. */
export async function clearLocalData(): Promise<void> {
  clearDrafts();
  await outbox.clear();
  await fileStore.clear();
  await clearOfflineCopies();
  await clearSharedFiles();
  await clearShellCopies();
  await clearPictureCopies();
}

declare global {
  interface Window {
    /** The functions that server-side views call in the page; see LocalData.java. */
    charla?: { clearLocalData(): Promise<void> };
  }
}
window.charla = { clearLocalData };
