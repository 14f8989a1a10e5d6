import { css } from 'lit';

/** The rows of the conversation: days, system lines, the unread line and messages. */
export const messageRowStyles = css`
  /* days, system lines, the unread line */

  .day,
  .system {
    display: flex;
    justify-content: center;
    padding: 12px 0;
    text-align: center;
  }

  .day span {
    padding: 2px 12px;
    color: var(--muted);
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: 99px;
    font-size: 0.8125rem;
  }

  .day span::first-letter {
    text-transform: uppercase;
  }

  .system {
    padding: 6px 32px;
    color: var(--muted);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }

  .unread {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 12px 0 8px;
    color: var(--danger);
    font-size: 0.8125rem;
    font-weight: 600;
  }

  .unread::before,
  .unread::after {
    content: '';
    flex: 1;
    height: 1px;
    background: currentcolor;
    opacity: 0.5;
  }

  /* messages */

  .row {
    position: relative;
    display: flex;
    align-items: flex-end;
    gap: 10px;
    padding-top: var(--charla-message-gap);
    border-radius: var(--radius);
    scroll-margin: 60px;
  }

  .row.first {
    padding-top: var(--charla-group-gap);
  }

  .row.own {
    justify-content: flex-end;
  }

  .row:focus-visible {
    outline: 0;
  }

  .row:focus-visible .bubble,
  .system:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  .avatar {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    width: 34px;
    height: 34px;
    padding: 0;
    color: #ffffff;
    border: 0;
    cursor: pointer;
    border-radius: 50%;
    font-size: 0.75rem;
    font-weight: 700;
    user-select: none;
  }

  .avatar:disabled {
    color: #ffffff;
    cursor: default;
  }

  .row:not(.own, .first) {
    padding-inline-start: 44px;
  }

  .bubble {
    position: relative;
    max-width: min(85%, 620px);
    padding: var(--charla-bubble-gap) 12px;
    background: var(--bubble);
    border-radius: var(--radius);
    box-shadow: var(--charla-shadow);
    overflow-wrap: anywhere;
  }

  .own .bubble {
    background: var(--bubble-own);
  }

  .name {
    display: block;
    color: var(--accent);
    font-size: 0.8125rem;
    font-weight: 600;
  }

  .text {
    white-space: pre-wrap;
    unicode-bidi: plaintext;
  }

  .text.action {
    font-style: italic;
  }

  .text a {
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .own .text a {
    color: inherit;
  }

  .big {
    font-size: 2.5rem;
    line-height: 1.25;
  }

  .bubble.plain {
    background: none;
    box-shadow: none;
  }

  .tombstone {
    color: var(--muted);
    font-style: italic;
  }

  .meta {
    float: inline-end;
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin: 5px 0 -3px 12px;
    color: var(--muted);
    font-size: 0.75rem;
    line-height: 18px;
    font-style: normal;
    white-space: nowrap;
    user-select: none;
  }

  .own .meta {
    color: color-mix(in srgb, var(--muted) 80%, var(--text));
  }

  .bubble::after {
    content: '';
    display: block;
    clear: both;
  }

  .plain .meta {
    margin-top: 32px;
  }

  .meta svg {
    display: block;
    width: 14px;
    height: 14px;
  }

  .meta .sent {
    color: var(--accent);
  }

  .seen {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    min-height: 24px;
    margin: -3px -4px -3px 0;
    padding: 0 4px;
    border-radius: 6px;
    font-size: inherit;
  }

  .seen:hover {
    background: color-mix(in srgb, var(--accent) 14%, transparent);
  }

  .failed .bubble {
    box-shadow: inset 0 0 0 1px var(--danger);
  }

  .failure {
    clear: both;
    padding-top: 4px;
    color: var(--danger);
    font-size: 0.8125rem;
  }

  .failure span {
    display: block;
  }

  .row.marked .bubble {
    animation: mark 2.4s ease-out;
  }

  @keyframes mark {
    0%,
    50% {
      box-shadow: 0 0 0 3px var(--accent);
    }
  }

  .failure .button {
    padding: 0 12px;
    color: inherit;
  }

  .told,
  .edited {
    padding: 0;
    text-decoration: underline dotted;
    text-underline-offset: 3px;
  }

  .meta .pinned svg {
    width: 13px;
    height: 13px;
    vertical-align: -2px;
  }

  @media (max-width: 700px) {
    .bubble {
      max-width: 88%;
    }

    .row:not(.own) .bubble {
      max-width: calc(100% - 44px);
    }
  }
`;
