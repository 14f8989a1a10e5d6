import { html, type TemplateResult } from 'lit';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';
import type { VoiceRecorder } from './voice-recorder.ts';

/** The button that records a voice message: while it is held, or between two clicks. */
export function microphoneButton(recorder: VoiceRecorder, labels: Labels, disabled: boolean): TemplateResult {
  const name = labels.of('voice.record');
  return html`<button
    class="tool mic"
    type="button"
    aria-label=${name}
    title=${name}
    ?disabled=${disabled}
    @pointerdown=${(event: PointerEvent) => recorder.onPointerDown(event)}
    @click=${(event: MouseEvent) => recorder.onClick(event)}
    @contextmenu=${(event: Event) => event.preventDefault()}
  >
    ${icons.mic}
  </button>`;
}
