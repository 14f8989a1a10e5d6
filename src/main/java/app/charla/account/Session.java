package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device or app that is signed in to an account.
 *
 * @param scope the permissions of its token
 * @param label the name that the device or app gave itself, or that the person gave it, at most 200 characters
 * @param address the network address of its last use, accurate to ten minutes, as RFC 5952 writes it; blank if unknown
 * @param reach where its token works
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
        Instant expiresAt,
        Reach reach) {

    /** The kind of client that carries the token. */
    public enum Kind {
        /** A browser, in a cookie. */
        BROWSER,
        /** An app that signed in, in the {@code Authorization} header. */
        TOKEN,
        /** An app that the person gave a token, in the {@code Authorization} header; see {@link AccessTokens}. */
        PERSONAL
    }

    /**
     * The reach of a token: all that the person can, only what is in a space, or only one chat of it.
     *
     * @param chat null unless limited to a chat; then the space is that of the chat
     */
    public record Reach(@Nullable SpaceId space, @Nullable ChatId chat) {

        /** The reach of whatever is not limited. */
        public static final Reach EVERYTHING = new Reach(null, null);

        /** Returns whether it is limited. */
        public boolean isLimited() {
            return space != null;
        }
    }

    /** The permissions of a token; each scope includes those before it. */
    public enum Scope {
        /** Read everything that the person can see. */
        READ,
        /** Take part in chats. */
        WRITE,
        /** Manage the account and its spaces. */
        ADMIN;

        /** Returns whether a token of this scope may do what requires the other. */
        public boolean includes(Scope required) {
            return compareTo(required) >= 0;
        }
    }
}
