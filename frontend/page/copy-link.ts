import { copy } from '../platform/clipboard.ts';

/**
 * A link of this site in a field, and the button beside it that copies it. Where the browser does not let us copy, the link
 * is selected for the person to do it; so it is where they turn away from the share sheet. The contract is in CopyLink.java.
 */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.clicked);
    queueMicrotask(() => {
      if (this.field) this.field.value = new URL(this.getAttribute('path') ?? '/', location.origin).href;
      this.querySelector('.share')?.toggleAttribute('hidden', !navigator.share);
    });
  }

  private get field(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  private readonly clicked = async (event: Event): Promise<void> => {
    const button = (event.target as Element).closest('button');
    if (!button || !this.field) {
      this.field?.select();
    } else if (button.classList.contains('share')) {
      await navigator.share({ url: this.field.value }).catch(() => this.field?.select());
    } else if (await copy(this.field.value)) {
      button.textContent = this.getAttribute('copied');
    } else {
      this.field.select();
    }
  };
}

customElements.define('charla-copy-link', CopyLink);
