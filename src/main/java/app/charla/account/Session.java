package app.charla.account;

import app.charla.core.AccountId;
import java.time.Instant;
import java.util.UUID;

/**
 * One device or program signed in to an account.
 *
 * @param label what the device or program called itself, at most 200 characters
 */
public record Session(
        UUID id, AccountId account, Kind kind, String label, Instant createdAt, Instant lastUsedAt, Instant expiresAt) {

    /** What carries the token. */
    public enum Kind {
        /** A browser, in a cookie. */
        BROWSER,
        /** A program, in the {@code Authorization} header. */
        TOKEN
    }
}
