import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { copy } from '../platform/clipboard.ts';
import { tokens } from '../design/tokens.ts';
import type { Part } from './highlight.ts';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';
import { codeBlockStyles } from './code-block-styles.ts';

/** The longest code that is highlighted, in UTF-16 units; more would block the page. */
const MAX_HIGHLIGHTED = 8000;

/** A block of code with a copy button. The highlighter is large, so it is loaded when the first block is rendered. */
export class CodeBlock extends LitElement {
  static properties = {
    code: { attribute: false },
    language: { attribute: false },
    labels: { attribute: false },
    parts: { state: true },
    copied: { state: true }
  };

  declare code: string;
  declare language: string;
  declare labels?: Labels;
  declare private parts?: Part[];
  declare private copied: boolean;

  constructor() {
    super();
    this.code = '';
    this.language = '';
    this.copied = false;
  }

  protected willUpdate(changed: PropertyValues): void {
    if (changed.has('code') || changed.has('language')) {
      this.parts = undefined;
      void this.highlight();
    }
  }

  private async highlight(): Promise<void> {
    const { code, language } = this;
    if (!language || code.length > MAX_HIGHLIGHTED) {
      return;
    }
    try {
      const { highlight } = await import('./highlight.ts');
      if (code === this.code && language === this.language) {
        this.parts = highlight(code, language);
      }
    } catch {
      // Without a connection the highlighter cannot be loaded: the code stays plain.
      this.parts = undefined;
    }
  }

  private async copy(): Promise<void> {
    this.copied = await copy(this.code);
    setTimeout(() => (this.copied = false), 2000);
  }

  render() {
    const name = this.labels?.of(this.copied ? 'log.copied' : 'log.code.copy') ?? '';
    return html`<div class="head">
        <span>${this.language || nothing}</span>
        <button type="button" aria-label=${name} title=${name} @click=${this.copy}>
          ${this.copied ? icons.check : icons.copy}
        </button>
      </div>
      <pre tabindex="0"><code>${this.parts ? this.parts.map(part) : this.code}</code></pre>`;
  }

  static styles = [tokens, codeBlockStyles];
}

const part = ({ text, kind }: Part) => (kind ? html`<span class=${kind}>${text}</span>` : text);

customElements.define('charla-code-block', CodeBlock);
