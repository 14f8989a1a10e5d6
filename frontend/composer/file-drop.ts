import { css, html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { filesOf } from './attachment.ts';
import { icons } from '../design/icons.ts';

/** The drop target for files, which is the whole page; it is marked as such while files are dragged over it. */
export class FileDrop implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly accepts: () => boolean;
  private readonly onDrop: (files: File[], folders: boolean) => void;
  private dragging = false;
  private listening?: AbortController;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    accepts: () => boolean,
    onDrop: (files: File[], folders: boolean) => void
  ) {
    this.host = host;
    this.accepts = accepts;
    this.onDrop = onDrop;
    host.addController(this);
  }

  hostConnected(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const listen = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', work: (event: DragEvent) => void) =>
      window.addEventListener(
        type,
        (event) => {
          if (event.dataTransfer?.types.includes('Files') && this.accepts() && !isDialogOpen()) {
            work(event);
          }
        },
        { signal }
      );
    listen('dragenter', () => this.show(true));
    listen('dragover', (event) => {
      event.preventDefault();
      event.dataTransfer!.dropEffect = 'copy';
    });
    listen('dragleave', (event) => {
      if (!event.relatedTarget) {
        this.show(false);
      }
    });
    listen('drop', (event) => {
      event.preventDefault();
      this.show(false);
      const { files, folders } = filesOf(event.dataTransfer);
      this.onDrop(files, folders);
    });
  }

  hostDisconnected(): void {
    this.listening?.abort();
    this.dragging = false;
  }

  private show(dragging: boolean): void {
    if (this.dragging !== dragging) {
      this.dragging = dragging;
      this.host.requestUpdate();
    }
  }

  render(text: string) {
    return this.dragging ? html`<div class="drop" aria-hidden="true"><div>${icons.file}<b>${text}</b></div></div>` : nothing;
  }
}

/** A drop on an open dialog is not meant for the composer. */
function isDialogOpen(): boolean {
  return !!document.querySelector('dialog[open], vaadin-dialog[opened]');
}

export const dropStyles = css`
  .drop {
    position: absolute;
    z-index: 5;
    inset: 0;
    display: grid;
    padding: 16px;
    background: color-mix(in srgb, var(--surface-2) 86%, transparent);
    pointer-events: none;
  }

  .drop div {
    display: grid;
    place-content: center;
    place-items: center;
    gap: 12px;
    color: var(--accent);
    border: 2px dashed var(--accent);
    border-radius: 18px;
    font-size: 1.125rem;
  }

  .drop svg {
    width: 48px;
    height: 48px;
  }
`;
