package app.charla.presence;

import app.charla.core.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may know of whether a person is there.
 *
 * @param status what the person says of it; nothing of who is offline
 * @param lastSeen when they were there last, of who is offline and tells
 */
public record Presence(
        AccountId account,
        Availability availability,
        CustomStatus status,
        @Nullable Instant lastSeen) {

    /** Of whom nothing is known. */
    static Presence unknown(AccountId account) {
        return new Presence(account, Availability.OFFLINE, CustomStatus.NONE, null);
    }

    /** The same for whoever does not tell of themselves. */
    Presence withoutLastSeen() {
        return lastSeen == null ? this : new Presence(account, availability, status, null);
    }
}
