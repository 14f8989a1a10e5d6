package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invite link to a space.
 *
 * @param role the role of those who join
 * @param chat the chat they are added to; null for none
 * @param maxUses how many people may join by it; null for any number
 * @param uses how many have joined by it
 * @param joined those of them who are still members, in the order they joined
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

    /** Returns whether it is neither revoked, expired nor used up. */
    public boolean isOpen(Instant now) {
        return !revoked && now.isBefore(expiresAt) && (maxUses == null || uses < maxUses);
    }

    /**
     * The properties of an invite to issue.
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
     * A newly issued invite; its token is available only here.
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
     * The preview of an invite for whoever holds it.
     *
     * @param inviter the account that issued it
     * @param members the number of members of the space
     * @param joined whether the viewer is a member already
     * @param welcome the text of the space for new members; empty if it has none, or its database is not available now
     * @param chat the chat of the invite; null for none
     */
    public record Preview(
            Space space,
            AccountId inviter,
            int members,
            SpaceRole role,
            boolean joined,
            String welcome,
            @Nullable ChatId chat) {}

    /**
     * The result of accepting an invite.
     *
     * @param chat the chat of the invite; null for none
     */
    public record Admission(
            Actor actor, Space space, @Nullable ChatId chat) {}
}
