import { copy } from '../platform/clipboard.ts';

/** Buttons that copy a text or save it as a file. See CopyText.java. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.onClick);
  }

  private readonly onClick = async (event: Event): Promise<void> => {
    const button = (event.target as Element).closest('button');
    const text = this.getAttribute('text') ?? '';
    if (button?.classList.contains('save')) {
      save(text, this.getAttribute('file-name') ?? 'charla.txt');
    } else if (button && (await copy(text))) {
      button.textContent = this.getAttribute('copied');
    }
  };
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

customElements.define('charla-copy-text', CopyText);
