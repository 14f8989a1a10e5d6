import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { Addressing, type AddressingServer } from './mention-completion.ts';
import { filesOf } from './attachment.ts';
import { tokens } from '../design/tokens.ts';
import { Commands, commandStyles, type CommandServer } from './command-runner.ts';
import { Completion, completionStyles } from './autocomplete.ts';
import { onWake } from '../platform/connection.ts';
import { buttonStyles, dialogStyles } from '../design/dialog.ts';
import { pickEmoji, searchEmoji } from '../emoji/emoji.ts';
import { FileDrop, dropStyles } from './file-drop.ts';
import { icons } from '../design/icons.ts';
import { Labels, type Texts } from '../platform/labels.ts';
import { newClientId } from '../sync/client-id.ts';
import { draftFiles, draftQuotes, drafts } from '../sync/drafts.ts';
import { outbox, uploads } from '../sync/local-data.ts';
import { summaryOf, type Attachment, type Limits } from '../model/media.ts';
import { sameConversation, type Conversation, type Quote } from '../model/message.ts';
import type { Delivery, Entry } from '../sync/outbox-entry.ts';
import { on, emit, type PageEvents } from '../model/page-events.ts';
import { quoteContent, quotedText } from '../text/quote.ts';
import { Tray, trayStyles } from './attachment-tray.ts';
import { TusUploader } from '../sync/tus-upload.ts';
import { VoiceRecorder, recorderStyles } from './voice-recorder.ts';

/** The longest message, in characters as the server counts them (UTF-16 units). */
const LIMIT = 8000;
const COUNTER_FROM = LIMIT - 500;
const LINES = 8;
/** A colon and two letters: fewer would come up where nobody wants an emoji. */
const EMOJI_NAME = /(?:^|[\s(])(:[\p{L}\p{N}_+-]{2,})$/u;
const MOST_EMOJI = 7;

interface Outgoing {
  clientId: string;
  text: string;
  replyTo: number | null;
  media: string[];
}

interface Server extends AddressingServer, CommandServer {
  send(chat: string, outgoing: Outgoing): Promise<Delivery>;
}

/** Where messages are written; the contract is in Composer.java. */
export class Composer extends LitElement {
  static properties = {
    conversation: { state: true },
    labels: { state: true },
    text: { state: true },
    editing: { state: true },
    answering: { state: true },
    notice: { state: true },
    waiting: { state: true },
    saving: { state: true }
  };

  declare private $server?: Server;
  declare private conversation?: Conversation;
  declare private labels: Labels;
  declare private text: string;
  declare private editing?: PageEvents['edit'];
  /** What the text being written answers. */
  declare private answering?: Quote;
  declare private notice: string;
  /** Seconds until the server takes the next message. */
  declare private waiting: number;
  declare private saving: boolean;

  private readonly addressing = new Addressing(
    this,
    () => this.labels,
    () => this.$server
  );
  private readonly commands = new Commands(
    this,
    () => this.labels,
    () => this.$server
  );
  private readonly completion = new Completion(this, [
    { pattern: EMOJI_NAME, find: (written) => this.findEmoji(written.slice(1)) },
    this.addressing.source,
    this.commands.source
  ]);
  private readonly tray = new Tray(this, () => this.labels);
  private readonly drop = new FileDrop(
    this,
    () => this.attachable,
    (files, folders) => void this.tray.add(files, folders)
  );
  private readonly recorder = new VoiceRecorder(this, () => this.labels, {
    conversation: () => this.conversation,
    most: () => this.tray.limits.bytes,
    send: (voice) => this.conversation && void this.send(this.conversation, '', [voice]),
    keep: (conversation, voice) => draftFiles.write(conversation, [...draftFiles.read(conversation), voice]),
    done: () => this.touch.matches || this.focus()
  });
  private disposers: (() => void)[] = [];
  private stopCourier?: () => void;
  private stopUploads?: () => void;
  private countdown?: ReturnType<typeof setInterval>;
  /** Enter is a line break where it is typed on a screen. */
  private readonly touch = matchMedia('(hover: none) and (pointer: coarse)');

  constructor() {
    super();
    this.labels = new Labels();
    this.text = '';
    this.notice = '';
    this.waiting = 0;
    this.saving = false;
  }

  // --- called by the server ---

  open(conversation: Conversation): void {
    const moved = !sameConversation(conversation, this.conversation);
    if (moved) {
      this.recorder.leave();
    }
    this.conversation = conversation;
    if (moved) {
      this.tray.open(conversation);
      this.editing = undefined;
      this.notice = '';
      this.commands.forget();
      this.text = drafts.read(conversation);
      this.answering = draftQuotes.read(conversation);
      this.addressing.moved();
      this.startCourier();
    }
  }

  setLabels(locale: string, texts: Texts): void {
    this.labels = new Labels(locale, texts);
  }

  /** How many files may go with a message, and how large one may be. */
  setLimits(limits: Limits): void {
    this.tray.limits = limits;
    this.requestUpdate();
  }

  focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.area?.focus(options));
  }

  // --- life ---

  connectedCallback(): void {
    super.connectedCallback();
    const outboxChanged = () => this.showWaiting();
    const stored = (event: StorageEvent) => this.draftChangedElsewhere(event);
    outbox.addEventListener('change', outboxChanged);
    window.addEventListener('storage', stored);
    this.disposers = [
      () => outbox.removeEventListener('change', outboxChanged),
      () => window.removeEventListener('storage', stored),
      onWake(() => this.wake()),
      on('edit', (request) => this.startEditing(request)),
      on('reply', ({ quote }) => this.answer(quote)),
      on('draft-received', ({ conversation, text }) => this.draftCame(conversation, text)),
      on('compose', () => this.focus())
    ];
    this.startCourier();
    this.showWaiting();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.disposers.forEach((end) => end());
    this.stopCourier?.();
    this.stopUploads?.();
    clearInterval(this.countdown);
  }

  private wake(): void {
    outbox.retryNow();
    uploads.retryNow();
  }

  private startCourier(): void {
    if (!this.isConnected || !this.conversation) {
      return;
    }
    const { account, space, media } = this.conversation;
    this.stopUploads = uploads.start(account, space, new TusUploader(`${media}/uploads`, () => this.labels.of('media.lost')));
    this.stopCourier = outbox.start({
      account,
      space,
      deliver: (entry) => this.deliver(entry)
    });
  }

  private async deliver(entry: Entry): Promise<Delivery> {
    if (!this.$server) {
      return { status: 'retry' };
    }
    const { chat, clientId, text, quote, media = [] } = entry;
    return this.$server.send(chat, { clientId, text, replyTo: quote?.id ?? null, media: media.map(({ id }) => id ?? '') });
  }

  private showWaiting(): void {
    clearInterval(this.countdown);
    const count = () => {
      this.waiting = Math.max(0, Math.ceil((outbox.waitUntil - Date.now()) / 1000));
      if (this.waiting === 0) {
        clearInterval(this.countdown);
      }
    };
    this.countdown = setInterval(count, 250);
    count();
  }

  private draftChangedElsewhere(event: StorageEvent): void {
    const mine = this.conversation && event.key === drafts.key(this.conversation);
    if (mine && !this.editing && !this.matches(':focus-within')) {
      this.text = event.newValue ?? '';
    }
    if (this.conversation && event.key === draftFiles.key(this.conversation)) {
      this.tray.reread();
    }
  }

  private draftCame(conversation: Conversation, text: string): void {
    if (!this.editing && sameConversation(conversation, this.conversation)) {
      this.text = text;
    }
  }

  // --- writing ---

  private get area(): HTMLTextAreaElement | null {
    return this.renderRoot?.querySelector<HTMLTextAreaElement>('.box textarea') ?? null;
  }

  private typed(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.notice = '';
    this.commands.forget();
    if (!this.editing && this.conversation) {
      drafts.write(this.conversation, this.text);
      if (this.text.trim() && !this.text.startsWith('/')) {
        emit('writing', undefined);
      }
    }
    this.moved(event);
  }

  private moved(event: Event): void {
    void this.completion.look(event.target as HTMLTextAreaElement);
  }

  private async findEmoji(name: string) {
    const found = await searchEmoji(name, this.labels.locale, MOST_EMOJI);
    return found.map((each) => ({ text: each.emoji, mark: each.emoji, name: each.name }));
  }

  private async pickEmoji(event: Event): Promise<void> {
    const button = event.currentTarget as HTMLElement;
    const emoji = await pickEmoji(button.getBoundingClientRect(), this.labels.locale);
    const { area } = this;
    area?.focus();
    if (emoji && area) {
      area.setRangeText(emoji, area.selectionStart, area.selectionEnd, 'end');
      area.dispatchEvent(new Event('input'));
    }
  }

  private keyed(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) {
      // An input method is still choosing characters: its keys are not ours.
      return;
    }
    if (this.completion.keyed(event, event.target as HTMLTextAreaElement)) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey && (!this.touch.matches || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.submit();
    } else if (event.key === 'Escape' && (this.editing || this.answering)) {
      event.preventDefault();
      this.editing ? this.stopEditing() : this.answer(undefined);
    } else if (event.key === 'ArrowUp' && !this.text && !this.editing) {
      event.preventDefault();
      emit('edit-last', undefined);
    }
  }

  /** Whether files can be added to what is being written. */
  private get attachable(): boolean {
    return !!this.conversation && !this.editing && !this.recorder.open && this.checkVisibility();
  }

  /** What was copied as a picture comes as a file; what has words, too, comes as words. */
  private pasted(event: ClipboardEvent): void {
    const words = event.clipboardData?.types.includes('text/plain');
    const { files, folders } = filesOf(event.clipboardData);
    if (!words && files.length > 0 && this.attachable) {
      event.preventDefault();
      void this.tray.add(files, folders);
    }
  }

  private async submit(): Promise<void> {
    if (this.text.trim().length > LIMIT || this.saving) {
      return;
    }
    if (this.editing && this.text === this.editing.message.text) {
      this.stopEditing();
      return;
    }
    const text = await this.read(this.text);
    if (text !== undefined) {
      await this.finish(text);
    }
  }

  /** The message that was written, if it is one and not a command. */
  private async read(written: string): Promise<string | undefined> {
    const { conversation } = this;
    this.saving = true;
    try {
      const read = await this.commands.read(written, !!this.editing);
      if (read === 'done' && conversation) {
        drafts.write(conversation, '');
        if (sameConversation(conversation, this.conversation)) {
          this.text = '';
        }
      }
      return typeof read === 'object' ? read.message : undefined;
    } finally {
      this.saving = false;
    }
  }

  /** Sends a text, or saves it, as it is. */
  private async finish(text: string): Promise<void> {
    const { conversation } = this;
    this.commands.forget();
    if (text.length > LIMIT || !this.tray.ready || !(await this.considered(text))) {
      return;
    }
    // News of the chat, as of who was just brought in, opens the same conversation anew.
    if (!sameConversation(conversation, this.conversation)) {
      return;
    }
    if (this.editing) {
      await this.save(text);
    } else if (this.conversation && (text || !this.tray.empty)) {
      const { conversation: here } = this;
      await this.send(here, text, this.tray.take());
      this.tray.taken(here);
    }
  }

  /** Whether the text may go as it is, also to those whom it names. */
  private async considered(text: string): Promise<boolean> {
    if (!text.includes('@')) {
      return true;
    }
    const written = this.text;
    this.saving = true;
    try {
      return (await this.addressing.considered(text)) && this.text === written;
    } catch {
      this.notice = this.labels.of('composer.failed');
      return false;
    } finally {
      this.saving = false;
    }
  }

  /** The draft goes only when the outbox has the message: at no moment is the text in neither. */
  private async send(conversation: Conversation, text: string, media: Attachment[]): Promise<void> {
    const { account, space, chat } = conversation;
    const clientId = newClientId();
    const quote = this.answering;
    this.text = '';
    this.answering = undefined;
    await outbox.add({ account, space, chat, clientId, text, sentAt: Date.now(), quote, media });
    draftQuotes.write(conversation, sameConversation(conversation, this.conversation) ? this.answering : undefined);
    drafts.write(conversation, sameConversation(conversation, this.conversation) ? this.text : '');
    emit('echoed', { clientId });
  }

  private answer(quote: Quote | undefined): void {
    if (this.editing) {
      this.stopEditing();
    }
    this.answering = quote;
    if (this.conversation) {
      draftQuotes.write(this.conversation, quote);
    }
    this.focus();
  }

  // --- editing ---

  private startEditing(request: PageEvents['edit']): void {
    this.editing = request;
    this.text = request.message.text;
    this.notice = '';
    void this.updateComplete.then(() => {
      this.area?.focus();
      this.area?.setSelectionRange(this.text.length, this.text.length);
    });
  }

  private stopEditing(): void {
    this.editing = undefined;
    this.notice = '';
    this.text = this.conversation ? drafts.read(this.conversation) : '';
    this.focus();
  }

  private async save(text: string): Promise<void> {
    const request = this.editing;
    const needed = !request?.message.media?.length;
    if (!request || (!text && needed) || text === request.message.text) {
      this.stopEditing();
      return;
    }
    this.saving = true;
    try {
      const answer = await request.save(request.message, text);
      if (this.editing !== request) {
        return;
      }
      if (answer.status === 'saved') {
        this.stopEditing();
      } else if (answer.status === 'conflict' && answer.message) {
        this.editing = { ...request, message: answer.message };
        this.notice = this.labels.of('composer.conflict');
      } else {
        this.notice = answer.reason ?? this.labels.of('composer.failed');
      }
    } catch {
      this.notice = this.labels.of('composer.failed');
    } finally {
      this.saving = false;
    }
  }

  // --- drawing ---

  protected updated(changed: PropertyValues): void {
    if (changed.has('text') || changed.has('editing')) {
      this.fit();
    }
  }

  /** As tall as its text, up to so many lines. The rows attribute does it without a style attribute. */
  private fit(): void {
    const area = this.area;
    if (!area) {
      return;
    }
    area.rows = 1;
    const style = getComputedStyle(area);
    const padding = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
    area.rows = Math.min(LINES, Math.max(1, Math.round((area.scrollHeight - padding) / parseFloat(style.lineHeight))));
  }

  render() {
    const { labels, conversation } = this;
    const left = LIMIT - this.text.trim().length;
    const filled = !!this.text.trim() || (!this.editing && !this.tray.empty);
    const sendable = !!conversation && filled && left >= 0 && !this.saving && this.tray.ready;
    const name = labels.of(this.editing ? 'composer.save' : 'composer.send');
    return html`
      ${this.editing ? this.editingBar() : this.answering ? this.answeringBar(this.answering) : nothing}
      <div class="notices" role="status">
        ${this.notice ? html`<p class="danger">${this.notice}</p>` : nothing} ${this.tray.notices()} ${this.recorder.notice()}
        ${this.commands.told((text) => void this.finish(text))}
        ${this.waiting > 0 ? html`<p>${labels.of('composer.wait', this.waiting)}</p>` : nothing}
        ${left < LIMIT - COUNTER_FROM
          ? html`<p class=${left < 0 ? 'danger' : ''}>
              ${labels.of(left < 0 ? 'composer.over' : 'composer.left', Math.abs(left).toLocaleString(labels.locale))}
            </p>`
          : nothing}
      </div>
      ${this.addressing.render()} ${this.commands.help(() => this.focus())} ${this.completion.render(labels.of('composer.completions'), () => this.area)}
      ${this.editing ? nothing : this.tray.render()} ${this.drop.render(labels.of('media.drop', conversation?.title ?? ''))}
      ${this.recorder.open ? this.recorder.render() : nothing}
      <div class="box ${this.recorder.open ? 'covered' : ''}">
        ${this.editing ? nothing : this.tray.picker(this.touch.matches, !conversation)}
        <textarea
          rows="1"
          dir="auto"
          enterkeyhint=${this.touch.matches ? 'enter' : 'send'}
          aria-label=${labels.of('composer.label')}
          aria-autocomplete="list"
          aria-controls=${this.completion.open ? 'completion' : nothing}
          aria-activedescendant=${this.completion.active ?? nothing}
          placeholder=${conversation ? labels.of('composer.placeholder', conversation.title) : ''}
          .value=${this.text}
          ?readonly=${this.saving}
          ?disabled=${!conversation}
          @input=${this.typed}
          @keydown=${this.keyed}
          @click=${this.moved}
          @paste=${this.pasted}
          @blur=${() => this.completion.close()}
        ></textarea>
        <button
          class="tool"
          type="button"
          aria-label=${labels.of('composer.emoji')}
          title=${labels.of('composer.emoji')}
          ?disabled=${!conversation}
          @click=${this.pickEmoji}
        >
          ${icons.smile}
        </button>
        ${this.editing || filled ? nothing : this.microphone()}
        <button
          class="send"
          type="button"
          aria-label=${name}
          title=${name}
          aria-disabled=${!sendable}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${this.submit}
        >
          ${this.editing ? icons.check : icons.send}
        </button>
      </div>
    `;
  }

  private microphone() {
    const name = this.labels.of('voice.record');
    return html`<button
      class="tool mic"
      type="button"
      aria-label=${name}
      title=${name}
      ?disabled=${!this.conversation}
      @pointerdown=${(event: PointerEvent) => this.recorder.pressed(event)}
      @click=${(event: MouseEvent) => this.recorder.clicked(event)}
      @contextmenu=${(event: Event) => event.preventDefault()}
    >
      ${icons.mic}
    </button>`;
  }

  private editingBar() {
    const cancel = this.labels.of('composer.cancel');
    const { text = '', media = [] } = this.editing?.message ?? {};
    const edited = text || summaryOf(media, this.labels);
    return html`<div class="about">
      ${icons.edit}
      <span><b>${this.labels.of('composer.editing')}</b><span class="said">${edited}</span></span>
      <button type="button" aria-label=${cancel} title=${cancel} @click=${this.stopEditing}>${icons.close}</button>
    </div>`;
  }

  private answeringBar(quote: Quote) {
    const cancel = this.labels.of('composer.replying.cancel');
    return html`<div class="about">
      ${icons.reply}
      <span>${quoteContent(this.labels.of('composer.replying', quote.sender?.name ?? ''), quotedText(quote, this.labels))}</span>
      <button type="button" aria-label=${cancel} title=${cancel} @click=${() => this.answer(undefined)}>${icons.close}</button>
    </div>`;
  }

  static styles = [
    tokens,
    completionStyles,
    commandStyles,
    buttonStyles,
    dialogStyles,
    trayStyles,
    recorderStyles,
    dropStyles,
    css`
      :host {
        display: block;
        flex: none;
        padding: 4px 24px calc(16px + env(safe-area-inset-bottom, 0px));
        background: var(--surface-2);
      }

      :host([hidden]) {
        display: none;
      }

      .box {
        display: flex;
        align-items: flex-end;
        gap: 4px;
        padding: 5px;
        background: var(--surface);
        border: 1px solid var(--border);
        border-radius: 18px;
        box-shadow: 0 1px 4px rgb(20 22 40 / 10%);
      }

      .box.covered {
        display: none;
      }

      .box:focus-withTimeout {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }

      textarea {
        flex: 1;
        min-width: 0;
        margin: 0;
        padding: 11px 4px;
        font: inherit;
        line-height: 22px;
        color: inherit;
        background: none;
        border: 0;
        outline: 0;
        resize: none;
        overflow-y: auto;
        scrollbar-width: thin;
      }

      textarea:focus-visible {
        outline: 0;
      }

      textarea::placeholder {
        color: var(--muted);
        opacity: 1;
      }

      @media (pointer: coarse) {
        /* Smaller text would make a phone zoom in. */
        textarea {
          font-size: 1rem;
        }
      }

      .tool {
        display: grid;
        place-items: center;
        flex: none;
        width: 44px;
        height: 44px;
        color: var(--muted);
        border-radius: 14px;
      }

      .tool:hover {
        color: var(--text);
        background: var(--surface-2);
      }

      .mic {
        touch-action: none;
        user-select: none;
        -webkit-touch-callout: none;
      }

      .send {
        display: grid;
        place-items: center;
        flex: none;
        width: 44px;
        height: 44px;
        color: var(--on-accent);
        background: var(--accent);
        border-radius: 14px;
        transition: opacity 120ms;
      }

      .send[aria-disabled='true'] {
        cursor: default;
        opacity: 0.55;
      }

      .notices p {
        margin: 0;
        padding: 0 20px 6px;
        font-size: 0.8125rem;
        color: var(--muted);
      }

      .notices .danger {
        color: var(--danger);
      }

      .about {
        display: flex;
        align-items: center;
        gap: 12px;
        margin-bottom: 6px;
        padding: 4px 4px 4px 16px;
        color: var(--accent);
        background: var(--surface);
        border: 1px solid var(--border);
        border-radius: var(--radius);
        font-size: 0.8125rem;
      }

      .about svg {
        flex: none;
      }

      .about .who {
        font-weight: 600;
      }

      .about > span {
        flex: 1;
        min-width: 0;
      }

      .about .said {
        display: block;
        overflow: hidden;
        color: var(--muted);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .about button {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        color: var(--muted);
        border-radius: 12px;
      }

      @media (max-width: 700px) {
        :host {
          padding: 2px 16px calc(10px + env(safe-area-inset-bottom, 0px));
        }
      }
    `
  ];
}

customElements.define('charla-composer', Composer);
