import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { icons } from '../design/icons.ts';
import type { Limits } from '../model/media.ts';
import { sameConversation, type Conversation } from '../model/message.ts';
import { on, emit } from '../model/page-events.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import { draftFiles, drafts } from '../sync/drafts.ts';
import { isBlank } from '../text/invisible-text.ts';
import { AttachmentTray } from './attachment-tray.ts';
import { filesOf } from './attachment.ts';
import { Autocomplete } from './autocomplete.ts';
import { CommandRunner, type CommandServer } from './command-runner.ts';
import { composerStyles } from './composer-styles.ts';
import { Editing, type EditRequest } from './editing.ts';
import { emojiCompletion, insertEmoji } from './emoji-completion.ts';
import { FileDrop } from './file-drop.ts';
import { fitRows } from './fit-rows.ts';
import { FocusKeeper } from './focus-keeper.ts';
import { MentionCompletion, type CandidateServer } from './mention-completion.ts';
import { MentionConfirmation, type ConfirmationServer } from './mention-confirmation.ts';
import { microphoneButton } from './microphone-button.ts';
import { OutboxConnection, type SendServer } from './outbox-connection.ts';
import { Replying } from './replying.ts';
import { MAX_LENGTH, Sending } from './sending.ts';
import { StrayKeys } from './stray-keys.ts';
import { VoiceRecorder } from './voice-recorder.ts';

const COUNTER_FROM = MAX_LENGTH - 500;

type Server = SendServer & CandidateServer & ConfirmationServer & CommandServer;

/** The composer, in which messages are written; the contract is in Composer.java. */
export class Composer extends LitElement {
  static properties = {
    conversation: { state: true },
    labels: { state: true },
    text: { state: true },
    editRequest: { state: true },
    notice: { state: true },
    saving: { state: true }
  };

  static styles = composerStyles;

  declare private $server?: Server;
  declare conversation?: Conversation;
  declare labels: Labels;
  declare text: string;
  declare editRequest?: EditRequest;
  declare notice: string;
  declare saving: boolean;

  private readonly getLabels = () => this.labels;
  private readonly getServer = () => this.$server;
  private readonly mentions = new MentionCompletion(this.getLabels, this.getServer);
  private readonly confirmation = new MentionConfirmation(this, this.getLabels, this.getServer, (username) =>
    this.mentions.isKnownMember(username)
  );
  private readonly commands = new CommandRunner(this, this.getLabels, this.getServer);
  private readonly autocomplete = new Autocomplete(this, [
    emojiCompletion(() => this.labels.locale),
    this.mentions,
    this.commands.source
  ]);
  private readonly tray = new AttachmentTray(this, this.getLabels);
  private readonly drop = new FileDrop(
    this,
    () => this.acceptsFiles,
    (files, folders) => void this.tray.add(files, folders)
  );
  private readonly recorder = new VoiceRecorder(this, this.getLabels, {
    conversation: () => this.conversation,
    maxBytes: () => this.tray.limits.bytes,
    send: (voice) => this.conversation && void this.sending.send(this.conversation, '', [voice]),
    keep: (conversation, voice) => draftFiles.write(conversation, [...draftFiles.read(conversation), voice]),
    closed: () => this.touchScreen.matches || this.focus()
  });
  private readonly replying = new Replying(this);
  private readonly editing = new Editing(this);
  private readonly connection = new OutboxConnection(this, this.getServer);
  private readonly sending = new Sending(this, {
    commands: this.commands,
    confirmation: this.confirmation,
    tray: this.tray,
    replying: this.replying,
    editing: this.editing
  });
  private readonly focusKeeper = new FocusKeeper(this, () => this.loadDraft());
  private disposers: (() => void)[] = [];
  protected readonly strayKeys = new StrayKeys(
    this,
    () => !!this.conversation && !this.recorder.open && this.checkVisibility()
  );
  /** On a touch screen Enter is a line break. */
  private readonly touchScreen = matchMedia('(hover: none) and (pointer: coarse)');

  constructor() {
    super();
    this.labels = new Labels();
    this.text = '';
    this.notice = '';
    this.saving = false;
  }

  // --- called by the server ---

  open(conversation: Conversation): void {
    const changed = !sameConversation(conversation, this.conversation);
    if (changed) {
      this.recorder.leave();
    }
    this.conversation = conversation;
    if (changed) {
      this.editRequest = undefined;
      this.notice = '';
      this.commands.clearNotice();
      this.loadDraft();
      this.mentions.reset();
      this.connection.start();
      this.focusKeeper.restore();
    }
  }

  /** Shows the draft of the open conversation, which another composer of this page may have changed. */
  private loadDraft(): void {
    if (this.conversation && !this.editRequest) {
      this.tray.open(this.conversation);
      this.text = drafts.read(this.conversation);
      this.replying.open(this.conversation);
    }
  }

  setLabels(locale: string, texts: Texts): void {
    this.labels = new Labels(locale, texts);
    emit('texts', { locale, texts });
  }

  /** Sets how many files a message may have, and how large one may be. */
  setLimits(limits: Limits): void {
    this.tray.limits = limits;
    this.requestUpdate();
  }

  focus(options?: FocusOptions): void {
    this.textArea?.focus(options); // at once, so that a key that is down is typed here
    void this.updateComplete.then(() => this.textArea?.focus(options));
  }

  // --- lifecycle ---

  connectedCallback(): void {
    super.connectedCallback();
    const stored = (event: StorageEvent) => this.onStorage(event);
    window.addEventListener('storage', stored);
    this.disposers = [
      () => window.removeEventListener('storage', stored),
      on('reply', ({ quote }) => {
        if (this.editRequest) {
          this.editing.stop();
        }
        this.replying.start(quote);
      }),
      on('draft-received', ({ conversation, text }) => this.applyRemoteDraft(conversation, text)),
      on('compose', () => this.focus())
    ];
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.disposers.forEach((dispose) => dispose());
  }

  /** Shows a draft that another tab has changed. */
  private onStorage(event: StorageEvent): void {
    const isDraft = this.conversation && event.key === drafts.key(this.conversation);
    if (isDraft && !this.editRequest && !this.matches(':focus-within')) {
      this.text = event.newValue ?? '';
    }
    if (this.conversation && event.key === draftFiles.key(this.conversation)) {
      this.tray.reload();
    }
  }

  /** Shows a draft that another device has changed. */
  private applyRemoteDraft(conversation: Conversation, text: string): void {
    if (!this.editRequest && sameConversation(conversation, this.conversation)) {
      this.text = text;
    }
  }

  // --- input ---

  get textArea(): HTMLTextAreaElement | null {
    return this.renderRoot?.querySelector<HTMLTextAreaElement>('.box textarea') ?? null;
  }

  private onInput(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.notice = '';
    this.commands.clearNotice();
    if (!this.editRequest && this.conversation) {
      drafts.write(this.conversation, this.text);
      if (!isBlank(this.text) && !this.text.startsWith('/')) {
        emit('writing', undefined);
      }
    }
    this.suggest(event);
  }

  private suggest(event: Event): void {
    void this.autocomplete.update(event.target as HTMLTextAreaElement);
  }

  private onKeydown(event: KeyboardEvent): void {
    if (this.autocomplete.handleKeydown(event, event.target as HTMLTextAreaElement)) {
      return;
    }
    const submits = !event.shiftKey && !event.altKey && (!this.touchScreen.matches || event.ctrlKey || event.metaKey);
    if (event.key === 'Enter' && submits) {
      event.preventDefault();
      void this.sending.submit();
    } else if (event.key === 'Escape' && (this.editRequest || this.replying.active)) {
      event.preventDefault();
      this.editRequest ? this.editing.stop() : this.replying.cancel();
    } else if (event.key === 'ArrowUp' && !this.text && !this.editRequest) {
      event.preventDefault();
      emit('edit-last', undefined);
    }
  }

  /** Whether files can be added to the message being written. */
  private get acceptsFiles(): boolean {
    return !!this.conversation && !this.editRequest && !this.recorder.open && this.checkVisibility();
  }

  /** Attaches a copied picture; what was copied as text, too, is pasted as text. */
  private onPaste(event: ClipboardEvent): void {
    const hasText = event.clipboardData?.types.includes('text/plain');
    const { files, folders } = filesOf(event.clipboardData);
    if (!hasText && files.length > 0 && this.acceptsFiles) {
      event.preventDefault();
      void this.tray.add(files, folders);
    }
  }

  private onEmojiClick(event: Event): void {
    void insertEmoji(event.currentTarget as HTMLElement, () => this.textArea, this.labels.locale);
  }

  // --- rendering ---

  protected updated(changed: PropertyValues): void {
    if ((changed.has('text') || changed.has('editRequest')) && this.textArea) {
      fitRows(this.textArea);
    }
  }

  render() {
    const { labels, editRequest } = this;
    return html`
      ${editRequest ? this.editing.render(editRequest) : this.replying.render()}
      <div class="notices" role="status">${this.notices()}</div>
      ${this.confirmation.render()} ${this.commands.renderHelp(() => this.focus())}
      ${this.autocomplete.render(labels.of('composer.completions'), () => this.textArea)}
      ${editRequest ? nothing : this.tray.render()} ${this.drop.render(labels.of('media.drop'))}
      ${this.recorder.open ? this.recorder.render() : nothing} ${this.box()}
    `;
  }

  private notices() {
    const { labels, notice } = this;
    const { secondsToWait } = this.connection;
    const left = MAX_LENGTH - this.text.trim().length;
    return html`${notice ? html`<p class="danger">${notice}</p>` : nothing} ${this.tray.renderErrors()}
    ${this.recorder.renderNotice()} ${this.commands.renderNotice((text) => void this.sending.sendOrSave(text))}
    ${secondsToWait > 0 ? html`<p>${labels.of('composer.wait', secondsToWait)}</p>` : nothing}
    ${
      left < MAX_LENGTH - COUNTER_FROM
        ? html`<p class=${left < 0 ? 'danger' : ''}>
          ${labels.of(left < 0 ? 'composer.over' : 'composer.left', Math.abs(left))}
        </p>`
        : nothing
    }`;
  }

  private box() {
    const { labels, conversation, editRequest, touchScreen } = this;
    const filled = !isBlank(this.text) || (!editRequest && !this.tray.empty);
    const fits = this.text.trim().length <= MAX_LENGTH;
    const sendable = !!conversation && filled && fits && !this.saving && this.tray.ready;
    const name = labels.of(editRequest ? 'composer.save' : 'composer.send');
    return html`<div class="box ${this.recorder.open ? 'covered' : ''}">
      ${editRequest ? nothing : this.tray.renderPicker(touchScreen.matches, !conversation)}
      <textarea
        rows="1"
        dir="auto"
        enterkeyhint=${touchScreen.matches ? 'enter' : 'send'}
        aria-label=${labels.of('composer.label')}
        aria-autocomplete="list"
        aria-controls=${this.autocomplete.open ? 'completion' : nothing}
        aria-activedescendant=${this.autocomplete.activeId ?? nothing}
        placeholder=${conversation ? labels.of('composer.placeholder', conversation.title) : ''}
        .value=${this.text}
        ?readonly=${this.saving}
        ?disabled=${!conversation}
        @input=${this.onInput}
        @keydown=${this.onKeydown}
        @click=${this.suggest}
        @paste=${this.onPaste}
        @blur=${() => this.autocomplete.close()}
      ></textarea>
      <button
        class="tool"
        type="button"
        aria-label=${labels.of('composer.emoji')}
        title=${labels.of('composer.emoji')}
        ?disabled=${!conversation}
        @click=${this.onEmojiClick}
      >
        ${icons.smile}
      </button>
      ${editRequest || filled ? nothing : microphoneButton(this.recorder, labels, !conversation)}
      <button
        class="send"
        type="button"
        aria-label=${name}
        title=${name}
        aria-disabled=${!sendable}
        @pointerdown=${(event: Event) => event.preventDefault()}
        @click=${() => void this.sending.submit()}
      >
        ${editRequest ? icons.check : icons.send}
      </button>
    </div>`;
  }
}

customElements.define('charla-composer', Composer);
