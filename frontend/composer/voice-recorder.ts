import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { icons } from '../design/icons.ts';
import { createLocalAddress, fileStore } from '../sync/file-store.ts';
import type { Labels } from '../platform/labels.ts';
import { formatDuration, waveformOf, type Attachment } from '../model/media.ts';
import type { Conversation } from '../model/message.ts';
import { newClientId } from '../sync/client-id.ts';
import '../media/player.ts';
import { Recording } from './recording.ts';

/** In milliseconds; a shorter press is a click, after which the recording goes on until it is stopped. */
const MIN_HOLD = 500;
/** In pixels; sliding the pointer farther than this discards the recording. */
const DISCARD_DISTANCE = 90;
const SHOWN_LEVELS = 48;

/** The composer as the recorder uses it. */
export interface RecorderHost {
  /** Returns the open conversation, to which a new recording belongs. */
  conversation(): Conversation | undefined;
  /** Returns the maximum size of a recording. */
  maxBytes(): number;
  send(voice: Attachment): void;
  /** Adds a voice message to the draft of a conversation that the person has left. */
  keep(conversation: Conversation, voice: Attachment): void;
  /** Called when the recorder closes. */
  closed(): void;
}

/** The voice recorder: records a voice message and lets the person listen to it before it is sent. */
export class VoiceRecorder implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly labels: () => Labels;
  private readonly owner: RecorderHost;
  private asking = false;
  private recording?: Recording;
  private conversation?: Conversation;
  /** A voice message that is recorded and not yet sent. */
  private recorded?: { voice: Attachment; address: string };
  private error = '';
  private press?: { at: number; x: number };
  private sliding = false;
  /** The selector of the element to focus after the next update. */
  private focusNext?: string;

  constructor(host: ReactiveControllerHost & HTMLElement, labels: () => Labels, owner: RecorderHost) {
    this.host = host;
    this.labels = labels;
    this.owner = owner;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.leave();
  }

  hostUpdated(): void {
    if (this.focusNext) {
      const next = this.host.shadowRoot?.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>(this.focusNext);
      this.focusNext = undefined;
      void Promise.resolve(next?.updateComplete).then(() => next?.focus());
    }
  }

  /** Whether it is shown in place of the text area. */
  get open(): boolean {
    return !!this.recording || !!this.recorded;
  }

  /** Closes the recorder because another chat is opened; the recording is kept in the draft of this one. */
  leave(): void {
    this.recording?.end('keep');
    if (this.recorded && this.conversation) {
      this.owner.keep(this.conversation, this.recorded.voice);
    }
    this.recorded = undefined;
    this.error = '';
    this.host.requestUpdate();
  }

  /** Starts a recording by a press of the pointer; if it is held, releasing it sends the recording. */
  onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    this.press = { at: Date.now(), x: event.clientX };
    const listening = new AbortController();
    const { signal } = listening;
    const isSliding = ({ clientX }: PointerEvent) => Math.abs(clientX - (this.press?.x ?? clientX)) > DISCARD_DISTANCE;
    window.addEventListener(
      'pointermove',
      (move) => {
        if (this.sliding !== isSliding(move)) {
          this.sliding = isSliding(move);
          this.host.requestUpdate();
        }
      },
      { signal }
    );
    const onRelease = (end: PointerEvent) => {
      listening.abort();
      const held = Date.now() - (this.press?.at ?? 0) > MIN_HOLD;
      const discard = isSliding(end);
      this.press = undefined;
      this.sliding = false;
      if (held && this.recording) {
        this.recording.end(end.type === 'pointercancel' ? 'review' : discard ? 'discard' : 'send');
      }
      this.host.requestUpdate();
    };
    window.addEventListener('pointerup', onRelease, { signal });
    window.addEventListener('pointercancel', onRelease, { signal });
    void this.start();
  }

  /** Starts a recording by a key; a click of a pointer was already handled as pointerdown. */
  onClick(event: MouseEvent): void {
    if (event.detail === 0) {
      void this.start();
    }
  }

  private async start(): Promise<void> {
    if (this.asking || this.open) {
      return;
    }
    this.error = '';
    if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder !== 'function') {
      this.fail(window.isSecureContext ? 'voice.unsupported' : 'voice.insecure');
      return;
    }
    this.asking = true;
    this.conversation = this.owner.conversation();
    this.host.requestUpdate();
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true }
      });
      this.recording = new Recording(
        stream,
        () => this.onSample(),
        (recording, sound) => void this.onEnd(recording, sound)
      );
      this.focusNext = this.press ? undefined : '.recorder .stop';
    } catch (failure) {
      const name = (failure as DOMException).name;
      const known: Record<string, string> = { NotAllowedError: 'voice.refused', NotFoundError: 'voice.missing' };
      this.fail(known[name] ?? 'voice.failed');
    } finally {
      this.asking = false;
      this.host.requestUpdate();
    }
  }

  private fail(key: string): void {
    this.error = this.labels().of(key);
    this.host.requestUpdate();
  }

  private onSample(): void {
    const { recording } = this;
    if (recording && recording.bytes > this.owner.maxBytes() * 0.98) {
      recording.end('review');
    }
    this.host.requestUpdate();
  }

  private async onEnd(recording: Recording, sound: Blob): Promise<void> {
    this.recording = undefined;
    this.host.requestUpdate();
    if (recording.outcome === 'discard' || sound.size === 0) {
      this.close();
      return;
    }
    const voice = this.attachmentOf(recording, sound);
    await fileStore.put(voice.key, sound);
    const address = createLocalAddress(voice.key, sound);
    if (recording.outcome === 'keep' && this.conversation) {
      this.owner.keep(this.conversation, voice);
    } else if (recording.outcome === 'send') {
      this.owner.send(voice);
      this.close();
    } else {
      this.recorded = { voice, address };
      this.focusNext = '.recorder charla-player';
      this.host.requestUpdate();
    }
  }

  private attachmentOf(recording: Recording, sound: Blob): Attachment {
    const [, subtype] = sound.type.split('/');
    const time = new Date(recording.startedAt).toISOString().slice(0, 16).replace(/[T:]/g, '-');
    return {
      key: newClientId(),
      name: `${this.labels().of('voice.file')}-${time}.${subtype === 'mp4' ? 'm4a' : subtype}`,
      type: sound.type,
      size: sound.size,
      kind: 'VOICE',
      durationMillis: recording.finalDuration,
      waveform: waveformOf(recording.levels),
      alt: ''
    };
  }

  private close(): void {
    this.recorded = undefined;
    this.owner.closed();
    this.host.requestUpdate();
  }

  private discard(): void {
    if (this.recording) {
      this.recording.end('discard');
    } else if (this.recorded) {
      void fileStore.remove(this.recorded.voice.key);
      this.close();
    }
  }

  private send(): void {
    if (this.recording) {
      this.recording.end('send');
    } else if (this.recorded) {
      const { voice } = this.recorded;
      this.owner.send(voice);
      this.close();
    }
  }

  /** The state of the recorder, as a line among the composer's notices. */
  renderNotice() {
    if (this.error) {
      return html`<p class="danger">${this.error}</p>`;
    }
    return this.recording ? html`<p class="unseen">${this.labels().of('voice.recording')}</p>` : nothing;
  }

  render() {
    const labels = this.labels();
    const { recording, recorded } = this;
    const discard = labels.of('voice.drop');
    const send = labels.of('voice.send');
    return html`<div class="box recorder" role="group" aria-label=${labels.of('voice.title')}>
      <button class="tool" type="button" aria-label=${discard} title=${discard} @click=${() => this.discard()}>
        ${icons.remove}
      </button>
      ${recording ? this.live(recording) : nothing}
      ${
        recorded
          ? html`<charla-player
            .src=${recorded.address}
            .name=${labels.of('voice.title')}
            .waveform=${recorded.voice.waveform}
            .duration=${recorded.voice.durationMillis ?? 0}
            .labels=${labels}
            whole
          ></charla-player>`
          : nothing
      }
      <button class="send" type="button" aria-label=${send} title=${send} @click=${() => this.send()}>${icons.send}</button>
    </div>`;
  }

  private live(recording: Recording) {
    const labels = this.labels();
    const stop = labels.of('voice.stop');
    const loudest = Math.max(0.08, ...recording.levels.slice(-SHOWN_LEVELS));
    const levels = [...Array<number>(SHOWN_LEVELS).fill(0), ...recording.levels].slice(-SHOWN_LEVELS);
    return html`<span class="red" aria-hidden="true"></span>
      <span class="elapsed" role="timer" aria-live="off">${formatDuration(recording.duration)}</span>
      <span class="levels" aria-hidden="true">
        ${levels.map((level) => html`<i style="--high: ${Math.round(8 + (level / loudest) * 92)}%"></i>`)}
      </span>
      ${
        this.press
          ? html`<span class="hint">${labels.of(this.sliding ? 'voice.hint.drop' : 'voice.hint')}</span>`
          : html`<button
            class="tool stop"
            type="button"
            aria-label=${stop}
            title=${stop}
            @click=${() => recording.end('review')}
          >
            ${icons.stop}
          </button>`
      }`;
  }
}
