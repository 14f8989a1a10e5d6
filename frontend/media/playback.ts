/** The player that started last; at most one on the page plays. */
let playing: HTMLMediaElement | undefined;

/** Pauses the player that started before; to be called when one starts. */
export function playAlone(media: HTMLMediaElement): void {
  if (playing !== media) {
    playing?.pause();
    playing = media;
  }
}
