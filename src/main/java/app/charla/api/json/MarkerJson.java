package app.charla.api.json;

import app.charla.chat.Membership;
import app.charla.chat.NotificationSetting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The caller's read marker and notification setting of a chat.
 *
 * @param muted whether only mentions notify the caller
 * @param mutedUntil when the mute ends
 */
public record MarkerJson(
        String chatId,
        long readSeq,
        boolean muted,
        NotificationSetting.NotificationLevel notifications,
        @Nullable Instant mutedUntil) {

    public static MarkerJson of(Membership membership) {
        NotificationSetting setting = membership.notifications();
        return new MarkerJson(
                membership.chat().toString(),
                membership.readSeq(),
                setting.isMuted(),
                setting.level(),
                setting.until());
    }
}
