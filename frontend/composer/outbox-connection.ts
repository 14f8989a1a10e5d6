import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Conversation } from '../model/message.ts';
import { onWake } from '../platform/connection.ts';
import type { Labels } from '../platform/labels.ts';
import { outbox, uploads } from '../sync/local-data.ts';
import type { Delivery, Entry } from '../sync/outbox-entry.ts';
import { TusUploader } from '../sync/tus-upload.ts';

/** In milliseconds. */
const COUNTDOWN_INTERVAL = 250;

/** A message as the server takes it; see Composer.Outgoing. */
interface Outgoing {
  clientId: string;
  text: string;
  replyTo: number | null;
  media: string[];
}

/** The server method for sending; see Composer.java. */
export interface SendServer {
  send(chat: string, outgoing: Outgoing): Promise<Delivery>;
}

/** Sends an entry through a server, if there is one. */
export async function deliver(server: SendServer | undefined, entry: Entry): Promise<Delivery> {
  if (!server) {
    return { status: 'retry' };
  }
  const { chat, clientId, text, quote, media = [] } = entry;
  return server.send(chat, { clientId, text, replyTo: quote?.id ?? null, media: media.map(({ id }) => id ?? '') });
}

/** The composer as the connection uses it. */
export interface ConnectionHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly conversation?: Conversation;
  readonly labels: Labels;
}

/** The outbox's connection to the server: sends entries and uploads files of the open conversation's account and space. */
export class OutboxConnection implements ReactiveController {
  /** Seconds until the server takes the next message. */
  secondsToWait = 0;

  private readonly host: ConnectionHost;
  private readonly server: () => SendServer | undefined;
  private stopOutbox?: () => void;
  private stopUploads?: () => void;
  private stopWaking?: () => void;
  private countdown?: ReturnType<typeof setInterval>;

  constructor(host: ConnectionHost, server: () => SendServer | undefined) {
    this.host = host;
    this.server = server;
    host.addController(this);
  }

  hostConnected(): void {
    outbox.addEventListener('change', this.startCountdown);
    this.stopWaking = onWake(() => {
      outbox.retryNow();
      uploads.retryNow();
    });
    this.start();
    this.startCountdown();
  }

  hostDisconnected(): void {
    outbox.removeEventListener('change', this.startCountdown);
    this.stopWaking?.();
    this.stop();
    clearInterval(this.countdown);
  }

  private stop(): void {
    this.stopOutbox?.();
    this.stopUploads?.();
    this.stopOutbox = undefined;
    this.stopUploads = undefined;
  }

  /** Starts sending for the account and space of the open conversation, if there is one. */
  start(): void {
    const { conversation, isConnected } = this.host;
    if (!isConnected || !conversation || !this.server()) {
      return;
    }
    this.stop();
    const { account, space, media } = conversation;
    const uploader = new TusUploader(`${media}/uploads`, () => this.host.labels.of('media.lost'));
    this.stopUploads = uploads.start(account, space, uploader);
    this.stopOutbox = outbox.start({
      account,
      space,
      deliver: (entry) => deliver(this.server(), entry)
    });
  }

  private readonly startCountdown = (): void => {
    clearInterval(this.countdown);
    this.countdown = setInterval(() => this.count(), COUNTDOWN_INTERVAL);
    this.count();
  };

  private count(): void {
    const seconds = Math.max(0, Math.ceil((outbox.waitUntil - Date.now()) / 1000));
    if (seconds !== this.secondsToWait) {
      this.secondsToWait = seconds;
      this.host.requestUpdate();
    }
    if (seconds === 0) {
      clearInterval(this.countdown);
    }
  }
}
