package app.charla.account;

import app.charla.core.AccountId;
import java.time.Instant;
import java.util.UUID;

/**
 * One device or program signed in to an account.
 *
 * @param scope what it may do
 * @param label what the device or program called itself, or the person called it, at most 200 characters
 * @param address the network address it was used from last, to within some minutes, as RFC 5952 writes it; blank if
 *     unknown
 */
public record Session(
        UUID id,
        AccountId account,
        Kind kind,
        Scope scope,
        String label,
        String address,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt) {

    /** What carries the token. */
    public enum Kind {
        /** A browser, in a cookie. */
        BROWSER,
        /** A program that signed in, in the {@code Authorization} header. */
        TOKEN,
        /** A program to which the person gave a token, in the {@code Authorization} header; see {@link AccessTokens}. */
        PERSONAL
    }

    /** What may be done; each one includes those before it. */
    public enum Scope {
        /** Look at what the person can see. */
        READ,
        /** Take part in chats. */
        WRITE,
        /** Look after the account and its spaces. */
        ADMIN;

        /** Whether this one allows what needs another. */
        public boolean includes(Scope needed) {
            return compareTo(needed) >= 0;
        }
    }
}
