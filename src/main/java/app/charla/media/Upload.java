package app.charla.media;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something on its way to the server, or arrived.
 *
 * @param size how many bytes it will have
 * @param offset how many are there
 * @param expiresAt when it is removed, if nothing more comes; null once it has arrived
 * @param arrived what it is, once it is whole
 */
public record Upload(
        MediaId id,
        long size,
        long offset,
        @Nullable Instant expiresAt,
        @Nullable Attachment attachment) {

    /** The header that tells how many bytes there will be. */
    public static final String LENGTH = "Upload-Length";

    /** The header that tells how many there are. */
    public static final String OFFSET = "Upload-Offset";

    /** The media type of a piece of an upload. */
    public static final String BYTES = "application/offset+octet-stream";

    /** A request that carries it comes from a script of ours or from a program, never from a page elsewhere. */
    public static final String VERSION = "Tus-Resumable";

    /**
     * What an answer says of it.
     *
     * @see <a href="https://tus.io/protocols/resumable-upload#headers">tus 1.0, headers</a>
     */
    public Map<String, String> headers() {
        var headers = new HashMap<>(Map.of(
                VERSION,
                "1.0.0",
                LENGTH,
                Long.toString(size),
                OFFSET,
                Long.toString(offset),
                "Cache-Control",
                "no-store"));
        if (expiresAt != null) {
            headers.put(
                    "Upload-Expires", DateTimeFormatter.RFC_1123_DATE_TIME.format(expiresAt.atOffset(ZoneOffset.UTC)));
        }
        return headers;
    }
}
