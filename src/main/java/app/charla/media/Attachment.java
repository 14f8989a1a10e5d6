package app.charla.media;

import org.jspecify.annotations.Nullable;

/**
 * Something sent besides words, as a message holds it.
 *
 * @param name what its sender called it; 1–200 characters, no path
 * @param type its media type, found out from its bytes
 * @param size in bytes
 * @param width in pixels, as shown; of pictures
 * @param height as the width
 * @param blur a tiny picture in its place while it loads: a {@code data:} address of at most 600 characters
 * @param durationMillis of what was recorded
 * @param waveform how loud it is from beginning to end: at most 64 digits
 * @param alt what it shows, in words, for who does not see it; may be empty
 */
public record Attachment(
        MediaId id,
        String name,
        String type,
        long size,
        Kind kind,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String blur,
        @Nullable Integer durationMillis,
        @Nullable String waveform,
        String alt) {

    /** How it is shown. */
    public enum Kind {
        IMAGE,
        VIDEO,
        AUDIO,
        /** Recorded where it was sent. */
        VOICE,
        /** Only ever offered to be kept. */
        FILE
    }
}
