package app.charla.chat;

import app.charla.core.InvalidException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's notification level for a chat, and until when it is muted.
 *
 * @param until when a muted chat notifies of everything again; null for never
 * @param chosen whether the member chose it; otherwise the kind and size of the chat decide what notifies beyond the app
 */
public record NotificationSetting(
        NotificationLevel level, @Nullable Instant until, boolean chosen) {

    /** The messages that notify. */
    public enum NotificationLevel {
        ALL,
        /** Messages that mention the member. */
        MENTIONS,
        NOTHING
    }

    /** The setting of a new member. */
    public static final NotificationSetting DEFAULT = new NotificationSetting(NotificationLevel.ALL, null, false);

    /** The greatest number of members with which all messages of a group notify until somebody chooses. */
    private static final int MAX_SMALL_GROUP = 20;

    private static final long STORED_ALL = 0;
    private static final long STORED_NOTHING = 1;
    private static final long STORED_MENTIONS = 2;
    private static final long STORED_CHOSEN_ALL = 3;

    /** @throws InvalidException if a time is given with any level but nothing */
    public NotificationSetting {
        if (until != null && level != NotificationLevel.NOTHING) {
            throw new InvalidException("mutedUntil", "muting.until");
        }
    }

    /** A setting that the member chose. */
    public NotificationSetting(NotificationLevel level, @Nullable Instant until) {
        this(level, until, true);
    }

    /**
     * Returns the level of notifications beyond the app. Until a member chooses, all messages of private chats and small
     * groups notify, and mentions of others.
     */
    public NotificationLevel levelIn(Chat chat, Instant now) {
        NotificationSetting current = at(now);
        if (current.chosen) {
            return current.level;
        }
        boolean small = chat.kind() == Chat.Kind.GROUP && chat.members().size() <= MAX_SMALL_GROUP;
        return chat.kind() == Chat.Kind.PRIVATE || small ? NotificationLevel.ALL : NotificationLevel.MENTIONS;
    }

    /** Returns the setting in effect at a time. */
    public NotificationSetting at(Instant now) {
        return until != null && !now.isBefore(until) ? DEFAULT : this;
    }

    /** Returns whether ordinary messages do not notify. */
    public boolean isMuted() {
        return level != NotificationLevel.ALL;
    }

    static NotificationSetting fromColumn(long stored) {
        if (stored == STORED_ALL) {
            return DEFAULT;
        }
        if (stored == STORED_CHOSEN_ALL) {
            return new NotificationSetting(NotificationLevel.ALL, null);
        }
        if (stored == STORED_MENTIONS) {
            return new NotificationSetting(NotificationLevel.MENTIONS, null);
        }
        return new NotificationSetting(
                NotificationLevel.NOTHING, stored == STORED_NOTHING ? null : Instant.ofEpochMilli(stored));
    }

    /** The column held a boolean before it held a time: 0 all, not chosen; 1 nothing, 2 mentions, 3 all, chosen; else nothing
     * until that time. To a query that knows nothing of 3, it is a time that has passed: all.
     */
    long toColumn() {
        return switch (level) {
            case ALL -> chosen ? STORED_CHOSEN_ALL : STORED_ALL;
            case MENTIONS -> STORED_MENTIONS;
            case NOTHING -> until == null ? STORED_NOTHING : until.toEpochMilli();
        };
    }
}
