import { css } from 'lit';

export const playerStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: 10px;
    width: 290px;
    max-width: 100%;
  }

  .play {
    display: grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    padding: 0;
    color: var(--on-accent);
    background: var(--accent);
    border-radius: 50%;
  }

  .play[aria-busy='true'] {
    opacity: 0.6;
  }

  .way {
    flex: 1;
    min-width: 0;
  }

  .bar {
    display: flex;
    align-items: center;
    gap: 1px;
    height: 32px;
    border-radius: 6px;
    cursor: pointer;
    touch-action: none;
  }

  .bar i {
    flex: 1;
    min-width: 1px;
    height: var(--high);
    background: color-mix(in srgb, var(--muted) 55%, transparent);
    border-radius: 2px;
  }

  .bar i.done {
    background: var(--accent);
  }

  .line {
    flex: 1;
    height: 4px;
    overflow: hidden;
    background: color-mix(in srgb, var(--muted) 45%, transparent);
    border-radius: 2px;
  }

  .line div {
    height: 100%;
    background: var(--accent);
  }

  .time {
    display: block;
    margin-top: -2px;
    color: var(--muted);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
    line-height: 16px;
  }

  .failed {
    color: var(--danger);
  }

  .speed {
    flex: none;
    min-width: 44px;
    height: 44px;
    padding: 0;
    color: var(--muted);
    font-size: 0.75rem;
    font-weight: 700;
  }

  .speed span {
    display: inline-block;
    min-width: 34px;
    padding: 2px 6px;
    background: color-mix(in srgb, var(--muted) 16%, transparent);
    border-radius: 99px;
    color: var(--text);
  }
`;
