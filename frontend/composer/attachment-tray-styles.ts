import { css } from 'lit';

export const trayStyles = css`
  .originals {
    display: flex;
    align-items: center;
    gap: 10px;
    width: fit-content;
    min-height: 44px;
    padding-inline: 4px 12px;
    color: var(--muted);
    font-size: 0.875rem;
    cursor: pointer;
  }

  .originals input {
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--accent);
  }

  .tray {
    display: flex;
    gap: 8px;
    margin: 0 0 8px;
    padding: 2px 2px 6px;
    overflow-x: auto;
    list-style: none;
    scrollbar-width: thin;
  }

  .tray li {
    position: relative;
    flex: none;
    width: 132px;
    overflow: hidden;
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: 12px;
  }

  .tray .sight {
    display: grid;
    place-items: center;
    height: 92px;
    color: var(--muted);
    background: var(--surface-2);
  }

  .tray .sight :is(img, video) {
    width: 100%;
    height: 92px;
    object-fit: cover;
  }

  .tray .sight svg {
    width: 32px;
    height: 32px;
  }

  .facts {
    display: grid;
    padding: 6px 10px 8px;
    font-size: 0.75rem;
    line-height: 1.35;
  }

  .facts b {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .facts span {
    color: var(--muted);
  }

  .tray button {
    position: absolute;
    top: 0;
    display: grid;
    min-width: 44px;
    height: 44px;
    padding: 6px;
  }

  .tray button span {
    display: grid;
    place-items: center;
    min-width: 26px;
    height: 26px;
    color: #ffffff;
    background: rgb(16 18 29 / 76%);
    border-radius: 99px;
    font-size: 0.6875rem;
    font-weight: 700;
  }

  .tray .out {
    inset-inline-end: 0;
    place-items: start end;
  }

  .tray .out svg {
    width: 16px;
    height: 16px;
  }

  .tray .alt {
    inset-inline-start: 0;
    place-items: start;
  }

  .tray .alt span {
    padding: 0 8px;
  }

  .tray button:hover span {
    background: #10121d;
  }

  .tray .coming i {
    display: block;
    width: 100%;
    height: 136px;
    background: var(--border);
    animation: tray-breathe 900ms ease-in-out infinite alternate;
  }

  @keyframes tray-breathe {
    to {
      opacity: 0.4;
    }
  }
`;
