import { css } from 'lit';

/** The reactions below a message. */
export const reactionStyles = css`
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

  @media (pointer: coarse) {
    .reactions {
      gap: 8px;
    }

    .reaction {
      position: relative;
      min-width: 44px;
      min-height: 36px;
      padding: 0 12px;
      justify-content: center;
    }

    /* 44 pixels to touch */
    .reaction::after {
      content: '';
      position: absolute;
      inset: -4px 0;
    }
  }
`;
