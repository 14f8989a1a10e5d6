package app.charla.media;

import app.charla.core.InvalidException;
import app.charla.unicode.NameRule;
import app.charla.unicode.StorableText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request to begin an upload, as its sender describes it. The media type is detected from the bytes later.
 *
 * @param name 1–200 characters; of a path only the last part counts, and what no name may have is left out
 * @param size in bytes, at least 1
 * @param alt text alternative; at most 1,000 characters
 * @param voice whether it is a voice message
 * @param durationMillis duration of a recording; up to a day
 * @param waveform loudness of a recording over its duration: at most 64 digits
 */
public record UploadRequest(
        String name,
        long size,
        String alt,
        boolean voice,
        @Nullable Integer durationMillis,
        @Nullable String waveform) {

    /** The maximum length of the name of a file. */
    public static final int MAX_NAME_LENGTH = 200;
    /** The maximum length of a text alternative. */
    public static final int MAX_ALT_LENGTH = 1_000;

    private static final int MAX_DURATION_MILLIS = 24 * 60 * 60 * 1000;
    private static final Pattern WAVEFORM = Pattern.compile("[0-9]{1,64}");

    /** @throws InvalidException if a value is out of range */
    public UploadRequest {
        name = NameRule.clean(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.length() > MAX_NAME_LENGTH) {
            throw new InvalidException("filename", "media.name", MAX_NAME_LENGTH);
        }
        if (size < 1) {
            throw new InvalidException("size", "media.empty");
        }
        alt = requireAlt(alt);
        if (durationMillis != null && (durationMillis < 0 || durationMillis > MAX_DURATION_MILLIS)) {
            throw new InvalidException("duration", "media.duration");
        }
        if (waveform != null && !WAVEFORM.matcher(waveform).matches()) {
            throw new InvalidException("waveform", "media.waveform");
        }
    }

    /** A request for an ordinary file. */
    public static UploadRequest of(String name, long size, String alt) {
        return new UploadRequest(name, size, alt, false, null, null);
    }

    static String requireAlt(String alt) {
        StorableText.require("alt", alt);
        if (alt.length() > MAX_ALT_LENGTH) {
            throw new InvalidException("alt", "media.alt", MAX_ALT_LENGTH);
        }
        return alt.strip();
    }
}
