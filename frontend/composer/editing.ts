import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { icons } from '../design/icons.ts';
import { summaryOf } from '../model/media.ts';
import type { Conversation } from '../model/message.ts';
import { on, type PageEvents } from '../model/page-events.ts';
import type { Labels } from '../platform/labels.ts';
import { drafts } from '../sync/drafts.ts';

export type EditRequest = PageEvents['edit'];

/** The composer as editing uses it. */
export interface EditingHost extends ReactiveControllerHost {
  readonly conversation?: Conversation;
  readonly labels: Labels;
  readonly textArea: HTMLTextAreaElement | null;
  text: string;
  notice: string;
  saving: boolean;
  /** The message that is edited, and how to save it. */
  editRequest?: EditRequest;
  focus(): void;
}

/** Editing of a sent message: its text replaces the draft until it is saved or the edit is cancelled. */
export class Editing implements ReactiveController {
  private readonly host: EditingHost;
  private dispose?: () => void;

  constructor(host: EditingHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.dispose = on('edit', (request) => this.start(request));
  }

  hostDisconnected(): void {
    this.dispose?.();
  }

  private start(request: EditRequest): void {
    const { host } = this;
    host.editRequest = request;
    host.text = request.message.text;
    host.notice = '';
    void host.updateComplete.then(() => {
      host.textArea?.focus();
      host.textArea?.setSelectionRange(host.text.length, host.text.length);
    });
  }

  /** Ends the edit and shows the draft again. */
  stop(): void {
    const { host } = this;
    host.editRequest = undefined;
    host.notice = '';
    host.text = host.conversation ? drafts.read(host.conversation) : '';
    host.focus();
  }

  /** Saves the text; after a conflict the edit goes on, with the version that somebody else has saved. */
  async save(text: string): Promise<void> {
    const { host } = this;
    const request = host.editRequest;
    const textRequired = !request?.message.media?.length;
    if (!request || (!text && textRequired) || text === request.message.text) {
      this.stop();
      return;
    }
    host.saving = true;
    try {
      const answer = await request.save(request.message, text);
      if (host.editRequest !== request) {
        return;
      }
      if (answer.status === 'saved') {
        this.stop();
      } else if (answer.status === 'conflict' && answer.message) {
        host.editRequest = { ...request, message: answer.message };
        host.notice = host.labels.of('composer.conflict');
      } else {
        host.notice = answer.reason ?? host.labels.of('composer.failed');
      }
    } catch {
      host.notice = host.labels.of('composer.failed');
    } finally {
      host.saving = false;
    }
  }

  /** The bar above the text area, with the text as it was. */
  render({ message: { text, media = [] } }: EditRequest) {
    const { labels } = this.host;
    const cancel = labels.of('composer.cancel');
    return html`<div class="about">
      ${icons.edit}
      <span><b>${labels.of('composer.editing')}</b><span class="said">${text || summaryOf(media, labels)}</span></span>
      <button type="button" aria-label=${cancel} title=${cancel} @click=${() => this.stop()}>${icons.close}</button>
    </div>`;
  }
}
