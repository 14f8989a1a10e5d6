import { css, html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { filesOf } from './attachment.ts';
import { icons } from '../design/icons.ts';

/** Takes files that are dropped anywhere on the page, and says so while they are above it. */
export class FileDrop implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly wanted: () => boolean;
  private readonly dropped: (files: File[], folders: boolean) => void;
  private above = false;
  private over?: AbortController;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    wanted: () => boolean,
    dropped: (files: File[], folders: boolean) => void
  ) {
    this.host = host;
    this.wanted = wanted;
    this.dropped = dropped;
    host.addController(this);
  }

  hostConnected(): void {
    this.over = new AbortController();
    const { signal } = this.over;
    const hear = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', work: (event: DragEvent) => void) =>
      window.addEventListener(
        type,
        (event) => {
          // A dialog above the page is about something else.
          if (event.dataTransfer?.types.includes('Files') && this.wanted() && !document.querySelector('dialog[open], vaadin-dialog[opened]')) {
            work(event);
          }
        },
        { signal }
      );
    hear('dragenter', () => this.show(true));
    hear('dragover', (event) => {
      event.preventDefault();
      event.dataTransfer!.dropEffect = 'copy';
    });
    hear('dragleave', (event) => {
      if (!event.relatedTarget) {
        this.show(false);
      }
    });
    hear('drop', (event) => {
      event.preventDefault();
      this.show(false);
      const { files, folders } = filesOf(event.dataTransfer);
      this.dropped(files, folders);
    });
  }

  hostDisconnected(): void {
    this.over?.abort();
    this.above = false;
  }

  private show(above: boolean): void {
    if (this.above !== above) {
      this.above = above;
      this.host.requestUpdate();
    }
  }

  render(text: string) {
    return this.above ? html`<div class="drop" aria-hidden="true"><div>${icons.file}<b>${text}</b></div></div>` : nothing;
  }
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
