package app.charla.api;

import app.charla.chat.Chat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A chat as it stands in the caller's list.
 *
 * @param name of a public chat or a group
 * @param with the other person of a private chat
 * @param joined whether the caller is in it
 * @param role the caller's, if joined
 * @param last the newest line
 * @param unread messages of others since the caller's marker; 100 means as many or more
 * @param readSeq up to where the caller has read
 * @param version rises with each change of name or members
 */
record ChatJson(
        String id,
        Chat.Kind kind,
        @Nullable String name,
        @Nullable PersonJson with,
        int memberCount,
        boolean joined,
        Chat.@Nullable Role role,
        boolean muted,
        int unread,
        long readSeq,
        long lastSeq,
        Instant lastAt,
        @Nullable MessageJson last,
        Instant createdAt,
        int version) {}
