import { drafts } from '../sync/drafts.ts';
import type { Conversation } from '../model/message.ts';

/** The sessionStorage key of the shared text: share-target.js sets it, and it is removed when the text becomes a draft. */
const STORAGE_KEY = 'charla.shared';

/**
 * The web share target: shows a text that another app shares, and appends it to the draft of the chat that is chosen.
 * Nothing is sent. The contract is in ShareInView.java.
 */
class ShareTarget extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.onChoose, true);
    this.addEventListener('input', this.onSearch);
    queueMicrotask(() => {
      const text = this.querySelector('.shared-words');
      if (text) {
        text.textContent = this.sharedText;
      }
      this.toggleAttribute('nothing', !this.sharedText);
    });
  }

  private get sharedText(): string {
    return sessionStorage.getItem(STORAGE_KEY) ?? '';
  }

  private readonly onChoose = (event: Event): void => {
    const chat = (event.target as Element).closest<HTMLElement>('a[data-chat]');
    if (chat && this.sharedText) {
      const conversation = { account: this.getAttribute('account'), ...chat.dataset } as unknown as Conversation;
      drafts.write(conversation, [drafts.read(conversation), this.sharedText].filter(Boolean).join('\n'));
      sessionStorage.removeItem(STORAGE_KEY);
    }
  };

  private readonly onSearch = (event: Event): void => {
    const query = (event.target as HTMLInputElement).value.trim().toLocaleLowerCase();
    for (const item of this.querySelectorAll<HTMLElement>('.shared-chats li')) {
      item.hidden = !item.textContent?.toLocaleLowerCase().includes(query);
    }
  };
}

customElements.define('charla-shared', ShareTarget);
