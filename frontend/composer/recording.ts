const MIME_TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
const BITS_PER_SECOND = 32_000;
/** In milliseconds. */
const SAMPLE_INTERVAL = 50;

/** The use of a recording after its end: it is reviewed, sent, discarded, or kept in the draft of its chat. */
export type Outcome = 'review' | 'send' | 'discard' | 'keep';

/** One audio recording, with its loudness while it lasts. */
export class Recording {
  /** Loudness between 0 and 1, sampled every 50 ms. */
  readonly levels: number[] = [];
  bytes = 0;
  outcome: Outcome = 'review';
  /** In milliseconds; 0 until it has ended. */
  finalDuration = 0;
  /** In milliseconds since 1970. */
  readonly startedAt = Date.now();
  private readonly recorder: MediaRecorder;
  private readonly stream: MediaStream;
  private readonly context = new AudioContext();
  private readonly analyser: AnalyserNode;
  private readonly sampling: ReturnType<typeof setInterval>;
  private readonly parts: Blob[] = [];

  /**
   * Starts recording.
   *
   * @param stream the microphone, which is released at the end
   */
  constructor(stream: MediaStream, onSample: () => void, onEnd: (recording: Recording, sound: Blob) => void) {
    this.stream = stream;
    const mimeType = MIME_TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    this.recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
    this.recorder.ondataavailable = ({ data }) => {
      this.parts.push(data);
      this.bytes += data.size;
    };
    this.recorder.onstop = () => {
      this.release();
      const [type] = this.recorder.mimeType.split(';');
      onEnd(this, new Blob(this.parts, { type }));
    };
    this.analyser = this.context.createAnalyser();
    this.analyser.fftSize = 1024;
    this.context.createMediaStreamSource(stream).connect(this.analyser);
    this.sampling = setInterval(() => {
      this.levels.push(this.level());
      onSample();
    }, SAMPLE_INTERVAL);
    this.recorder.start(1000);
  }

  /** Returns the milliseconds since the start. */
  get duration(): number {
    return Date.now() - this.startedAt;
  }

  end(outcome: Outcome): void {
    if (this.recorder.state !== 'inactive') {
      this.outcome = outcome;
      this.finalDuration = this.duration;
      this.recorder.stop();
    }
  }

  /** Returns the root mean square of the current samples. */
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
