import { css } from 'lit';

/** The link preview below a message. */
export const previewStyles = css`
  .preview {
    position: relative;
    max-width: 420px;
    margin-top: 6px;
    background: var(--surface-2);
    border-inline-start: 3px solid var(--accent);
    border-radius: 8px;
  }

  .preview a {
    display: grid;
    gap: 2px;
    padding: 8px 12px;
    color: inherit;
    font-size: 0.875rem;
    text-decoration: none;
  }

  .preview:has(button) a {
    padding-inline-end: 40px;
  }

  .preview a:hover .title {
    text-decoration: underline;
  }

  .preview span {
    overflow: hidden;
    overflow-wrap: anywhere;
  }

  .preview .site {
    color: var(--muted);
    font-size: 0.8125rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .preview .title {
    color: var(--accent);
    font-weight: 600;
  }

  .preview .title,
  .preview .description {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  .preview button {
    position: absolute;
    inset: 4px 4px auto auto;
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    color: var(--muted);
    border-radius: 8px;
  }

  .preview button:hover {
    color: var(--text);
    background: color-mix(in srgb, var(--text) 8%, transparent);
  }

  .preview button svg {
    width: 16px;
    height: 16px;
  }
`;
