import type { Attachment } from '../model/media.ts';
import type { Entry } from './outbox.ts';

/** Takes a file to the server. */
export interface Carrier {
  /**
   * Resolves with what the server calls the file once it has all of it. Goes on where an earlier try ended.
   *
   * @throws RefusedUpload if the server will never take it; any other failure is tried again
   */
  carry(attachment: Attachment, way: Way): Promise<string>;
  /** Tells the server that the rest of a file will not come. */
  giveUp(attachment: Attachment): Promise<void>;
}

/** What is told of a file on its way. */
export interface Way {
  /** Ends when nobody waits for it any more. */
  signal: AbortSignal;
  /** Where the server takes it. */
  address(address: string): Promise<void>;
  /** How much has arrived, between 0 and 1. */
  progress(share: number): void;
}

/** The server's reason, as a sentence for the person. */
export class RefusedUpload extends Error {}

/** As much of the outbox as uploads need. */
export interface WaitingFiles extends EventTarget {
  /** What waits to be sent in a space, in order. */
  waiting(account: string, space: string): Entry[];
  /** An entry as all tabs know it. */
  present(clientId: string): Promise<Entry | undefined>;
  /** Whether a file still belongs to any message. */
  wants(key: string): boolean;
  /** Changes what is kept of one file. */
  amend(clientId: string, key: string, change: Partial<Attachment>): Promise<void>;
  /** The message cannot be sent as it is. */
  fail(clientId: string, reason: string): Promise<void>;
}

/** Runs work while no other tab does the same. */
export type Exclusively = <T>(name: string, signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

const AT_ONCE = 3;
const LONGEST_PAUSE = 30_000;

interface Underway {
  clientId: string;
  attachment: Attachment;
  controller: AbortController;
}

/**
 * Brings the files of waiting messages to the server, several at once, and tries again until they are there. A file that
 * leaves its message, or whose message is discarded, is given up, also by the server.
 *
 * Events: `progress` (detail: key) whenever more of a file has arrived.
 */
export class Uploads extends EventTarget {
  private readonly files: WaitingFiles;
  private readonly exclusively: Exclusively;
  private readonly underway = new Map<string, Underway>();
  private readonly shares = new Map<string, number>();
  private errand?: { account: string; space: string; carrier: Carrier };
  private failures = 0;
  private notBefore = 0;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(files: WaitingFiles, exclusively: Exclusively) {
    super();
    this.files = files;
    this.exclusively = exclusively;
    files.addEventListener('change', () => this.look());
  }

  /** How much of a file has arrived, between 0 and 1; undefined if this page does not carry it now. */
  progress(key: string): number | undefined {
    return this.shares.get(key);
  }

  /** Starts carrying in place of what was carried before. Ends when the returned function is called. */
  start(account: string, space: string, carrier: Carrier): () => void {
    this.stop();
    const errand = { account, space, carrier };
    this.errand = errand;
    this.nudge();
    return () => {
      if (this.errand === errand) {
        this.stop();
      }
    };
  }

  /** Tries now, as after a reconnection. */
  nudge(): void {
    this.failures = 0;
    this.notBefore = 0;
    this.look();
  }

  private stop(): void {
    this.errand = undefined;
    clearTimeout(this.timer);
    this.underway.forEach(({ controller }) => controller.abort());
    this.underway.clear();
    this.shares.clear();
  }

  private look(): void {
    const { errand } = this;
    if (!errand) {
      return;
    }
    const entries = this.files.waiting(errand.account, errand.space);
    this.abandon(entries, errand.carrier);
    const pause = this.notBefore - Date.now();
    if (pause > 0) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), pause);
      return;
    }
    for (const { clientId, media } of entries) {
      for (const attachment of media ?? []) {
        if (this.underway.size < AT_ONCE && !attachment.id && !this.underway.has(attachment.key)) {
          void this.carry(errand, { clientId, attachment, controller: new AbortController() });
        }
      }
    }
  }

  /** Gives up what nobody waits for any more. */
  private abandon(entries: Entry[], carrier: Carrier): void {
    const wanted = new Map(entries.flatMap(({ media }) => (media ?? []).map((each) => [each.key, each])));
    for (const [key, { controller, attachment }] of this.underway) {
      const present = wanted.get(key);
      if (!present) {
        controller.abort();
        this.leave(key);
        if (!this.files.wants(key)) {
          void carrier.giveUp(attachment).catch(() => undefined);
        }
      } else if (present.address) {
        attachment.address = present.address;
      }
    }
  }

  private async carry(errand: NonNullable<Uploads['errand']>, underway: Underway): Promise<void> {
    const { clientId, attachment, controller } = underway;
    const { key } = attachment;
    const { signal } = controller;
    this.underway.set(key, { ...underway, attachment: { ...attachment } });
    try {
      await this.exclusively(`charla-upload:${key}`, signal, async () => {
        const present = (await this.files.present(clientId))?.media?.find((each) => each.key === key);
        if (!present || present.id || signal.aborted) {
          return;
        }
        const id = await errand.carrier.carry(present, {
          signal,
          address: (address) => this.files.amend(clientId, key, { address }),
          progress: (share) => this.tell(key, share, signal)
        });
        this.failures = 0;
        if (!signal.aborted) {
          await this.files.amend(clientId, key, { id });
        }
      });
    } catch (failure) {
      if (!signal.aborted) {
        await this.failed(clientId, failure);
      }
    } finally {
      if (!signal.aborted) {
        this.leave(key);
        this.look();
      }
    }
  }

  private async failed(clientId: string, failure: unknown): Promise<void> {
    if (failure instanceof RefusedUpload) {
      await this.files.fail(clientId, failure.message);
      return;
    }
    const pause = Math.min(1000 * 2 ** this.failures++, LONGEST_PAUSE);
    this.notBefore = Date.now() + pause;
  }

  private leave(key: string): void {
    this.underway.delete(key);
    this.shares.delete(key);
  }

  private tell(key: string, share: number, signal: AbortSignal): void {
    if (!signal.aborted) {
      this.shares.set(key, share);
      this.dispatchEvent(new CustomEvent('progress', { detail: key }));
    }
  }
}
