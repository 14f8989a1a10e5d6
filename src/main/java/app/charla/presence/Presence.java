package app.charla.presence;

import app.charla.core.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The presence of a person, as far as the viewer may see it.
 *
 * @param status their custom status; empty while they are offline
 * @param lastSeen when they were seen last; null while they are not offline, or if they hide it
 */
public record Presence(
        AccountId account,
        Availability availability,
        CustomStatus status,
        @Nullable Instant lastSeen) {

    /** Returns the presence of an account about which the viewer may know nothing. */
    static Presence unknown(AccountId account) {
        return new Presence(account, Availability.OFFLINE, CustomStatus.NONE, null);
    }

    /** Returns the same for viewers who hide their own last-seen time. */
    Presence withoutLastSeen() {
        return lastSeen == null ? this : new Presence(account, availability, status, null);
    }
}
