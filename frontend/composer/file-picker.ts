import { css, html, nothing, type ReactiveControllerHost } from 'lit';
import { icons } from '../design/icons.ts';
import { formatSize, type Limits } from '../model/media.ts';
import type { Labels } from '../platform/labels.ts';
import { Camera } from './camera.ts';

/** The attach button: opens the system's file dialog, or a menu of sources where the device has a camera. */
export class FilePicker {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly labels: () => Labels;
  private readonly onPick: (files: File[]) => void;
  private readonly camera: Camera;

  constructor(host: ReactiveControllerHost & HTMLElement, labels: () => Labels, onPick: (files: File[]) => void) {
    this.host = host;
    this.labels = labels;
    this.onPick = onPick;
    this.camera = new Camera(host, labels, (photo) => {
      onPick([photo]);
      host.focus();
    });
  }

  private get menu(): HTMLElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLElement>('.sources');
  }

  private onChange(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    this.menu?.hidePopover();
    this.onPick(files);
    // On a touch screen the focus would open the keyboard.
    if (!matchMedia('(hover: none) and (pointer: coarse)').matches) {
      this.host.focus();
    }
  }

  /** Opens the menu of sources; on a desktop right above the button. */
  private openMenu(event: Event, touchScreen: boolean): void {
    const { menu } = this;
    if (menu && !touchScreen) {
      const { left, top } = (event.currentTarget as Element).getBoundingClientRect();
      menu.style.inset = `auto auto ${innerHeight - top + 8}px ${left}px`;
    }
    menu?.showPopover();
    menu?.querySelector('button')?.focus();
  }

  private openInput(name: string): void {
    this.host.shadowRoot?.querySelector<HTMLInputElement>(`input[name=${name}]`)?.click();
  }

  private openCamera(): void {
    this.menu?.hidePopover();
    void this.camera.start();
  }

  render(touchScreen: boolean, disabled: boolean, { files, bytes }: Limits) {
    const labels = this.labels();
    const attach = labels.of('media.attach');
    const limits = labels.of('media.limits', files, formatSize(bytes, labels.locale));
    const hasMenu = touchScreen || this.camera.available;
    const open = (event: Event) => (hasMenu ? this.openMenu(event, touchScreen) : this.openInput('file'));
    const sources = touchScreen ? this.touchSources(attach, limits) : this.desktopSources(attach, limits);
    return html`<button
        class="tool attach"
        type="button"
        aria-label=${attach}
        title="${attach}: ${limits}"
        ?disabled=${disabled}
        @click=${open}
      >
        ${icons.plus}
      </button>
      ${this.input('file', '')}
      ${hasMenu ? sources : nothing}`;
  }

  /** The camera dialog, while it is open. */
  renderCamera() {
    return this.camera.render();
  }

  private input(name: string, accept: string) {
    const changed = (event: Event) => this.onChange(event);
    return html`<input type="file" name=${name} multiple hidden accept=${accept || nothing} @change=${changed} />`;
  }

  private source(name: string, icon: unknown, open = () => this.openInput(name)) {
    const label = this.labels().of(`media.source.${name}`);
    return html`<button type="button" @click=${open}>${icon}<span>${label}</span></button>`;
  }

  private touchSources(attach: string, limits: string) {
    const changed = (event: Event) => this.onChange(event);
    return html`${this.input('picture', 'image/*,video/*')}
      <input type="file" name="camera" hidden accept="image/*" capture="environment" @change=${changed} />
      <div class="sources" popover="auto" role="group" aria-label=${attach}>
        ${this.source('picture', icons.picture)} ${this.source('camera', icons.camera)} ${this.source('file', icons.file)}
        <p>${limits}</p>
      </div>`;
  }

  private desktopSources(attach: string, limits: string) {
    return html`<div class="sources" popover="auto" role="group" aria-label=${attach}>
      ${this.source('file', icons.file)} ${this.source('camera', icons.camera, () => this.openCamera())}
      <p>${limits}</p>
    </div>`;
  }
}

export const filePickerStyles = css`
  .sources {
    inset: auto 8px calc(8px + env(safe-area-inset-bottom, 0px));
    width: auto;
    padding: 8px;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: 18px;
    box-shadow: 0 12px 36px rgb(20 22 40 / 24%);
  }

  .sources::backdrop {
    background: rgb(12 13 24 / 50%);
  }

  .sources button {
    display: flex;
    align-items: center;
    gap: 14px;
    width: 100%;
    min-height: 52px;
    padding: 0 16px;
    border-radius: 12px;
  }

  .sources svg {
    color: var(--accent);
  }

  .sources p {
    margin: 4px 16px 8px;
    color: var(--muted);
    font-size: 0.8125rem;
  }
`;
