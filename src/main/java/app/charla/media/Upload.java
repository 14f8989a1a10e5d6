package app.charla.media;

import java.time.Instant;
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
        @Nullable Attachment attachment) {}
