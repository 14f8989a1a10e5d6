import { html, nothing, type ReactiveControllerHost } from 'lit';
import { icons } from '../design/icons.ts';
import { admit, formatDuration, formatSize, isTooLargeToShow, type Attachment, type Limits } from '../model/media.ts';
import { sameConversation, type Conversation } from '../model/message.ts';
import type { Labels } from '../platform/labels.ts';
import { draftFiles } from '../sync/drafts.ts';
import { fileStore, loadLocalAddress, localAddress } from '../sync/file-store.ts';
import { AltTextDialog } from './alt-text-dialog.ts';
import { thumbnail } from './attachment-thumbnail.ts';
import { createAttachment } from './attachment.ts';
import { FilePicker } from './file-picker.ts';
import { originals, smallerPhoto } from './photo-size.ts';

/** The attachments of the message being written; they are stored in its draft. */
export class AttachmentTray {
  limits: Limits = { files: 10, bytes: 50 * 1024 * 1024 };

  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly labels: () => Labels;
  private readonly picker: FilePicker;
  private readonly altText: AltTextDialog;
  private conversation?: Conversation;
  private files: Attachment[] = [];
  /** The number of files whose dimensions are being read. */
  private loading = 0;
  private errors: string[] = [];
  /** The photos that were made smaller, as they were, by the keys of their attachments. */
  private readonly originals = new Map<string, File>();

  constructor(host: ReactiveControllerHost & HTMLElement, labels: () => Labels) {
    this.host = host;
    this.labels = labels;
    this.picker = new FilePicker(host, labels, (files) => void this.add(files));
    this.altText = new AltTextDialog(host, labels, ({ key }, alt) => {
      this.setFiles(this.files.map((each) => (each.key === key ? { ...each, alt } : each)));
    });
  }

  get empty(): boolean {
    return this.files.length === 0 && this.loading === 0;
  }

  /** Whether all attachments can be sent now. */
  get ready(): boolean {
    return this.loading === 0;
  }

  /** Shows the attachments of another conversation's draft. */
  open(conversation: Conversation): void {
    this.conversation = conversation;
    this.errors = [];
    this.altText.close();
    this.reload();
  }

  /** Reads the attachments from the draft, as after a change by another tab. */
  reload(): void {
    this.files = this.conversation ? draftFiles.read(this.conversation) : [];
    for (const { key } of this.files.filter(({ key }) => !localAddress(key))) {
      void loadLocalAddress(key).then(() => this.host.requestUpdate());
    }
    this.host.requestUpdate();
  }

  /** Adds files, within the limits; the person sees why a file is refused. */
  async add(files: File[], folders = false): Promise<void> {
    const { conversation } = this;
    if (!conversation) {
      return;
    }
    const admission = admit(files, this.files.length + this.loading, this.limits);
    this.errors = this.refusals(admission, folders);
    this.loading += admission.taken.length;
    this.host.requestUpdate();
    for (const file of admission.taken) {
      const attachment = await this.create(file);
      this.loading--;
      if (sameConversation(conversation, this.conversation)) {
        this.setFiles([...this.files, attachment]);
      } else {
        draftFiles.write(conversation, [...draftFiles.read(conversation), attachment]);
      }
    }
  }

  /** Creates an attachment; a photo is made smaller unless the person wants the originals. */
  private async create(file: File): Promise<Attachment> {
    const smaller = originals.wanted ? undefined : await smallerPhoto(file);
    const attachment = await createAttachment(smaller ?? file);
    if (smaller) {
      this.originals.set(attachment.key, file);
    }
    return attachment;
  }

  /** Replaces the photos that were made smaller by the originals, for this message and later ones; or goes back to smaller ones. */
  private async chooseOriginals(on: boolean): Promise<void> {
    originals.wanted = on;
    this.host.requestUpdate();
    const replaced = on ? this.files.filter(({ key }) => this.originals.has(key)) : [];
    for (const old of replaced) {
      const attachment = { ...(await createAttachment(this.originals.get(old.key)!)), alt: old.alt };
      this.originals.delete(old.key);
      this.setFiles(this.files.map((each) => (each.key === old.key ? attachment : each)));
      void fileStore.remove(old.key);
    }
  }

  private refusals({ tooLarge, empty, tooMany }: ReturnType<typeof admit<File>>, folders: boolean): string[] {
    const labels = this.labels();
    const max = formatSize(this.limits.bytes, labels.locale);
    return [
      ...tooLarge.map(({ name, size }) => labels.of('media.tooLarge', name, formatSize(size, labels.locale), max)),
      ...empty.map(({ name }) => labels.of('media.empty', name)),
      ...(tooMany.length > 0 ? [labels.of('media.tooMany', this.limits.files)] : []),
      ...(folders ? [labels.of('media.folder')] : [])
    ];
  }

  /** Returns the attachments of the message that is sent now, and empties the tray, but not yet the draft. */
  take(): Attachment[] {
    const taken = this.files;
    this.errors = [];
    this.files = [];
    this.originals.clear();
    this.host.requestUpdate();
    return taken;
  }

  /** Removes what was taken from the draft; to be called when the outbox has it: at no moment is a file in neither. */
  saveTaken(conversation: Conversation): void {
    draftFiles.write(conversation, sameConversation(conversation, this.conversation) ? this.files : []);
  }

  private setFiles(files: Attachment[]): void {
    this.files = files;
    if (this.conversation) {
      draftFiles.write(this.conversation, files);
    }
    this.host.requestUpdate();
  }

  private remove({ key }: Attachment): void {
    this.errors = [];
    this.setFiles(this.files.filter((each) => each.key !== key));
    void fileStore.remove(key);
  }

  renderPicker(touchScreen: boolean, disabled: boolean) {
    return this.picker.render(touchScreen, disabled, this.limits);
  }

  /** The errors, as lines among the composer's notices. */
  renderErrors() {
    return this.errors.map((line) => html`<p class="danger">${line}</p>`);
  }

  render() {
    const placeholder = () => html`<li class="coming" aria-hidden="true"><i></i></li>`;
    return html`${
      this.empty
        ? nothing
        : html`<ul class="tray" aria-label=${this.labels().of('media.tray')}>
          ${this.files.map((each) => this.item(each))}${Array.from({ length: this.loading }, placeholder)}
        </ul>`
    }
    ${this.originals.size > 0 || originals.wanted ? this.originalsChoice() : nothing}
    ${this.altText.render()} ${this.picker.renderCamera()}`;
  }

  private item(attachment: Attachment) {
    const labels = this.labels();
    const { name, size, durationMillis, kind } = attachment;
    const remove = labels.of('media.remove', name);
    const duration = durationMillis ? formatDuration(durationMillis) : '';
    const unshown = isTooLargeToShow(attachment) ? labels.of('media.unshown') : '';
    const facts = [duration, formatSize(size, labels.locale), unshown].filter(Boolean).join(' · ');
    return html`<li>
      <div class="sight">${thumbnail(attachment)}</div>
      <div class="facts"><b title=${name}>${name}</b><span>${facts}</span></div>
      ${kind === 'IMAGE' ? this.altTextButton(attachment) : nothing}
      <button class="out" type="button" aria-label=${remove} title=${remove} @click=${() => this.remove(attachment)}>
        <span>${icons.close}</span>
      </button>
    </li>`;
  }

  private originalsChoice() {
    const labels = this.labels();
    return this.files.some(({ kind }) => kind === 'IMAGE')
      ? html`<label class="originals" title=${labels.of('media.original.hint')}>
          <input
            type="checkbox"
            .checked=${originals.wanted}
            @change=${(event: Event) => void this.chooseOriginals((event.target as HTMLInputElement).checked)}
          />${labels.of('media.original')}
        </label>`
      : nothing;
  }

  private altTextButton(attachment: Attachment) {
    const { name, alt } = attachment;
    const label = this.labels().of(alt ? 'media.alt.change' : 'media.alt.add', name);
    return html`<button
      class="alt ${alt ? 'given' : ''}"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => this.altText.open(attachment)}
    >
      <span>ALT${alt ? ' ✓' : ''}</span>
    </button>`;
  }
}
