package app.charla.chat;

import app.charla.core.InvalidException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Of how much of a chat somebody wants to be told.
 *
 * @param until when all is told again by itself, of a chat of which nothing is told; null for never
 */
public record NotificationSetting(
        NotificationLevel level, @Nullable Instant until) {

    /** What somebody is told. */
    public enum NotificationLevel {
        ALL,
        /** What names them. */
        MENTIONS,
        NOTHING
    }

    /** What holds until somebody chooses. */
    public static final NotificationSetting DEFAULT = new NotificationSetting(NotificationLevel.ALL, null);

    private static final long STORED_ALL = 0;
    private static final long STORED_NOTHING = 1;
    private static final long STORED_MENTIONS = 2;

    /** @throws InvalidException if a time is given for anything but nothing */
    public NotificationSetting {
        if (until != null && level != NotificationLevel.NOTHING) {
            throw new InvalidException("mutedUntil", "muting.until");
        }
    }

    /** What holds at a time. */
    public NotificationSetting at(Instant now) {
        return until != null && !now.isBefore(until) ? DEFAULT : this;
    }

    /** Whether it stays quiet, but for what names the person. */
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

    /** The column held a yes or no before it held a time. */
    long toColumn() {
        return switch (level) {
            case ALL -> STORED_ALL;
            case MENTIONS -> STORED_MENTIONS;
            case NOTHING -> until == null ? STORED_NOTHING : until.toEpochMilli();
        };
    }
}
