import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pictureAddress } from '../model/media.ts';
import { saveOfflineCopy } from '../sync/offline-copy.ts';
import { keepPictures } from '../sync/picture-copies.ts';
import type { ConversationContext } from './conversation-context.ts';
import { Timer } from '../platform/timer.ts';

/** Milliseconds between a change of the conversation and its copy. */
const DELAY = 2000;
/** The newest messages whose pictures are kept. */
const MESSAGES_WITH_PICTURES = 40;

/** Keeps a copy of the newest messages in this browser for reading offline. */
export class OfflineCopy implements ReactiveController {
  private readonly context: ConversationContext;
  private readonly readSeq: () => number;
  private readonly timer = new Timer();

  /** @param readSeq returns the read position of the person */
  constructor(host: ReactiveControllerHost, context: ConversationContext, readSeq: () => number) {
    this.context = context;
    this.readSeq = readSeq;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.timer.cancel();
  }

  /** Writes the copy after a moment without further changes. */
  schedule(): void {
    this.timer.start(DELAY, () => this.write());
  }

  /** A log without a server shows a copy and writes none. */
  private write(): void {
    const { window } = this.context;
    const conversation = this.context.conversation();
    if (!this.context.server() || !this.context.ready() || !conversation || window.hasNewer) {
      return;
    }
    const { messages, hasOlder } = window;
    void saveOfflineCopy(conversation, { messages, hasOlder, readSeq: this.readSeq() });
    const pictures = messages
      .slice(-MESSAGES_WITH_PICTURES)
      .filter(({ deleted }) => !deleted)
      .flatMap(({ media = [] }) => media)
      // A GIF is not scaled, so that one could fill the cache.
      .filter(({ kind, id, type }) => kind === 'IMAGE' && id && type !== 'image/gif');
    void keepPictures(pictures.map((each) => pictureAddress(conversation.media, each, 'thumb')));
  }
}
