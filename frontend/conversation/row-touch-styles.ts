import { css } from 'lit';

/** Messages under a finger: the swipe to reply, sizes to touch. */
export const rowTouchStyles = css`
  /* a swipe to reply */

  .row[data-swiped]::after {
    content: '↩';
    position: absolute;
    inset-inline-end: -56px;
    bottom: 4px;
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    color: var(--muted);
    background: var(--surface);
    border-radius: 50%;
  }

  .row[data-replies]::after {
    color: var(--on-accent);
    background: var(--accent);
  }

  .row:not([data-swiped]) {
    transition: translate 160ms ease-out;
  }

  @media (pointer: coarse) {
    /* 44 pixels to touch */
    .avatar::after {
      content: '';
      position: absolute;
      inset: -5px;
    }

    .bubble {
      -webkit-touch-callout: none;
      user-select: none;
    }
  }
`;
