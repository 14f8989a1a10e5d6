package app.charla.api.json;

import app.charla.chat.Chat;
import app.charla.chat.NotificationSetting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A chat as it stands in the caller's list.
 *
 * @param name of a public chat or a group
 * @param topic what it is about; empty for nothing in particular
 * @param with the other person of a private chat
 * @param joined whether the caller is in it
 * @param role the caller's, if joined
 * @param last the newest line
 * @param unread messages of others since the caller's marker; 100 means as many or more
 * @param unreadMentions how many messages since the caller's marker name them; 100 means as many or more
 * @param readSeq up to where the caller has read
 * @param muted whether it is quiet for the caller, but for what names them
 * @param notifications of what the caller wants to be told
 * @param mutedUntil when all is told again by itself
 * @param version rises with each change of name, topic or members
 */
public record ChatJson(
        String id,
        Chat.Kind kind,
        @Nullable String name,
        String topic,
        @Nullable PersonJson with,
        int memberCount,
        boolean joined,
        Chat.@Nullable Role role,
        boolean muted,
        NotificationSetting.NotificationLevel notifications,
        @Nullable Instant mutedUntil,
        int unread,
        int unreadMentions,
        long readSeq,
        long lastSeq,
        Instant lastAt,
        @Nullable MessageJson last,
        Instant createdAt,
        int version) {}
