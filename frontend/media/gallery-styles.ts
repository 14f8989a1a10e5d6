import { css } from 'lit';

export const galleryStyles = css`
  :host {
    display: block;
  }

  h3 {
    margin: 0 0 8px;
    color: var(--muted);
    font-size: 0.75rem;
    font-weight: 700;
    letter-spacing: 0.05em;
    text-transform: uppercase;
  }

  .tabs {
    display: flex;
    gap: 4px;
    margin-bottom: 8px;
  }

  .tabs button {
    min-height: 36px;
    padding: 0 12px;
    color: var(--muted);
    border-radius: 99px;
    font-size: 0.8125rem;
    font-weight: 600;
  }

  .tabs [aria-selected='true'] {
    color: var(--text);
    background: var(--bubble-own);
  }

  .grid {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 6px;
  }

  .grid .tile,
  .grid i {
    aspect-ratio: 1;
    border-radius: 8px;
  }

  .grid i {
    background: var(--surface-2);
  }

  p {
    margin: 4px 0;
    color: var(--muted);
    font-size: 0.875rem;
  }

  ul {
    display: grid;
    gap: 10px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    min-width: 0;
  }

  .name {
    display: block;
    overflow: hidden;
    font-size: 0.8125rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .origin {
    display: inline-block;
    color: var(--muted);
    font-size: 0.75rem;
  }

  #panel > .button {
    width: 100%;
    margin-top: 8px;
  }

  @media (pointer: coarse) {
    .tabs button {
      min-height: 44px;
    }

    .origin {
      padding: 12px 0;
    }
  }
`;
