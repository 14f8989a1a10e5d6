package app.charla.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A resumable upload.
 *
 * @param size total size in bytes
 * @param offset bytes received
 * @param expiresAt when it is removed if nothing more arrives; null once it is complete
 * @param attachment the attachment made of it, once it is complete
 */
public record Upload(
        MediaId id,
        long size,
        long offset,
        @Nullable Instant expiresAt,
        @Nullable Attachment attachment) {}
