package app.charla.chat;

import app.charla.core.InvalidException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's notification level for a chat, and until when it is muted.
 *
 * @param until when a muted chat notifies of everything again; null for never
 */
public record NotificationSetting(
        NotificationLevel level, @Nullable Instant until) {

    /** The messages that notify. */
    public enum NotificationLevel {
        ALL,
        /** Messages that mention the member. */
        MENTIONS,
        NOTHING
    }

    /** The setting of a new member. */
    public static final NotificationSetting DEFAULT = new NotificationSetting(NotificationLevel.ALL, null);

    private static final long STORED_ALL = 0;
    private static final long STORED_NOTHING = 1;
    private static final long STORED_MENTIONS = 2;

    /** @throws InvalidException if a time is given with any level but nothing */
    public NotificationSetting {
        if (until != null && level != NotificationLevel.NOTHING) {
            throw new InvalidException("mutedUntil", "muting.until");
        }
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
        if (stored == STORED_MENTIONS) {
            return new NotificationSetting(NotificationLevel.MENTIONS, null);
        }
        return new NotificationSetting(
                NotificationLevel.NOTHING, stored == STORED_NOTHING ? null : Instant.ofEpochMilli(stored));
    }

    /** The column held a boolean before it held a time: 0 all, 1 nothing, 2 mentions, else nothing until that time. */
    long toColumn() {
        return switch (level) {
            case ALL -> STORED_ALL;
            case MENTIONS -> STORED_MENTIONS;
            case NOTHING -> until == null ? STORED_NOTHING : until.toEpochMilli();
        };
    }
}
