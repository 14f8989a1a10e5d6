package app.charla.media;

import org.jspecify.annotations.Nullable;

/**
 * An attachment of a message.
 *
 * @param name file name given by the sender; 1–200 characters, no path
 * @param type media type, detected from the bytes
 * @param size in bytes
 * @param width in pixels, as shown; of pictures
 * @param height as the width
 * @param blur placeholder picture for loading: a {@code data:} address of at most 600 characters
 * @param durationMillis of recordings
 * @param waveform loudness of a recording over its duration: at most 64 digits
 * @param alt text alternative; may be empty
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

    /** The way it is shown. */
    public enum Kind {
        IMAGE,
        VIDEO,
        AUDIO,
        /** A voice message, recorded in the composer. */
        VOICE,
        /** Offered for download only. */
        FILE
    }
}
