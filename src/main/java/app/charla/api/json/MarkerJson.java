package app.charla.api.json;

import app.charla.chat.Membership;
import app.charla.chat.NotificationSetting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the caller has read a chat, and of how much of it they want to be told.
 *
 * @param muted whether it is quiet for them, but for what names them
 * @param mutedUntil when that ends by itself
 */
public record MarkerJson(
        String chatId,
        long readSeq,
        boolean muted,
        NotificationSetting.NotificationLevel notifications,
        @Nullable Instant mutedUntil) {

    public static MarkerJson of(Membership membership) {
        NotificationSetting setting = membership.muting();
        return new MarkerJson(
                membership.chat().toString(), membership.readSeq(), setting.isQuiet(), setting.told(), setting.until());
    }
}
