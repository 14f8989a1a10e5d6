import { html } from 'lit';
import { icons } from '../design/icons.ts';
import type { Attachment } from '../model/media.ts';
import { localAddress } from '../sync/file-store.ts';

/** The template of an attachment's picture, or of an icon where this browser has or can show none. */
export function thumbnail({ key, kind, alt }: Attachment) {
  const address = localAddress(key);
  if (address && kind === 'IMAGE') {
    return html`<img src=${address} alt=${alt} />`;
  }
  if (address && kind === 'VIDEO') {
    return html`<video src=${address} preload="metadata" muted playsinline tabindex="-1" aria-hidden="true"></video>`;
  }
  return kind === 'AUDIO' || kind === 'VOICE' ? icons.audio : icons.file;
}
