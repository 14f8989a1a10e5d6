import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { copy } from '../platform/clipboard.ts';
import { colours } from '../design/tokens.ts';
import type { Part } from './highlight.ts';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';
import { codeBlockStyles } from './code-block-styles.ts';

/** So much code is coloured; more would hold the page up. */
const MOST_COLOURED = 8000;

/** A piece of code with a button that copies it. What colours it is large, and loaded when the first of them is drawn. */
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
      void this.colour();
    }
  }

  private async colour(): Promise<void> {
    const { code, language } = this;
    if (!language || code.length > MOST_COLOURED) {
      return;
    }
    try {
      const { highlight } = await import('./highlight.ts');
      if (code === this.code && language === this.language) {
        this.parts = highlight(code, language);
      }
    } catch {
      // Without a connection it stays as it is: plain, and readable.
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

  static styles = [colours, codeBlockStyles];
}

const part = ({ text, kind }: Part) => (kind ? html`<span class=${kind}>${text}</span>` : text);

customElements.define('charla-code-block', CodeBlock);
