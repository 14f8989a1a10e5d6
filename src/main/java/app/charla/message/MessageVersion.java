package app.charla.message;

import java.time.Instant;

/**
 * What a message said before it was edited.
 *
 * @param version as in {@link Message}
 * @param writtenAt when these words were sent, or put in the place of others
 */
public record MessageVersion(int version, String text, Instant writtenAt) {}
