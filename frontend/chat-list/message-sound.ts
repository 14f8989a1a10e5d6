const LOCK = 'charla-sound';
const PAUSE = 1_500;
/** Two soft notes, in hertz and seconds. */
const NOTES = [
  { pitch: 660, from: 0 },
  { pitch: 880, from: 0.11 }
];
const LENGTH = 0.32;
const LOUDNESS = 0.12;

let context: AudioContext | undefined;

/** The short sound of a message. A browser that has not been touched yet lets nothing be heard: then it is not. */
export function play(): void {
  context ??= new AudioContext();
  const { destination, state } = context;
  if (state === 'suspended') {
    void context.resume();
  }
  for (const { pitch, from } of NOTES) {
    const begin = context.currentTime + from;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + LENGTH);
    tone.connect(volume).connect(destination);
    tone.start(begin);
    tone.stop(begin + LENGTH);
  }
}

/** Says that something came: once for all tabs and all that comes together, and not where the person wants quiet. */
export function announce(): void {
  if (document.documentElement.dataset.sounds === 'off' || !navigator.userActivation?.hasBeenActive) {
    return;
  }
  if (!navigator.locks) {
    play();
    return;
  }
  void navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) {
      play();
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  });
}

window.addEventListener('charla-sound', play);
