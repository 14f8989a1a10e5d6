package app.charla.message;

import app.charla.chat.Chat;
import app.charla.chat.NotificationSetting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A chat as it stands in somebody's list.
 *
 * @param last the newest line, if anything was said
 * @param unread messages of others since the reader's marker, counted up to 100
 * @param mentions how many of all messages since the marker name the reader, counted up to 100
 * @param readSeq up to where they have read
 * @param lastSeq the newest line's number
 * @param lastAt when something happened last: the list is in this order
 * @param muting of how much the reader wants to be told now
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
