import { css } from 'lit';

export const recorderStyles = css`
  .box.recorder {
    align-items: center;
    gap: 8px;
  }

  .recorder charla-player {
    flex: 1;
    width: auto;
  }

  .red {
    flex: none;
    width: 10px;
    height: 10px;
    background: var(--danger);
    border-radius: 50%;
    animation: tray-breathe 700ms ease-in-out infinite alternate;
  }

  .elapsed {
    flex: none;
    min-width: 38px;
    font-variant-numeric: tabular-nums;
  }

  .levels {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 2px;
    min-width: 0;
    height: 32px;
    overflow: hidden;
  }

  .levels i {
    flex: 1;
    min-width: 2px;
    height: var(--high);
    background: var(--accent);
    border-radius: 2px;
  }

  .hint {
    flex: none;
    color: var(--muted);
    font-size: 0.8125rem;
  }
`;
