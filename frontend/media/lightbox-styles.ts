import { css } from 'lit';

export const lightboxStyles = css`
  dialog {
    width: 100vw;
    max-width: none;
    height: 100dvh;
    max-height: none;
    padding: 0;
    overflow: hidden;
    color: #f4f5fb;
    background: #0b0c14;
    border: 0;
  }

  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
  }

  dialog::backdrop {
    background: #0b0c14;
  }

  header {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: calc(6px + env(safe-area-inset-top, 0px)) max(10px, env(safe-area-inset-right, 0px)) 6px
      max(18px, env(safe-area-inset-left, 0px));
  }

  .count {
    flex: 1;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }

  .tool {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    color: inherit;
    border-radius: 50%;
  }

  .tool:hover {
    background: rgb(255 255 255 / 14%);
  }

  :focus-visible {
    outline-color: #ffffff;
  }

  .previous,
  .next {
    position: absolute;
    top: calc(50% - 22px);
    background: rgb(11 12 20 / 70%);
  }

  .previous {
    left: 10px;
  }

  .next {
    right: 10px;
  }

  .stage {
    display: grid;
    place-items: center;
    min-height: 0;
    overflow: hidden;
    touch-action: none;
    user-select: none;
  }

  .sheet {
    position: relative;
    width: min(100cqw, var(--most, 100cqw), 100cqh * var(--ratio, 1));
    aspect-ratio: var(--ratio, 1);
    cursor: zoom-in;
  }

  .sheet img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }

  .coming {
    opacity: 0;
  }

  .pane {
    display: grid;
    place-items: center;
    width: 100%;
    height: 100%;
    container-type: size;
  }

  .zoomed {
    cursor: grab;
  }

  .zoomed .sheet {
    cursor: inherit;
  }

  video {
    max-width: 100%;
    max-height: 100%;
  }

  .caption {
    min-height: 12px;
    max-height: 20dvh;
    margin: 0;
    padding: 8px 20px calc(14px + env(safe-area-inset-bottom, 0px));
    overflow-y: auto;
    text-align: center;
    font-size: 0.875rem;
    white-space: pre-wrap;
  }
`;
