import { css } from 'lit';

/** The quote above an answer, and the origin line above a forwarded message. */
export const quoteStyles = css`
  .quote {
    display: block;
    width: 100%;
    margin: 2px 0 6px;
    padding: 4px 10px;
    color: var(--muted);
    background: var(--surface-2);
    border-inline-start: 3px solid var(--accent);
    border-radius: 8px;
    font-size: 0.8125rem;
    text-align: start;
  }

  .own .quote {
    background: color-mix(in srgb, var(--surface-2) 70%, var(--bubble-own));
  }

  button.quote:hover {
    color: var(--text);
  }

  .quote.gone {
    border-color: var(--border);
    font-style: italic;
  }

  .quote .who {
    display: block;
    color: var(--accent);
    font-weight: 600;
  }

  .quote .said {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .origin {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--muted);
    font-size: 0.8125rem;
  }

  .origin a {
    color: inherit;
  }

  .origin svg {
    flex: none;
    width: 14px;
    height: 14px;
  }
`;
