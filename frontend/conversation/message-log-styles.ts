import { css } from 'lit';

export const logStyles = css`
  :host {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    min-width: 0;
    background: var(--surface-2);
  }

  :host([hidden]) {
    display: none;
  }

  .scroller {
    flex: 1;
    min-height: 0;
    overflow-x: hidden;
    overflow-y: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--border) transparent;
    outline-offset: -3px;
  }

  .column {
    display: flex;
    flex-direction: column;
    min-height: 100%;
    padding: 8px 24px;
  }

  .list {
    margin-top: auto;
  }

  .edge {
    height: 1px;
    flex: none;
  }

  .paging {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    color: var(--muted);
    font-size: 0.8125rem;
  }

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

  .reactions {
    display: flex;
    flex-wrap: wrap;
    clear: both;
    gap: 4px;
    padding: 5px 0 2px;
  }

  .reaction {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-height: 26px;
    padding: 0 9px;
    color: var(--text);
    background: var(--surface-2);
    border: 1px solid var(--border);
    border-radius: 99px;
    font-size: 0.8125rem;
    line-height: 1;
  }

  .own .reaction {
    background: color-mix(in srgb, var(--surface-2) 70%, var(--bubble-own));
  }

  .reaction:hover {
    border-color: var(--muted);
  }

  .reaction b {
    font-weight: 500;
  }

  .reaction.mine,
  .own .reaction.mine {
    background: var(--bubble-own);
    border-color: var(--accent);
  }

  .own .reaction.mine {
    background: color-mix(in srgb, var(--accent) 22%, var(--bubble-own));
  }

  .reaction.mine b {
    font-weight: 700;
  }

  .reaction svg {
    width: 16px;
    height: 16px;
    color: var(--muted);
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

  /* toolbar over the active message */

  .toolbar {
    position: absolute;
    z-index: 2;
    top: -24px;
    inset-inline-end: 10px;
    display: flex;
    padding: 2px;
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: 12px;
    box-shadow: 0 4px 14px rgb(20 22 40 / 16%);
  }

  /* Over the end of the message, but never out of sight beside a short one. */
  .row:not(.own) .toolbar {
    inset-inline: max(100% + 10px, var(--least, 150px)) auto;
    transform: translateX(-100%);
  }

  .toolbar button {
    display: grid;
    place-items: center;
    width: 34px;
    height: 32px;
    color: var(--muted);
    border-radius: 9px;
  }

  .toolbar .emoji {
    color: var(--text);
    font-size: 1.0625rem;
  }

  .toolbar svg {
    width: 17px;
    height: 17px;
  }

  .toolbar button:hover,
  .toolbar button:focus-visible {
    color: var(--text);
    background: var(--surface-2);
  }

  @media (pointer: coarse) {
    .toolbar {
      --least: 216px;
      top: -44px;
    }

    .toolbar button {
      width: 48px;
      height: 44px;
    }

    .toolbar svg {
      width: 20px;
      height: 20px;
    }

    .reaction {
      min-height: 34px;
      padding: 0 12px;
    }

    .bubble {
      -webkit-touch-callout: none;
      user-select: none;
    }
  }

  /* buttons, pill, bars */

  .failure .button {
    padding: 0 12px;
    color: inherit;
  }

  .float {
    position: absolute;
    z-index: 3;
    inset-inline: 0;
    bottom: 12px;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    pointer-events: none;
  }

  .float > * {
    pointer-events: auto;
  }

  .pill {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 44px;
    padding: 0 18px;
    color: var(--on-accent);
    background: var(--accent);
    border-radius: 99px;
    box-shadow: 0 4px 14px rgb(20 22 40 / 24%);
    font-size: 0.875rem;
    font-weight: 600;
    animation: rise 160ms ease-out;
  }

  .pill.back {
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--border);
  }

  .pill.quiet {
    align-self: flex-end;
    justify-content: center;
    width: 44px;
    margin-inline-end: 24px;
    padding: 0;
    color: var(--muted);
    background: var(--surface);
    border: 1px solid var(--border);
  }

  .toast {
    padding: 8px 16px;
    color: var(--surface);
    background: var(--text);
    border-radius: 99px;
    font-size: 0.8125rem;
  }

  .toast button {
    min-height: 44px;
    margin: -8px -12px -8px 4px;
    padding: 0 12px;
    color: inherit;
    border-radius: 99px;
    font-weight: 700;
    text-decoration: underline;
    text-underline-offset: 3px;
    pointer-events: auto;
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

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  .offline {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 8px 24px;
    color: var(--text);
    background: color-mix(in srgb, var(--danger) 14%, var(--surface));
    border-bottom: 1px solid var(--border);
    font-size: 0.8125rem;
  }

  .offline svg {
    flex: none;
    color: var(--danger);
  }

  /* empty, loading, failed */

  .middle {
    display: grid;
    flex: 1;
    align-content: center;
    justify-items: center;
    gap: 8px;
    padding: 24px;
    color: var(--muted);
    text-align: center;
  }

  .middle svg {
    color: var(--accent);
  }

  .middle h2 {
    margin: 8px 0 0;
    color: var(--text);
    font-size: 1.125rem;
  }

  .middle p {
    margin: 0 0 8px;
  }

  .skeleton {
    display: flex;
    flex: 1;
    flex-direction: column;
    justify-content: flex-end;
    gap: 12px;
    padding: 16px 0;
    animation: appear 200ms 200ms backwards;
  }

  .skeleton i {
    width: 46%;
    height: 44px;
    margin-inline-start: 44px;
    background: var(--bubble);
    border-radius: var(--radius);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  .skeleton i:nth-child(3n) {
    width: 34%;
  }

  .skeleton i:nth-child(4n) {
    width: 40%;
    margin-inline-start: auto;
    background: var(--bubble-own);
  }

  .skeleton i:nth-child(5n) {
    width: 58%;
    height: 66px;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  /* confirmation */

  /* White initials keep at least 4.5:1 on each of these. */
  .c0 { background: #5b5bd6; }
  .c1 { background: #a85a15; }
  .c2 { background: #0c7f99; }
  .c3 { background: #cf3f74; }
  .c4 { background: #1c7f4b; }
  .c5 { background: #8a3fd1; }
  .c6 { background: #6b7280; }
  .c7 { background: #c0392b; }
  .c8 { background: #2f6fd0; }
  .c9 { background: #7a6a12; }

  @media (max-width: 700px) {
    .column {
      padding: 8px 16px;
    }

    .bubble {
      max-width: 88%;
    }

    .row:not(.own) .bubble {
      max-width: calc(100% - 44px);
    }
  }
`;
