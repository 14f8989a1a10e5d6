import { css, html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { icons } from '../design/icons.ts';
import { createLocalAddress, fileStore } from '../sync/file-store.ts';
import type { Labels } from '../platform/labels.ts';
import { formatDuration, waveformOf, type Attachment } from '../model/media.ts';
import type { Conversation } from '../model/message.ts';
import { newClientId } from '../sync/client-id.ts';
import '../media/player.ts';

const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
const BITS_PER_SECOND = 32_000;
const SAMPLE_EVERY = 50;
/** Whoever lets go sooner meant to press, and speaks with both hands free. */
const HELD_AFTER = 500;
/** Sliding this far away from where it was pressed takes it back. */
const SLIDE = 90;
const SHOWN_LEVELS = 48;

export interface RecorderHost {
  /** Where a recording belongs that begins now. */
  conversation(): Conversation | undefined;
  /** The most bytes that it may have. */
  most(): number;
  /** The person wants it sent. */
  send(voice: Attachment): void;
  /** The person has gone to another chat meanwhile. */
  keep(conversation: Conversation, voice: Attachment): void;
  /** There is nothing to do here any more. */
  done(): void;
}

type Ending = 'listen' | 'send' | 'drop' | 'keep';

/** One recording from the first sound to the last. */
class Recording {
  readonly levels: number[] = [];
  bytes = 0;
  ending: Ending = 'listen';
  /** In milliseconds, once it has ended. */
  lasted = 0;
  readonly beganAt = Date.now();
  private readonly recorder: MediaRecorder;
  private readonly stream: MediaStream;
  private readonly context = new AudioContext();
  private readonly analyser: AnalyserNode;
  private readonly sampling: ReturnType<typeof setInterval>;
  private readonly parts: Blob[] = [];

  constructor(stream: MediaStream, heard: () => void, ended: (recording: Recording, sound: Blob) => void) {
    this.stream = stream;
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    this.recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
    this.recorder.ondataavailable = ({ data }) => {
      this.parts.push(data);
      this.bytes += data.size;
    };
    this.recorder.onstop = () => {
      this.release();
      const [type] = this.recorder.mimeType.split(';');
      ended(this, new Blob(this.parts, { type }));
    };
    this.analyser = this.context.createAnalyser();
    this.analyser.fftSize = 1024;
    this.context.createMediaStreamSource(stream).connect(this.analyser);
    this.sampling = setInterval(() => {
      this.levels.push(this.level());
      heard();
    }, SAMPLE_EVERY);
    this.recorder.start(1000);
  }

  get duration(): number {
    return Date.now() - this.beganAt;
  }

  end(ending: Ending): void {
    if (this.recorder.state !== 'inactive') {
      this.ending = ending;
      this.lasted = this.duration;
      this.recorder.stop();
    }
  }

  private level(): number {
    const samples = new Float32Array(this.analyser.fftSize);
    this.analyser.getFloatTimeDomainData(samples);
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  }

  private release(): void {
    clearInterval(this.sampling);
    this.stream.getTracks().forEach((track) => track.stop());
    void this.context.close();
  }
}

/** Records what the person says, lets them listen to it, and hands it over. */
export class VoiceRecorder implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly labels: () => Labels;
  private readonly owner: RecorderHost;
  private asking = false;
  private recording?: Recording;
  private conversation?: Conversation;
  /** Recorded, and not yet sent. */
  private spoken?: { voice: Attachment; address: string };
  private told = '';
  private press?: { at: number; x: number };
  private sliding = false;
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

  /** Whether it stands in the place of the text. */
  get open(): boolean {
    return !!this.recording || !!this.spoken;
  }

  /** The person goes to another chat: what was said stays in this one. */
  leave(): void {
    this.recording?.end('keep');
    if (this.spoken && this.conversation) {
      this.owner.keep(this.conversation, this.spoken.voice);
    }
    this.spoken = undefined;
    this.told = '';
    this.host.requestUpdate();
  }

  /** Pressed with a finger or a mouse: whoever holds it lets go to send. */
  pressed(event: PointerEvent): void {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    this.press = { at: Date.now(), x: event.clientX };
    const over = new AbortController();
    const { signal } = over;
    const slid = ({ clientX }: PointerEvent) => Math.abs(clientX - (this.press?.x ?? clientX)) > SLIDE;
    window.addEventListener(
      'pointermove',
      (move) => {
        if (this.sliding !== slid(move)) {
          this.sliding = slid(move);
          this.host.requestUpdate();
        }
      },
      { signal }
    );
    const released = (end: PointerEvent) => {
      over.abort();
      const held = Date.now() - (this.press?.at ?? 0) > HELD_AFTER;
      const away = slid(end);
      this.press = undefined;
      this.sliding = false;
      if (held && this.recording) {
        this.recording.end(end.type === 'pointercancel' ? 'listen' : away ? 'drop' : 'send');
      }
      this.host.requestUpdate();
    };
    window.addEventListener('pointerup', released, { signal });
    window.addEventListener('pointercancel', released, { signal });
    void this.start();
  }

  /** Pressed with a key: pointers have been heard of before. */
  clicked(event: MouseEvent): void {
    if (event.detail === 0) {
      void this.start();
    }
  }

  private async start(): Promise<void> {
    if (this.asking || this.open) {
      return;
    }
    this.told = '';
    if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder !== 'function') {
      this.tell(window.isSecureContext ? 'voice.unsupported' : 'voice.insecure');
      return;
    }
    this.asking = true;
    this.conversation = this.owner.conversation();
    this.host.requestUpdate();
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true }
      });
      this.recording = new Recording(stream, () => this.heard(), (recording, sound) => void this.ended(recording, sound));
      this.focusNext = this.press ? undefined : '.recorder .stop';
    } catch (failure) {
      const name = (failure as DOMException).name;
      const known: Record<string, string> = { NotAllowedError: 'voice.refused', NotFoundError: 'voice.missing' };
      this.tell(known[name] ?? 'voice.failed');
    } finally {
      this.asking = false;
      this.host.requestUpdate();
    }
  }

  private tell(key: string): void {
    this.told = this.labels().of(key);
    this.host.requestUpdate();
  }

  private heard(): void {
    const { recording } = this;
    if (recording && recording.bytes > this.owner.most() * 0.98) {
      recording.end('listen');
    }
    this.host.requestUpdate();
  }

  private async ended(recording: Recording, sound: Blob): Promise<void> {
    this.recording = undefined;
    this.host.requestUpdate();
    if (recording.ending === 'drop' || sound.size === 0) {
      this.close();
      return;
    }
    const voice = this.voiceOf(recording, sound);
    await fileStore.put(voice.key, sound);
    const address = createLocalAddress(voice.key, sound);
    if (recording.ending === 'keep' && this.conversation) {
      this.owner.keep(this.conversation, voice);
    } else if (recording.ending === 'send') {
      this.owner.send(voice);
      this.close();
    } else {
      this.spoken = { voice, address };
      this.focusNext = '.recorder charla-player';
      this.host.requestUpdate();
    }
  }

  private voiceOf(recording: Recording, sound: Blob): Attachment {
    const [, ending] = sound.type.split('/');
    const moment = new Date(recording.beganAt).toISOString().slice(0, 16).replace(/[T:]/g, '-');
    return {
      key: newClientId(),
      name: `${this.labels().of('voice.file')}-${moment}.${ending === 'mp4' ? 'm4a' : ending}`,
      type: sound.type,
      size: sound.size,
      kind: 'VOICE',
      durationMillis: recording.lasted,
      waveform: waveformOf(recording.levels),
      alt: ''
    };
  }

  private close(): void {
    this.spoken = undefined;
    this.owner.done();
    this.host.requestUpdate();
  }

  private drop(): void {
    if (this.recording) {
      this.recording.end('drop');
    } else if (this.spoken) {
      void fileStore.remove(this.spoken.voice.key);
      this.close();
    }
  }

  private send(): void {
    if (this.recording) {
      this.recording.end('send');
    } else if (this.spoken) {
      const { voice } = this.spoken;
      this.owner.send(voice);
      this.close();
    }
  }

  /** What the person should know, as a line among the composer's notices. */
  notice() {
    if (this.told) {
      return html`<p class="danger">${this.told}</p>`;
    }
    return this.recording ? html`<p class="unseen">${this.labels().of('voice.recording')}</p>` : nothing;
  }

  /** In place of the text, while something is recorded or waits to be sent. */
  render() {
    const labels = this.labels();
    const { recording, spoken } = this;
    const drop = labels.of('voice.drop');
    const send = labels.of('voice.send');
    return html`<div class="box recorder" role="group" aria-label=${labels.of('voice.title')}>
      <button class="tool" type="button" aria-label=${drop} title=${drop} @click=${() => this.drop()}>${icons.remove}</button>
      ${recording ? this.live(recording) : nothing}
      ${spoken
        ? html`<charla-player
            .src=${spoken.address}
            .name=${labels.of('voice.title')}
            .waveform=${spoken.voice.waveform}
            .duration=${spoken.voice.durationMillis ?? 0}
            .labels=${labels}
            whole
          ></charla-player>`
        : nothing}
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
      ${this.press
        ? html`<span class="hint">${labels.of(this.sliding ? 'voice.hint.drop' : 'voice.hint')}</span>`
        : html`<button
            class="tool stop"
            type="button"
            aria-label=${stop}
            title=${stop}
            @click=${() => recording.end('listen')}
          >
            ${icons.stop}
          </button>`}`;
  }
}

export const recorderStyles = css`
  .box.recorder {
    align-items: center;
    gap: 8px;
  }

  .recorder charla-player {
    flex: 1;
    width: auto;
  }

  .red {
    flex: none;
    width: 10px;
    height: 10px;
    background: var(--danger);
    border-radius: 50%;
    animation: tray-breathe 700ms ease-in-out infinite alternate;
  }

  .elapsed {
    flex: none;
    min-width: 38px;
    font-variant-numeric: tabular-nums;
  }

  .levels {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 2px;
    min-width: 0;
    height: 32px;
    overflow: hidden;
  }

  .levels i {
    flex: 1;
    min-width: 2px;
    height: var(--high);
    background: var(--accent);
    border-radius: 2px;
  }

  .hint {
    flex: none;
    color: var(--muted);
    font-size: 0.8125rem;
  }
`;
