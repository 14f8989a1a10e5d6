package app.charla.share;

import java.time.Instant;
import java.util.List;

/**
 * What a share shows at this moment.
 *
 * @param lines oldest first
 */
public record SharedPage(List<Line> lines, Instant expiresAt) {

    /** What somebody said. */
    public record Line(String author, String text, Instant sentAt, boolean edited) {}
}
