import { LitElement, css, html } from 'lit';

/** A spoiler: text that is covered until the reader presses it. */
export class Spoiler extends LitElement {
  static properties = { label: {}, open: { state: true } };

  declare label: string;
  declare private open: boolean;

  constructor() {
    super();
    this.label = '';
    this.open = false;
  }

  private readonly uncover = (): void => {
    this.open = true;
  };

  render() {
    return this.open
      ? html`<span class="open"><slot></slot></span>`
      : html`<button type="button" aria-label=${this.label} title=${this.label} @click=${this.uncover}
          ><span inert><slot></slot></span></button
        >`;
  }

  static styles = css`
    button {
      display: inline;
      padding: 0 2px;
      font: inherit;
      color: inherit;
      text-align: start;
      background: color-mix(in srgb, currentcolor 78%, transparent);
      border: 0;
      border-radius: 4px;
      cursor: pointer;
      user-select: none;
    }

    button:focus-visible {
      outline: 2px solid var(--accent);
      outline-offset: 2px;
    }

    button span {
      visibility: hidden;
    }

    .open {
      padding: 0 2px;
      background: color-mix(in srgb, currentcolor 10%, transparent);
      border-radius: 4px;
    }

    @media (forced-colors: active) {
      button {
        background: ButtonText;
        forced-color-adjust: none;
      }
    }
  `;
}

customElements.define('charla-spoiler', Spoiler);
