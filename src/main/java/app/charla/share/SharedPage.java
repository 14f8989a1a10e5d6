package app.charla.share;

import java.time.Instant;
import java.util.List;

/**
 * The current content of a share link.
 *
 * @param messages oldest first
 */
public record SharedPage(List<SharedMessage> messages, Instant expiresAt) {

    /** A message as shown to anybody. */
    public record SharedMessage(String author, String text, Instant sentAt, boolean edited) {}
}
