import { css } from 'lit';

/** The rules of the attachments of a message, also used by the gallery. */
export const attachmentStyles = css`
  .bubble.pictured {
    width: min-content;
  }

  .album {
    display: grid;
    gap: 3px;
    width: var(--wide);
    max-width: 100%;
    margin: 4px 0 2px;
    overflow: hidden;
    border-radius: 10px;
  }

  .album-row {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: 3px;
    aspect-ratio: var(--ratio);
  }

  .tile {
    position: relative;
    display: grid;
    overflow: hidden;
  }

  .tile .open {
    position: absolute;
    z-index: 1;
    inset: 0;
    padding: 0;
    cursor: zoom-in;
  }

  .tile .open:focus-visible {
    outline-offset: -4px;
    outline-color: #ffffff;
    box-shadow: inset 0 0 0 6px var(--accent);
  }

  .tile > video {
    width: 100%;
    height: 100%;
    background: #10121d;
  }

  .tile .underway {
    position: absolute;
    z-index: 2;
    inset: 0;
    background: rgb(16 18 29 / 24%);
  }

  .film {
    position: absolute;
    z-index: 1;
    inset-inline-start: 8px;
    bottom: 8px;
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 1px 8px 1px 4px;
    color: #ffffff;
    background: rgb(16 18 29 / 76%);
    border-radius: 99px;
    font-size: 0.75rem;
    pointer-events: none;
  }

  .film svg {
    width: 16px;
    height: 16px;
  }

  .sound {
    margin: 4px 0 2px;
  }

  .sound .title {
    display: flex;
    align-items: center;
    gap: 6px;
    max-width: 290px;
    font-size: 0.8125rem;
  }

  .sound .title span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .sound .title svg {
    flex: none;
    width: 16px;
    height: 16px;
    color: var(--muted);
  }

  .sound-row {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  .card {
    display: flex;
    align-items: center;
    gap: 12px;
    width: 300px;
    max-width: 100%;
    min-height: 56px;
    margin: 4px 0 2px;
    padding: 6px 8px;
    color: var(--text);
    background: color-mix(in srgb, var(--surface-2) 70%, transparent);
    border: 1px solid var(--border);
    border-radius: 12px;
    text-decoration: none;
  }

  .pictured .card {
    width: 100%;
  }

  a.card:hover {
    border-color: var(--muted);
  }

  .card .kind {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    width: 40px;
    height: 44px;
    color: var(--accent);
  }

  .card .kind svg {
    width: 40px;
    height: 40px;
    stroke-width: 1.2;
  }

  .card .kind i {
    position: absolute;
    bottom: 8px;
    font-size: 0.5625rem;
    font-style: normal;
    font-weight: 700;
    text-transform: uppercase;
  }

  .card .facts {
    display: grid;
    flex: 1;
    min-width: 0;
    line-height: 1.35;
  }

  .card .facts b {
    overflow: hidden;
    font-size: 0.875rem;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .card .facts span {
    color: color-mix(in srgb, var(--muted) 80%, var(--text));
    font-size: 0.75rem;
  }

  .card .get {
    display: grid;
    flex: none;
    color: var(--accent);
  }
`;
