package app.charla.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The presence settings of an account.
 *
 * @param receipts whether read receipts are exchanged with others, in both directions
 * @param tellsLastSeen whether the last-seen time is exchanged with others, in both directions
 * @param lastSeen when the account was seen last; null for never
 */
public record OwnPresence(
        PresenceChoice choice,
        CustomStatus status,
        boolean receipts,
        boolean tellsLastSeen,
        @Nullable Instant lastSeen) {

    /** The settings of accounts that changed nothing. */
    static final OwnPresence DEFAULT = new OwnPresence(PresenceChoice.AUTOMATIC, CustomStatus.NONE, true, true, null);

    /** Returns whether others may see the account online at all. */
    boolean isVisible() {
        return choice != PresenceChoice.INVISIBLE;
    }
}
