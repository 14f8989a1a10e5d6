import { draftFiles, drafts } from '../sync/drafts.ts';
import { clearSharedFiles, sharedFiles } from '../sync/shared-files.ts';
import type { Conversation } from '../model/message.ts';
import { createAttachment } from './attachment.ts';
import { originals, smallerPhoto } from './photo-size.ts';

/** The sessionStorage key of the shared text: share-target.js sets it, and it is removed when the text becomes a draft. */
const STORAGE_KEY = 'charla.shared';

/**
 * The web share target: shows the text and the files that another app shares, and adds them to the draft of the chat that is
 * chosen.
 * Nothing is sent. The contract is in ShareInView.java.
 */
class ShareTarget extends HTMLElement {
  private files: File[] = [];

  connectedCallback(): void {
    this.addEventListener('click', this.onChoose, true);
    this.addEventListener('input', this.onSearch);
    queueMicrotask(() => void this.show());
  }

  private async show(): Promise<void> {
    this.files = await sharedFiles();
    const text = this.querySelector('.shared-words');
    if (text) {
      text.textContent = [this.sharedText, ...this.files.map(({ name }) => `📎 ${name}`)].filter(Boolean).join('\n');
    }
    this.toggleAttribute('nothing', !this.sharedText && this.files.length === 0);
  }

  private get sharedText(): string {
    return sessionStorage.getItem(STORAGE_KEY) ?? '';
  }

  private readonly onChoose = (event: Event): void => {
    const chat = (event.target as Element).closest<HTMLElement>('a[data-chat]');
    if (!chat) {
      return;
    }
    const conversation = { account: this.getAttribute('account'), ...chat.dataset } as unknown as Conversation;
    if (this.sharedText) {
      drafts.write(conversation, [drafts.read(conversation), this.sharedText].filter(Boolean).join('\n'));
      sessionStorage.removeItem(STORAGE_KEY);
    }
    if (this.files.length > 0) {
      // The chat opens once its draft has the files.
      event.preventDefault();
      event.stopPropagation();
      void this.attach(conversation).then(() => chat.click());
    }
  };

  private async attach(conversation: Conversation): Promise<void> {
    const { files } = this;
    this.files = [];
    for (const file of files) {
      const attachment = await createAttachment((originals.wanted ? undefined : await smallerPhoto(file)) ?? file);
      draftFiles.write(conversation, [...draftFiles.read(conversation), attachment]);
    }
    await clearSharedFiles();
  }

  private readonly onSearch = (event: Event): void => {
    const query = (event.target as HTMLInputElement).value.trim().toLocaleLowerCase();
    for (const item of this.querySelectorAll<HTMLElement>('.shared-chats li')) {
      item.hidden = !item.textContent?.toLocaleLowerCase().includes(query);
    }
  };
}

customElements.define('charla-shared', ShareTarget);
