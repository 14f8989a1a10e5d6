import type { Attachment } from '../model/media.ts';
import { sameConversation, type Conversation } from '../model/message.ts';
import { emit } from '../model/page-events.ts';
import type { Labels } from '../platform/labels.ts';
import { newClientId } from '../sync/client-id.ts';
import { drafts } from '../sync/drafts.ts';
import { outbox } from '../sync/local-data.ts';
import type { AttachmentTray } from './attachment-tray.ts';
import type { CommandRunner } from './command-runner.ts';
import type { Editing, EditRequest } from './editing.ts';
import type { MentionConfirmation } from './mention-confirmation.ts';
import type { Replying } from './replying.ts';

/** The maximum length of a message, in characters as the server counts them (UTF-16 units). */
export const MAX_LENGTH = 8000;

/** The composer as sending uses it. */
export interface SendingHost {
  readonly conversation?: Conversation;
  readonly labels: Labels;
  readonly editRequest?: EditRequest;
  text: string;
  notice: string;
  saving: boolean;
}

/** The parts of the composer that contribute to a message, or that have to let it pass. */
interface Parts {
  commands: CommandRunner;
  confirmation: MentionConfirmation;
  tray: AttachmentTray;
  replying: Replying;
  editing: Editing;
}

/** Submission of the composer's text: runs commands, confirms mentions, saves an edit or adds a message to the outbox. */
export class Sending {
  private readonly host: SendingHost;
  private readonly parts: Parts;

  constructor(host: SendingHost, parts: Parts) {
    this.host = host;
    this.parts = parts;
  }

  /** Submits the composer's text. */
  async submit(): Promise<void> {
    const { text, editRequest, saving } = this.host;
    if (text.trim().length > MAX_LENGTH || saving) {
      return;
    }
    if (editRequest && text === editRequest.message.text) {
      this.parts.editing.stop();
      return;
    }
    const message = await this.runCommand(text);
    if (message !== undefined) {
      await this.sendOrSave(message);
    }
  }

  /** Runs the command that a text may be, and returns the message to send if there is one. */
  private async runCommand(text: string): Promise<string | undefined> {
    const { host } = this;
    const { conversation } = host;
    host.saving = true;
    try {
      const result = await this.parts.commands.run(text, !!host.editRequest);
      if (result === 'done' && conversation) {
        drafts.write(conversation, '');
        if (sameConversation(conversation, host.conversation)) {
          host.text = '';
        }
      }
      return typeof result === 'object' ? result.message : undefined;
    } finally {
      host.saving = false;
    }
  }

  /** Sends a text, or saves it as the edited message, without looking for commands. */
  async sendOrSave(text: string): Promise<void> {
    const { host } = this;
    const { commands, tray, editing } = this.parts;
    const { conversation } = host;
    commands.clearNotice();
    if (text.length > MAX_LENGTH || !tray.ready || !(await this.confirmMentions(text))) {
      return;
    }
    // An update of the chat, as after people were added, opens the same conversation anew.
    if (!sameConversation(conversation, host.conversation)) {
      return;
    }
    if (host.editRequest) {
      await editing.save(text);
    } else if (host.conversation && (text || !tray.empty)) {
      const { conversation: current } = host;
      await this.send(current, text, tray.take());
      tray.saveTaken(current);
    }
  }

  /** Returns whether the text may be sent to the people whom it mentions. */
  private async confirmMentions(text: string): Promise<boolean> {
    if (!text.includes('@')) {
      return true;
    }
    const { host } = this;
    const before = host.text;
    host.saving = true;
    try {
      return (await this.parts.confirmation.confirm(text)) && host.text === before;
    } catch {
      host.notice = host.labels.of('composer.failed');
      return false;
    } finally {
      host.saving = false;
    }
  }

  /** Puts a message into the outbox. Only then its draft is removed: at no moment is the text in neither. */
  async send(conversation: Conversation, text: string, media: Attachment[]): Promise<void> {
    const { account, space, chat } = conversation;
    const { host } = this;
    const { replying } = this.parts;
    const clientId = newClientId();
    const quote = replying.take();
    host.text = '';
    await outbox.add({ account, space, chat, clientId, text, sentAt: Date.now(), quote, media });
    replying.saveTaken(conversation);
    drafts.write(conversation, sameConversation(conversation, host.conversation) ? host.text : '');
    emit('echoed', { clientId });
  }
}
