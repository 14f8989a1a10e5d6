import { LitElement, html, nothing } from 'lit';
import { tokens } from '../design/tokens.ts';
import { icons } from '../design/icons.ts';
import { Labels } from '../platform/labels.ts';
import { barHeights, formatDuration } from '../model/media.ts';
import { playAlone } from './playback.ts';
import { playerStyles } from './player-styles.ts';

const SPEEDS = [1, 1.5, 2];
/** The seconds that an arrow key seeks. */
const SEEK_STEP = 5;
/** A position (seconds) after any end: seeking there makes browsers find a duration that is missing in the header. */
const AFTER_END = 1e7;

/** The speed chosen last, which new players start with. */
let speed = 1;

/** An audio player: its waveform, or a line where there is none, shows the position and is the slider that seeks. */
export class Player extends LitElement {
  static shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static properties = {
    src: {},
    name: {},
    waveform: {},
    duration: { type: Number },
    whole: { type: Boolean },
    labels: { attribute: false },
    state: { state: true },
    at: { state: true },
    speed: { state: true }
  };

  declare src: string;
  declare name: string;
  declare waveform?: string | null;
  /** The duration in milliseconds, if known before loading; otherwise 0. */
  declare duration: number;
  /** Whether the whole file is loaded before it plays: for voice messages, whose header may lack the duration. */
  declare whole: boolean;
  declare labels: Labels;
  declare private state: 'paused' | 'loading' | 'playing' | 'failed';
  /** The position in seconds. */
  declare private at: number;
  declare private speed: number;

  private readonly audio = new Audio();
  private loaded?: Promise<void>;
  private objectUrl?: string;

  constructor() {
    super();
    this.src = '';
    this.name = '';
    this.duration = 0;
    this.whole = false;
    this.labels = new Labels();
    this.state = 'paused';
    this.at = 0;
    this.speed = speed;
    const { audio } = this;
    audio.preload = 'none';
    audio.addEventListener('play', () => {
      playAlone(audio);
      this.state = 'playing';
    });
    audio.addEventListener('pause', () => (this.state = 'paused'));
    audio.addEventListener('timeupdate', () => this.updatePosition());
    audio.addEventListener('ended', () => {
      this.state = 'paused';
      this.at = 0;
    });
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.audio.pause();
    this.audio.removeAttribute('src');
    this.loaded = undefined;
    if (this.objectUrl) {
      URL.revokeObjectURL(this.objectUrl);
      this.objectUrl = undefined;
    }
  }

  protected willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('src') && changed.get('src')) {
      this.audio.pause();
      this.audio.removeAttribute('src');
      this.audio.load();
      this.loaded = undefined;
    }
    if (changed.has('src') && this.src && !this.whole && !this.duration) {
      this.loadMetadata();
    }
  }

  /** The duration in seconds; 0 if unknown. */
  private get length(): number {
    const { duration } = this.audio;
    return Number.isFinite(duration) && duration > 0 ? duration : (this.duration || 0) / 1000;
  }

  /** Loads the header of a long recording, for its duration. */
  private loadMetadata(): void {
    this.audio.preload = 'metadata';
    this.audio.src = this.src;
    this.audio.addEventListener('loadedmetadata', () => this.requestUpdate(), { once: true });
  }

  private updatePosition(): void {
    if (!this.audio.seeking && this.state === 'playing') {
      this.at = Math.min(this.audio.currentTime, this.length || Infinity);
    }
  }

  private async toggle(): Promise<void> {
    if (this.state === 'playing') {
      this.audio.pause();
      return;
    }
    this.state = 'loading';
    try {
      await (this.loaded ??= this.load());
      this.audio.playbackRate = this.speed;
      if (Math.abs(this.audio.currentTime - this.at) > 0.25) {
        this.audio.currentTime = this.at;
      }
      await this.audio.play();
    } catch (failure) {
      if ((failure as DOMException).name !== 'AbortError') {
        this.loaded = undefined;
        this.state = 'failed';
      }
    }
  }

  private async load(): Promise<void> {
    const { audio } = this;
    if (audio.readyState === 0) {
      audio.src = this.whole && !this.src.startsWith('blob:') ? await this.fetchWhole() : this.src;
      audio.preload = 'auto';
      await nextEvent(audio, 'loadedmetadata');
    }
    if (this.whole && !Number.isFinite(audio.duration)) {
      audio.currentTime = AFTER_END;
      await nextEvent(audio, 'durationchange');
      audio.currentTime = 0;
      await nextEvent(audio, 'seeked');
    }
    this.requestUpdate();
  }

  private async fetchWhole(): Promise<string> {
    const answer = await fetch(this.src);
    if (!answer.ok) {
      throw new Error(`The recording could not be loaded: ${answer.status}`);
    }
    this.objectUrl = URL.createObjectURL(await answer.blob());
    return this.objectUrl;
  }

  private seek(seconds: number): void {
    this.at = Math.min(Math.max(seconds, 0), this.length);
    if (this.audio.readyState > 0) {
      this.audio.currentTime = this.at;
    }
  }

  private onPointer(event: PointerEvent): void {
    const bar = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown') {
      bar.setPointerCapture(event.pointerId);
    }
    if (bar.hasPointerCapture(event.pointerId)) {
      const { left, width } = bar.getBoundingClientRect();
      this.seek(((event.clientX - left) / width) * this.length);
    }
  }

  private onKeydown(event: KeyboardEvent): void {
    const to = {
      ArrowLeft: this.at - SEEK_STEP,
      ArrowDown: this.at - SEEK_STEP,
      ArrowRight: this.at + SEEK_STEP,
      ArrowUp: this.at + SEEK_STEP,
      Home: 0,
      End: this.length
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      this.seek(to);
    }
  }

  private nextSpeed(): void {
    speed = SPEEDS[(SPEEDS.indexOf(this.speed) + 1) % SPEEDS.length];
    this.speed = speed;
    this.audio.playbackRate = speed;
  }

  render() {
    const { labels, state, length } = this;
    const displayed = state === 'playing' || this.at > 0 ? this.at : length;
    const action = labels.of(state === 'playing' ? 'media.pause' : 'media.play', this.name);
    const share = length > 0 ? this.at / length : 0;
    return html`<button
        class="play"
        type="button"
        aria-label=${action}
        title=${action}
        aria-busy=${state === 'loading'}
        @click=${this.toggle}
      >
        ${state === 'playing' ? icons.pause : icons.play}
      </button>
      <div class="way">
        <div
          class="bar"
          role="slider"
          tabindex="0"
          aria-label=${labels.of('media.place', this.name)}
          aria-valuemin="0"
          aria-valuemax=${Math.round(length)}
          aria-valuenow=${Math.round(this.at)}
          aria-valuetext=${labels.of('media.place.at', formatDuration(this.at * 1000), formatDuration(length * 1000))}
          @pointerdown=${this.onPointer}
          @pointermove=${this.onPointer}
          @keydown=${this.onKeydown}
        >
          ${this.waveform ? bars(this.waveform, share) : line(share)}
        </div>
        <span class="time">
          ${
            state === 'failed'
              ? html`<span class="failed" role="alert">${labels.of('media.failed')}</span>`
              : formatDuration(displayed * 1000)
          }
        </span>
      </div>
      ${
        length > 0
          ? html`<button
            class="speed"
            type="button"
            aria-label=${labels.of('media.speed', this.speed.toLocaleString(labels.locale))}
            title=${labels.of('media.speed', this.speed.toLocaleString(labels.locale))}
            @click=${this.nextSpeed}
          >
            <span aria-hidden="true">${this.speed.toLocaleString(labels.locale)}×</span>
          </button>`
          : nothing
      }`;
  }

  static styles = [tokens, playerStyles];
}

function bars(waveform: string, share: number) {
  const all = barHeights(waveform);
  return all.map(
    (high, at) => html`<i class=${at < share * all.length ? 'done' : ''} style="--high: ${Math.round(12 + high * 88)}%"></i>`
  );
}

function line(share: number) {
  return html`<div class="line"><div style="width: ${Math.round(share * 1000) / 10}%"></div></div>`;
}

/** Resolves at the next event of a type, and rejects at an error. */
function nextEvent(media: HTMLMediaElement, type: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const once = (name: string, action: () => void) =>
      media.addEventListener(
        name,
        () => {
          done.abort();
          action();
        },
        { signal: done.signal }
      );
    once(type, resolve);
    once('error', () => reject(media.error ?? new Error('The recording cannot be played')));
  });
}

customElements.define('charla-player', Player);
