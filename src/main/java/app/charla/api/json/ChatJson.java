package app.charla.api.json;

import app.charla.chat.Chat;
import app.charla.chat.NotificationSetting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A chat as an entry of the caller's list.
 *
 * @param name of a public chat or a group
 * @param topic empty if there is none
 * @param with the other person of a private chat
 * @param joined whether the caller is a member
 * @param role the caller's, if joined
 * @param last the newest message
 * @param unread messages of others since the caller's read marker; 100 means 100 or more
 * @param unreadMentions messages since the caller's read marker that mention them; 100 means 100 or more
 * @param readSeq the {@code seq} up to which the caller has read
 * @param muted whether only mentions notify the caller
 * @param notifications the caller's notification level
 * @param mutedUntil when the mute ends
 * @param version rises with each change of name, topic, settings or members
 * @param posting who may post; MANAGERS are owners and admins, of a public chat also those of the space
 * @param archived whether it is a public chat that is read-only and in no list
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
        int version,
        Chat.Posting posting,
        boolean archived) {}
