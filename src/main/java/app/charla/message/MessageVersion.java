package app.charla.message;

import java.time.Instant;

/**
 * An earlier text of an edited message.
 *
 * @param version as in {@link Message}
 * @param writtenAt when this text was sent, or replaced an earlier one
 */
public record MessageVersion(int version, String text, Instant writtenAt) {}
