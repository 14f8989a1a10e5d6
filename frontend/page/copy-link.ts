import { copy } from '../platform/clipboard.ts';

/**
 * A link of this site in a field, with buttons that copy and share it. The link is selected instead where the browser does
 * not allow copying, or the person cancels sharing. See CopyLink.java.
 */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.onClick);
    queueMicrotask(() => {
      if (this.field) {
        this.field.value = new URL(this.getAttribute('path') ?? '/', location.origin).href;
      }
      this.querySelector('.share')?.toggleAttribute('hidden', !navigator.share);
    });
  }

  private get field(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  private readonly onClick = async (event: Event): Promise<void> => {
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
