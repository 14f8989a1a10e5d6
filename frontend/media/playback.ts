let playing: HTMLMediaElement | undefined;

/** What begins to play silences what played before. */
export function playAlone(media: HTMLMediaElement): void {
  if (playing !== media) {
    playing?.pause();
    playing = media;
  }
}
