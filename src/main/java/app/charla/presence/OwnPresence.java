package app.charla.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose to let others notice.
 *
 * @param receipts whether others learn how far they have read, and they of others
 * @param tellsLastSeen whether others learn when they were there last, and they of others
 * @param lastSeen when that was, as far as it is to be told
 */
public record OwnPresence(
        PresenceChoice choice,
        CustomStatus status,
        boolean receipts,
        boolean tellsLastSeen,
        @Nullable Instant lastSeen) {

    /** What holds for whoever has chosen nothing. */
    static final OwnPresence DEFAULT = new OwnPresence(PresenceChoice.AUTOMATIC, CustomStatus.NONE, true, true, null);

    /** Whether others may notice them at all. */
    boolean isVisible() {
        return choice != PresenceChoice.INVISIBLE;
    }
}
