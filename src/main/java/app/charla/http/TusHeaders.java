package app.charla.http;

import app.charla.core.InvalidException;
import app.charla.media.Upload;
import app.charla.media.UploadRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import org.springframework.http.HttpHeaders;

/**
 * The headers of resumable uploads (tus 1.0).
 *
 * @see <a href="https://tus.io/protocols/resumable-upload#headers">tus 1.0, headers</a>
 */
public final class TusHeaders {

    /** The protocol version. Only scripts of this origin and programs can send it, never forms of other sites. */
    public static final String VERSION = "Tus-Resumable";

    /** The total size in bytes. */
    public static final String LENGTH = "Upload-Length";

    /** The number of bytes received. */
    public static final String OFFSET = "Upload-Offset";

    /** Comma-separated metadata: keys, each with a value in Base64. */
    public static final String METADATA = "Upload-Metadata";

    /** The media type of a request with a part of an upload. */
    public static final String PART_TYPE = "application/offset+octet-stream";

    private TusHeaders() {}

    /** Returns the response headers of an upload. */
    public static HttpHeaders of(Upload upload) {
        var headers = new HttpHeaders();
        headers.set(VERSION, "1.0.0");
        headers.set(LENGTH, Long.toString(upload.size()));
        headers.set(OFFSET, Long.toString(upload.offset()));
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        Instant expiresAt = upload.expiresAt();
        if (expiresAt != null) {
            headers.set(
                    "Upload-Expires", DateTimeFormatter.RFC_1123_DATE_TIME.format(expiresAt.atOffset(ZoneOffset.UTC)));
        }
        return headers;
    }

    /**
     * Parses the request to begin an upload. Keys of the metadata: {@code filename}, {@code alt}, {@code kind=voice},
     * {@code duration} in milliseconds, {@code waveform}.
     *
     * @throws InvalidException if a value is malformed or out of range
     */
    public static UploadRequest parseRequest(long length, String metadata) {
        var values = new HashMap<String, String>();
        for (String each : metadata.split(",")) {
            String[] pair = each.strip().split(" ", 2);
            values.put(pair[0], pair.length == 2 ? decode(pair[1]) : "");
        }
        String duration = values.get("duration");
        return new UploadRequest(
                values.getOrDefault("filename", ""),
                length,
                values.getOrDefault("alt", ""),
                "voice".equals(values.get("kind")),
                duration == null ? null : parseMillis(duration),
                values.get("waveform"));
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidException(METADATA, "media.metadata");
        }
    }

    private static int parseMillis(String duration) {
        try {
            return Integer.parseInt(duration);
        } catch (NumberFormatException malformed) {
            throw new InvalidException("duration", "media.duration");
        }
    }
}
