import { drafts } from '../sync/drafts.ts';
import type { Conversation } from '../model/message.ts';

/** Where share-target.js leaves what another app shares: in this tab, until it has become a draft. */
const GIVEN = 'charla.shared';

/**
 * What another app shares, and the chats into which it can go: it becomes the draft of the one that is chosen, after what
 * may stand there already. Nothing is sent. The contract is in ShareInView.java.
 */
class Shared extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.chosen, true);
    this.addEventListener('input', this.searched);
    queueMicrotask(() => {
      const words = this.querySelector('.shared-words');
      if (words) words.textContent = this.given;
      this.toggleAttribute('nothing', !this.given);
    });
  }

  private get given(): string {
    return sessionStorage.getItem(GIVEN) ?? '';
  }

  private readonly chosen = (event: Event): void => {
    const chat = (event.target as Element).closest<HTMLElement>('a[data-chat]');
    if (chat && this.given) {
      const place = { account: this.getAttribute('account'), ...chat.dataset } as unknown as Conversation;
      drafts.write(place, [drafts.read(place), this.given].filter(Boolean).join('\n'));
      sessionStorage.removeItem(GIVEN);
    }
  };

  private readonly searched = (event: Event): void => {
    const wanted = (event.target as HTMLInputElement).value.trim().toLocaleLowerCase();
    for (const item of this.querySelectorAll<HTMLElement>('.shared-chats li')) {
      item.hidden = !item.textContent?.toLocaleLowerCase().includes(wanted);
    }
  };
}

customElements.define('charla-shared', Shared);
