import { onWake } from '../platform/connection.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import { outbox, uploads } from '../sync/local-data.ts';
import { TusUploader } from '../sync/tus-upload.ts';
import { deliver, type SendServer } from './outbox-connection.ts';

/** Where messages are sent to; see OutboxTransport.java. */
interface Destination {
  account: string;
  space: string;
  /** The base URL of the media of the space. */
  media: string;
}

/**
 * Transport of the outbox for a whole space: what was written without a connection is sent wherever the person is now. An
 * open composer sends in its place. Draws nothing; the contract is in OutboxTransport.java.
 */
export class OutboxTransport extends HTMLElement {
  declare private $server?: SendServer;
  private labels = new Labels();
  private destination?: Destination;
  private disposers: (() => void)[] = [];

  // --- called by the server ---

  setLabels(locale: string, texts: Texts): void {
    this.labels = new Labels(locale, texts);
  }

  open(destination: Destination): void {
    this.destination = destination;
    this.stop();
    this.start();
  }

  // --- lifecycle ---

  connectedCallback(): void {
    this.start();
  }

  disconnectedCallback(): void {
    this.stop();
  }

  private start(): void {
    if (!this.destination || !this.isConnected) {
      return;
    }
    const { account, space, media } = this.destination;
    this.disposers = [
      uploads.start(account, space, new TusUploader(`${media}/uploads`, () => this.labels.of('media.lost'))),
      outbox.start({ account, space, deliver: (entry) => deliver(this.$server, entry) }),
      onWake(() => {
        outbox.retryNow();
        uploads.retryNow();
      })
    ];
  }

  private stop(): void {
    this.disposers.forEach((dispose) => dispose());
    this.disposers = [];
  }
}

customElements.define('charla-outbox', OutboxTransport);
