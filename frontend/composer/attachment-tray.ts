import { css, html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { attach } from './attachment.ts';
import { Camera, cameraStyles } from './camera.ts';
import { icons } from '../design/icons.ts';
import { fileStore, loadLocalAddress, localAddress } from '../sync/file-store.ts';
import type { Labels } from '../platform/labels.ts';
import { draftFiles } from '../sync/drafts.ts';
import { admit, formatDuration, formatSize, type Attachment, type Limits } from '../model/media.ts';
import { sameConversation, type Conversation } from '../model/message.ts';

const LONGEST_ALT = 1000;

/** The files that will go with the message being written. They are kept with the draft, and wait for it as long as that. */
export class Tray implements ReactiveController {
  limits: Limits = { files: 10, bytes: 50 * 1024 * 1024 };

  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly labels: () => Labels;
  private readonly camera: Camera;
  private conversation?: Conversation;
  private files: Attachment[] = [];
  /** How many are being looked at before they can be shown. */
  private coming = 0;
  private told: string[] = [];
  private describing?: Attachment;

  constructor(host: ReactiveControllerHost & HTMLElement, labels: () => Labels) {
    this.host = host;
    this.labels = labels;
    this.camera = new Camera(host, labels, (photo) => {
      void this.add([photo]);
      host.focus();
    });
    host.addController(this);
  }

  hostUpdated(): void {
    const dialog = this.host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.describing');
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
  }

  get empty(): boolean {
    return this.files.length === 0 && this.coming === 0;
  }

  /** Whether everything in it can be sent now. */
  get ready(): boolean {
    return this.coming === 0;
  }

  /** Turns to another chat, with the files of its draft. */
  open(conversation: Conversation): void {
    this.conversation = conversation;
    this.told = [];
    this.describing = undefined;
    this.reread();
  }

  /** Takes what another tab has changed. */
  reread(): void {
    this.files = this.conversation ? draftFiles.read(this.conversation) : [];
    for (const { key } of this.files.filter(({ key }) => !localAddress(key))) {
      void loadLocalAddress(key).then(() => this.host.requestUpdate());
    }
    this.host.requestUpdate();
  }

  /** Takes files; of those that cannot be sent it tells why. */
  async add(files: File[], folders = false): Promise<void> {
    const { conversation } = this;
    if (!conversation) {
      return;
    }
    const admission = admit(files, this.files.length + this.coming, this.limits);
    this.told = this.refusals(admission, folders);
    this.coming += admission.taken.length;
    this.host.requestUpdate();
    for (const file of admission.taken) {
      const attachment = await attach(file);
      this.coming--;
      if (sameConversation(conversation, this.conversation)) {
        this.hold([...this.files, attachment]);
      } else {
        draftFiles.write(conversation, [...draftFiles.read(conversation), attachment]);
      }
    }
  }

  private refusals({ tooLarge, empty, tooMany }: ReturnType<typeof admit<File>>, folders: boolean): string[] {
    const labels = this.labels();
    const most = formatSize(this.limits.bytes, labels.locale);
    return [
      ...tooLarge.map(({ name, size }) => labels.of('media.tooLarge', name, formatSize(size, labels.locale), most)),
      ...empty.map(({ name }) => labels.of('media.empty', name)),
      ...(tooMany.length > 0 ? [labels.of('media.tooMany', this.limits.files)] : []),
      ...(folders ? [labels.of('media.folder')] : [])
    ];
  }

  /** What goes with the message that is sent now; the tray is empty then. */
  take(): Attachment[] {
    const taken = this.files;
    this.told = [];
    this.files = [];
    this.host.requestUpdate();
    return taken;
  }

  /** To be called when the outbox has what was taken: at no moment is a file in neither. */
  taken(conversation: Conversation): void {
    draftFiles.write(conversation, sameConversation(conversation, this.conversation) ? this.files : []);
  }

  private hold(files: Attachment[]): void {
    this.files = files;
    if (this.conversation) {
      draftFiles.write(this.conversation, files);
    }
    this.host.requestUpdate();
  }

  private remove({ key }: Attachment): void {
    this.told = [];
    this.hold(this.files.filter((each) => each.key !== key));
    void fileStore.remove(key);
  }

  private describe(attachment: Attachment | undefined): void {
    this.describing = attachment;
    this.host.requestUpdate();
  }

  private described(event: Event): void {
    const dialog = event.target as HTMLDialogElement;
    const alt = dialog.querySelector('textarea')?.value.trim() ?? '';
    const key = this.describing?.key;
    if (dialog.returnValue === 'save') {
      this.hold(this.files.map((each) => (each.key === key ? { ...each, alt } : each)));
    }
    this.describe(undefined);
  }

  private picked(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    this.host.shadowRoot?.querySelector<HTMLElement>('.sources')?.hidePopover();
    void this.add(files);
    // Where that would bring up a keyboard, the person asks for it.
    if (!matchMedia('(hover: none) and (pointer: coarse)').matches) {
      this.host.focus();
    }
  }

  /** Lets the person choose where files come from; at a desk right over the button. */
  private ask(event: Event, touch: boolean): void {
    const sources = this.host.shadowRoot?.querySelector<HTMLElement>('.sources');
    if (sources && !touch) {
      const { left, top } = (event.currentTarget as Element).getBoundingClientRect();
      sources.style.inset = `auto auto ${innerHeight - top + 8}px ${left}px`;
    }
    sources?.showPopover();
    sources?.querySelector('button')?.focus();
  }

  private shoot(): void {
    this.host.shadowRoot?.querySelector<HTMLElement>('.sources')?.hidePopover();
    void this.camera.start();
  }

  /** The way to pick files: the system's own window, on a telephone also its camera, at a desk the one that is there. */
  picker(touch: boolean, disabled: boolean) {
    const labels = this.labels();
    const attach = labels.of('media.attach');
    const press = (name: string) => () => this.host.shadowRoot?.querySelector<HTMLInputElement>(`input[name=${name}]`)?.click();
    const input = (name: string, accept: string) =>
      html`<input type="file" name=${name} multiple hidden accept=${accept || nothing} @change=${this.picked.bind(this)} />`;
    const source = (name: string, icon: unknown) =>
      html`<button type="button" @click=${press(name)}>${icon}<span>${labels.of(`media.source.${name}`)}</span></button>`;
    const limits = labels.of('media.limits', this.limits.files, formatSize(this.limits.bytes, labels.locale));
    return html`<button
        class="tool attach"
        type="button"
        aria-label=${attach}
        title="${attach}: ${limits}"
        ?disabled=${disabled}
        @click=${touch || this.camera.present ? (event: Event) => this.ask(event, touch) : press('file')}
      >
        ${icons.plus}
      </button>
      ${input('file', '')}
      ${touch
        ? html`${input('picture', 'image/*,video/*')}
            <input type="file" name="camera" hidden accept="image/*" capture="environment" @change=${this.picked.bind(this)} />
            <div class="sources" popover role="group" aria-label=${attach}>
              ${source('picture', icons.picture)} ${source('camera', icons.camera)} ${source('file', icons.file)}
              <p>${limits}</p>
            </div>`
        : this.camera.present
          ? html`<div class="sources" popover role="group" aria-label=${attach}>
              ${source('file', icons.file)}
              <button type="button" @click=${() => this.shoot()}>${icons.camera}<span>${labels.of('media.source.camera')}</span></button>
              <p>${limits}</p>
            </div>`
          : nothing}`;
  }

  /** What the person should know, as lines among the composer's notices. */
  notices() {
    return this.told.map((line) => html`<p class="danger">${line}</p>`);
  }

  render() {
    const labels = this.labels();
    const coming = Array.from({ length: this.coming }, () => html`<li class="coming" aria-hidden="true"><i></i></li>`);
    return html`${this.empty
      ? nothing
      : html`<ul class="tray" aria-label=${labels.of('media.tray')}>
          ${this.files.map((each) => this.item(each))}${coming}
        </ul>`}
    ${this.describing ? this.dialog(this.describing) : nothing} ${this.camera.render()}`;
  }

  private item(attachment: Attachment) {
    const labels = this.labels();
    const { name, size, durationMillis, kind, alt } = attachment;
    const remove = labels.of('media.remove', name);
    const facts = [durationMillis ? formatDuration(durationMillis) : '', formatSize(size, labels.locale)].filter(Boolean).join(' · ');
    return html`<li>
      <div class="sight">${this.sight(attachment)}</div>
      <div class="facts"><b title=${name}>${name}</b><span>${facts}</span></div>
      ${kind === 'IMAGE'
        ? html`<button
            class="alt ${alt ? 'given' : ''}"
            type="button"
            aria-label=${labels.of(alt ? 'media.alt.change' : 'media.alt.add', name)}
            title=${labels.of(alt ? 'media.alt.change' : 'media.alt.add', name)}
            @click=${() => this.describe(attachment)}
          >
            <span>ALT${alt ? ' ✓' : ''}</span>
          </button>`
        : nothing}
      <button class="out" type="button" aria-label=${remove} title=${remove} @click=${() => this.remove(attachment)}>
        <span>${icons.close}</span>
      </button>
    </li>`;
  }

  private sight({ key, kind, alt }: Attachment) {
    const address = localAddress(key);
    if (address && kind === 'IMAGE') {
      return html`<img src=${address} alt=${alt} />`;
    }
    if (address && kind === 'VIDEO') {
      return html`<video src=${address} preload="metadata" muted playsinline tabindex="-1" aria-hidden="true"></video>`;
    }
    return kind === 'AUDIO' || kind === 'VOICE' ? icons.audio : icons.file;
  }

  private dialog(attachment: Attachment) {
    const labels = this.labels();
    return html`<dialog class="describing" aria-labelledby="alt-title" aria-describedby="alt-text" @close=${this.described.bind(this)}>
      <form method="dialog">
        <h2 id="alt-title">${labels.of('media.alt.title')}</h2>
        <p id="alt-text">${labels.of('media.alt.text')}</p>
        <div class="sight">${this.sight({ ...attachment, alt: '' })}</div>
        <textarea rows="3" maxlength=${LONGEST_ALT} dir="auto" aria-label=${labels.of('media.alt.title')} .value=${attachment.alt}></textarea>
        <div class="choices">
          <button class="button" value="">${labels.of('media.alt.cancel')}</button>
          <button class="button filled" value="save">${labels.of('media.alt.save')}</button>
        </div>
      </form>
    </dialog>`;
  }
}

export const trayStyles = [
  cameraStyles,
  css`
  .tray {
    display: flex;
    gap: 8px;
    margin: 0 0 8px;
    padding: 2px 2px 6px;
    overflow-x: auto;
    list-style: none;
    scrollbar-width: thin;
  }

  .tray li {
    position: relative;
    flex: none;
    width: 132px;
    overflow: hidden;
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: 12px;
  }

  .tray .sight {
    display: grid;
    place-items: center;
    height: 92px;
    color: var(--muted);
    background: var(--surface-2);
  }

  .tray .sight :is(img, video) {
    width: 100%;
    height: 92px;
    object-fit: cover;
  }

  .tray .sight svg {
    width: 32px;
    height: 32px;
  }

  .facts {
    display: grid;
    padding: 6px 10px 8px;
    font-size: 0.75rem;
    line-height: 1.35;
  }

  .facts b {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .facts span {
    color: var(--muted);
  }

  .tray button {
    position: absolute;
    top: 0;
    display: grid;
    min-width: 44px;
    height: 44px;
    padding: 6px;
  }

  .tray button span {
    display: grid;
    place-items: center;
    min-width: 26px;
    height: 26px;
    color: #ffffff;
    background: rgb(16 18 29 / 76%);
    border-radius: 99px;
    font-size: 0.6875rem;
    font-weight: 700;
  }

  .tray .out {
    inset-inline-end: 0;
    place-items: start end;
  }

  .tray .out svg {
    width: 16px;
    height: 16px;
  }

  .tray .alt {
    inset-inline-start: 0;
    place-items: start;
  }

  .tray .alt span {
    padding: 0 8px;
  }

  .tray button:hover span {
    background: #10121d;
  }

  .tray .coming i {
    display: block;
    width: 100%;
    height: 136px;
    background: var(--border);
    animation: tray-breathe 900ms ease-in-out infinite alternate;
  }

  @keyframes tray-breathe {
    to {
      opacity: 0.4;
    }
  }

  .sources {
    inset: auto 8px calc(8px + env(safe-area-inset-bottom, 0px));
    width: auto;
    padding: 8px;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: 18px;
    box-shadow: 0 12px 36px rgb(20 22 40 / 24%);
  }

  .sources::backdrop {
    background: rgb(12 13 24 / 50%);
  }

  .sources button {
    display: flex;
    align-items: center;
    gap: 14px;
    width: 100%;
    min-height: 52px;
    padding: 0 16px;
    border-radius: 12px;
  }

  .sources svg {
    color: var(--accent);
  }

  .sources p {
    margin: 4px 16px 8px;
    color: var(--muted);
    font-size: 0.8125rem;
  }

  .describing .sight {
    display: grid;
    place-items: center;
    margin: 12px 0;
    background: var(--surface-2);
    border-radius: 12px;
  }

  .describing img {
    max-width: 100%;
    max-height: 200px;
    border-radius: 12px;
    object-fit: contain;
  }

  .describing textarea {
    width: 100%;
    padding: 10px 12px;
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: 12px;
  }

  .describing textarea:focus {
    border-color: var(--accent);
  }
`
];
