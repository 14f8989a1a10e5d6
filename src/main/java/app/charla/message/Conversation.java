package app.charla.message;

import app.charla.chat.Chat;
import app.charla.chat.NotificationSetting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A chat as an entry of an account's conversation list.
 *
 * @param last the newest message, if there is any
 * @param unread messages of others after the reader's marker, counted up to 100
 * @param mentions messages after the marker that mention the reader, counted up to 100
 * @param readSeq the reader's marker: the seq they have read up to
 * @param lastSeq seq of the newest message
 * @param lastAt time of the last activity: the list is in this order
 * @param notifications the notification setting in effect now
 */
public record Conversation(
        Chat chat,
        @Nullable Message last,
        int unread,
        int mentions,
        long readSeq,
        long lastSeq,
        Instant lastAt,
        NotificationSetting notifications) {

    /** {@link #unread} at this value means "this many or more". */
    public static final int MAX_UNREAD = 100;
}
