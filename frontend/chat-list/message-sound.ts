const LOCK = 'charla-sound';
/** In milliseconds. */
const MIN_INTERVAL = 1_500;
/** Two soft notes: pitch in hertz, start in seconds. */
const NOTES = [
  { pitch: 660, start: 0 },
  { pitch: 880, start: 0.11 }
];
/** In seconds. */
const DURATION = 0.32;
const VOLUME = 0.12;

let context: AudioContext | undefined;

/** Plays the message sound. A page on which the person has not acted yet is kept silent by the browser. */
function play(): void {
  context ??= new AudioContext();
  const { destination, state } = context;
  if (state === 'suspended') {
    void context.resume();
  }
  for (const { pitch, start } of NOTES) {
    const begin = context.currentTime + start;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(VOLUME, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + DURATION);
    tone.connect(volume).connect(destination);
    tone.start(begin);
    tone.stop(begin + DURATION);
  }
}

/** Plays the message sound unless the person turned it off: at most every 1.5 s, in one of the open tabs. */
export function playMessageSound(): void {
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
      await new Promise((resolve) => setTimeout(resolve, MIN_INTERVAL));
    }
  });
}

window.addEventListener('charla-sound', play);
