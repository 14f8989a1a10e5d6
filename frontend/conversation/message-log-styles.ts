import { css } from 'lit';
import { buttonStyles } from '../design/dialog.ts';
import { tokens } from '../design/tokens.ts';
import { attachmentStyles } from '../media/attachments-styles.ts';
import { avatarColours } from '../people/avatar.ts';
import { markdownStyles } from '../text/markdown-view.ts';
import { mentionStyles } from '../text/mention-view.ts';
import { quoteStyles } from '../text/quote-styles.ts';
import { previewStyles } from './link-preview-styles.ts';
import { messageRowStyles } from './message-row-styles.ts';
import { toolbarStyles } from './message-toolbar-styles.ts';
import { reactionStyles } from './reactions-styles.ts';
import { rowTouchStyles } from './row-touch-styles.ts';

/** The frame of the conversation: scroller, notices, empty and loading states. */
const frameStyles = css`
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
    touch-action: pan-y pinch-zoom;
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

  /* pill, toasts, connection */

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

  @media (max-width: 700px) {
    .column {
      padding: 8px 16px;
    }
  }
`;

/** All styles of the conversation. Those of the attachments come last: they refine the bubble. */
export const messageLogStyles = [
  tokens,
  frameStyles,
  messageRowStyles,
  rowTouchStyles,
  quoteStyles,
  reactionStyles,
  toolbarStyles,
  avatarColours,
  buttonStyles,
  markdownStyles,
  mentionStyles,
  previewStyles,
  attachmentStyles
];
