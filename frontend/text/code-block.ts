import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { copy } from '../platform/clipboard.ts';
import { colours } from '../design/tokens.ts';
import type { Part } from './highlight.ts';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';

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

  static styles = [
    colours,
    css`
      :host {
        display: block;
        max-width: 100%;
        overflow: hidden;
        background: var(--surface-2);
        border: 1px solid var(--border);
        border-radius: 10px;
        white-space: normal;
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-height: 30px;
        padding-inline: 12px 4px;
        color: var(--muted);
        font-size: 0.75rem;
      }

      button {
        display: grid;
        place-items: center;
        width: 34px;
        height: 28px;
        color: var(--muted);
        border-radius: 8px;
      }

      button:hover {
        color: var(--text);
      }

      svg {
        width: 16px;
        height: 16px;
      }

      pre {
        margin: 0;
        padding: 0 12px 10px;
        overflow-x: auto;
        font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace;
        font-size: 0.8125rem;
        line-height: 1.5;
        white-space: pre;
        scrollbar-width: thin;
        tab-size: 4;
      }

      code {
        font: inherit;
      }

      .comment,
      .quote,
      .meta {
        color: var(--muted);
        font-style: italic;
      }

      .keyword,
      .literal,
      .selector-tag,
      .name,
      .section {
        color: light-dark(#7a3ec8, #c49bff);
      }

      .string,
      .regexp,
      .addition,
      .symbol {
        color: light-dark(#1b7340, #6fd39b);
      }

      .number,
      .attr,
      .attribute,
      .variable,
      .template-variable {
        color: light-dark(#a34a00, #ffb077);
      }

      .title,
      .built_in,
      .type,
      .class {
        color: light-dark(#1f5fb8, #7fb2ff);
      }

      .deletion {
        color: var(--danger);
      }

      @media (pointer: coarse) {
        button {
          width: 44px;
          height: 44px;
        }
      }
    `
  ];
}

const part = ({ text, kind }: Part) => (kind ? html`<span class=${kind}>${text}</span>` : text);

customElements.define('charla-code-block', CodeBlock);
