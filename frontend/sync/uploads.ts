import type { Attachment } from '../model/media.ts';
import type { Entry } from './outbox-entry.ts';

/** The protocol by which a file is uploaded. */
export interface Uploader {
  /**
   * Uploads a file, from where an earlier try ended, and resolves with its id on the server.
   *
   * @throws RefusedUpload if the server will never take it; any other failure is tried again
   */
  upload(attachment: Attachment, context: UploadContext): Promise<string>;
  /** Cancels an upload on the server, which then removes what it has of the file. */
  cancel(attachment: Attachment): Promise<void>;
}

/** The receiver of an upload's progress. */
export interface UploadContext {
  /** Aborts when no message needs the file any more, or the page stops uploading. */
  signal: AbortSignal;
  /** Saves the URL path at which the upload can be resumed. */
  saveAddress(address: string): Promise<void>;
  /** Reports the share of the file that has arrived, between 0 and 1. */
  reportProgress(share: number): void;
}

/** A refusal by the server, with its reason as a sentence for the person. */
export class RefusedUpload extends Error {}

/** The outbox as uploads use it; see Outbox. */
export interface PendingFiles extends EventTarget {
  waiting(account: string, space: string): Entry[];
  find(clientId: string): Promise<Entry | undefined>;
  hasFile(key: string): boolean;
  updateFile(clientId: string, key: string, change: Partial<Attachment>): Promise<void>;
  markFailed(clientId: string, reason: string): Promise<void>;
}

/** Runs work while no other tab runs work of the same name. */
export type WithLock = <T>(name: string, signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

const MAX_CONCURRENT = 3;
const MAX_RETRY_DELAY = 30_000;

interface ActiveUpload {
  clientId: string;
  attachment: Attachment;
  controller: AbortController;
}

/** The account and space whose files are uploaded. */
interface UploadScope {
  account: string;
  space: string;
  uploader: Uploader;
}

/**
 * The uploads of waiting messages' files, three at a time, tried again until they succeed. The upload of a file that is
 * removed from its message, or whose message is discarded, is cancelled, also on the server.
 *
 * Events: `progress` (detail: key) whenever more of a file has arrived.
 */
export class Uploads extends EventTarget {
  private readonly files: PendingFiles;
  private readonly withLock: WithLock;
  private readonly active = new Map<string, ActiveUpload>();
  private readonly shares = new Map<string, number>();
  /** The scopes that may be uploaded, the preferred one last. */
  private scopes: UploadScope[] = [];
  private failures = 0;
  private notBefore = 0;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(files: PendingFiles, withLock: WithLock) {
    super();
    this.files = files;
    this.withLock = withLock;
    files.addEventListener('change', () => this.startPending());
  }

  /** Returns the share of a file that has arrived, between 0 and 1; undefined if this page does not upload it now. */
  progress(key: string): number | undefined {
    return this.shares.get(key);
  }

  /**
   * Starts uploading for an account and space in place of those before, which take over again when these are stopped;
   * returns a function that stops it.
   */
  start(account: string, space: string, uploader: Uploader): () => void {
    this.stop();
    const scope = { account, space, uploader };
    this.scopes = [...this.scopes, scope];
    this.retryNow();
    return () => {
      const current = this.scope === scope;
      this.scopes = this.scopes.filter((each) => each !== scope);
      if (current) {
        this.stop();
        this.retryNow();
      }
    };
  }

  private get scope(): UploadScope | undefined {
    return this.scopes.at(-1);
  }

  /** Tries at once, as after a reconnection. */
  retryNow(): void {
    this.failures = 0;
    this.notBefore = 0;
    this.startPending();
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.active.forEach(({ controller }) => controller.abort());
    this.active.clear();
    this.shares.clear();
  }

  private startPending(): void {
    const { scope } = this;
    if (!scope) {
      return;
    }
    const entries = this.files.waiting(scope.account, scope.space);
    this.cancelUnneeded(entries, scope.uploader);
    const delay = this.notBefore - Date.now();
    if (delay > 0) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.startPending(), delay);
      return;
    }
    for (const { clientId, media } of entries) {
      for (const attachment of media ?? []) {
        if (this.active.size < MAX_CONCURRENT && !attachment.id && !this.active.has(attachment.key)) {
          void this.upload(scope, { clientId, attachment, controller: new AbortController() });
        }
      }
    }
  }

  private cancelUnneeded(entries: Entry[], uploader: Uploader): void {
    const needed = new Map(entries.flatMap(({ media }) => (media ?? []).map((each) => [each.key, each])));
    for (const [key, { controller, attachment }] of this.active) {
      const current = needed.get(key);
      if (!current) {
        controller.abort();
        this.forget(key);
        if (!this.files.hasFile(key)) {
          void uploader.cancel(attachment).catch(() => undefined);
        }
      } else if (current.address) {
        attachment.address = current.address;
      }
    }
  }

  private async upload({ uploader }: UploadScope, upload: ActiveUpload): Promise<void> {
    const { clientId, attachment, controller } = upload;
    const { key } = attachment;
    const { signal } = controller;
    this.active.set(key, { ...upload, attachment: { ...attachment } });
    try {
      await this.withLock(`charla-upload:${key}`, signal, async () => {
        const current = (await this.files.find(clientId))?.media?.find((each) => each.key === key);
        if (!current || current.id || signal.aborted) {
          return;
        }
        const id = await uploader.upload(current, {
          signal,
          saveAddress: (address) => this.files.updateFile(clientId, key, { address }),
          reportProgress: (share) => this.reportProgress(key, share, signal)
        });
        this.failures = 0;
        if (!signal.aborted) {
          await this.files.updateFile(clientId, key, { id });
        }
      });
    } catch (failure) {
      if (!signal.aborted) {
        await this.handleFailure(clientId, failure);
      }
    } finally {
      if (!signal.aborted) {
        this.forget(key);
        this.startPending();
      }
    }
  }

  private async handleFailure(clientId: string, failure: unknown): Promise<void> {
    if (failure instanceof RefusedUpload) {
      await this.files.markFailed(clientId, failure.message);
      return;
    }
    const delay = Math.min(1000 * 2 ** this.failures++, MAX_RETRY_DELAY);
    this.notBefore = Date.now() + delay;
  }

  private forget(key: string): void {
    this.active.delete(key);
    this.shares.delete(key);
  }

  private reportProgress(key: string, share: number, signal: AbortSignal): void {
    if (!signal.aborted) {
      this.shares.set(key, share);
      this.dispatchEvent(new CustomEvent('progress', { detail: key }));
    }
  }
}
