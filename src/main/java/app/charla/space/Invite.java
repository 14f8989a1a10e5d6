package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link by which people come into a space.
 *
 * @param role what they are there
 * @param chat where it leads, if not to the list of chats
 * @param maxUses how many people may come by it; null for any number
 * @param uses how many have
 * @param joined who of them is still there, in the order they came
 */
public record Invite(
        UUID id,
        AccountId createdBy,
        SpaceRole role,
        @Nullable ChatId chat,
        @Nullable Integer maxUses,
        int uses,
        Instant createdAt,
        Instant expiresAt,
        boolean revoked,
        List<AccountId> joined) {

    /** Whether it still lets somebody in. */
    public boolean isOpen(Instant now) {
        return !revoked && now.isBefore(expiresAt) && (maxUses == null || uses < maxUses);
    }

    /**
     * An invite as somebody wishes it.
     *
     * @param lifetime a minute to a year; null for seven days
     * @param maxUses positive; null for any number
     * @param role member or, from an owner, admin
     */
    public record Request(
            @Nullable Duration lifetime,
            @Nullable Integer maxUses,
            SpaceRole role,
            @Nullable ChatId chat) {}

    /**
     * An invite just made, with the one sight of its token that there will ever be.
     *
     * @param token 256 random bits, URL-safe; only its digest is stored
     */
    public record Issued(String token, Invite invite) {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Issued[" + invite + "]";
        }
    }

    /**
     * What somebody sees who holds an invite.
     *
     * @param inviter who made it
     * @param members how many people are in the space
     * @param joined whether the one asking is in it already
     */
    public record Preview(Space space, AccountId inviter, int members, SpaceRole role, boolean joined) {}

    /**
     * Somebody came in.
     *
     * @param chat where the invite leads, if it says so
     */
    public record Admission(
            app.charla.core.Actor actor,
            Space space,
            @Nullable ChatId chat) {}
}
