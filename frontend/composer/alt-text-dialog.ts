import { css, html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Attachment } from '../model/media.ts';
import type { Labels } from '../platform/labels.ts';
import { thumbnail } from './attachment-thumbnail.ts';

const MAX_LENGTH = 1000;

/** The dialog in which the person writes the alternative text of a picture. */
export class AltTextDialog implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly labels: () => Labels;
  private readonly onSave: (attachment: Attachment, alt: string) => void;
  private attachment?: Attachment;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    labels: () => Labels,
    onSave: (attachment: Attachment, alt: string) => void
  ) {
    this.host = host;
    this.labels = labels;
    this.onSave = onSave;
    host.addController(this);
  }

  hostUpdated(): void {
    const dialog = this.host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.describing');
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
  }

  open(attachment: Attachment): void {
    this.attachment = attachment;
    this.host.requestUpdate();
  }

  close(): void {
    this.attachment = undefined;
    this.host.requestUpdate();
  }

  private onClose(event: Event): void {
    const dialog = event.target as HTMLDialogElement;
    const alt = dialog.querySelector('textarea')?.value.trim() ?? '';
    if (dialog.returnValue === 'save' && this.attachment) {
      this.onSave(this.attachment, alt);
    }
    this.close();
  }

  render() {
    const { attachment } = this;
    if (!attachment) {
      return nothing;
    }
    const labels = this.labels();
    return html`<dialog
      class="describing"
      aria-labelledby="alt-title"
      aria-describedby="alt-text"
      @close=${(event: Event) => this.onClose(event)}
    >
      <form method="dialog">
        <h2 id="alt-title">${labels.of('media.alt.title')}</h2>
        <p id="alt-text">${labels.of('media.alt.text')}</p>
        <div class="sight">${thumbnail({ ...attachment, alt: '' })}</div>
        <textarea
          rows="3"
          maxlength=${MAX_LENGTH}
          dir="auto"
          aria-label=${labels.of('media.alt.title')}
          .value=${attachment.alt}
        ></textarea>
        <div class="choices">
          <button class="button" value="">${labels.of('media.alt.cancel')}</button>
          <button class="button filled" value="save">${labels.of('media.alt.save')}</button>
        </div>
      </form>
    </dialog>`;
  }
}

export const altTextStyles = css`
  .describing .sight {
    display: grid;
    place-items: center;
    margin: 12px 0;
    background: var(--surface-2);
    border-radius: 12px;
  }

  .describing img {
    max-width: 100%;
    max-height: 200px;
    border-radius: 12px;
    object-fit: contain;
  }

  .describing textarea {
    width: 100%;
    padding: 10px 12px;
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: 12px;
  }

  .describing textarea:focus {
    border-color: var(--accent);
  }
`;
