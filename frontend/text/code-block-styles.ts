import { css } from 'lit';

export const codeBlockStyles = css`
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
`;
