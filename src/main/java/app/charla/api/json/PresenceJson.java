package app.charla.api.json;

import app.charla.presence.Availability;
import app.charla.presence.CustomStatus;
import app.charla.presence.Presence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's presence, as far as the caller may see it.
 *
 * @param status custom status, if set
 * @param lastSeen when the person was last online; only if they are offline and share it
 */
public record PresenceJson(
        String accountId,
        Availability availability,
        @Nullable StatusJson status,
        @Nullable Instant lastSeen) {

    public static PresenceJson of(Presence presence) {
        return new PresenceJson(
                presence.account().toString(),
                presence.availability(),
                StatusJson.of(presence.status()),
                presence.lastSeen());
    }

    /**
     * A custom status.
     *
     * @param until when it is cleared; absent for never
     */
    public record StatusJson(
            @Schema(maxLength = CustomStatus.MAX_EMOJI_LENGTH) @Nullable
            String emoji,

            @Schema(maxLength = CustomStatus.MAX_LENGTH) @Nullable
            String text,

            @Nullable Instant until) {

        public static @Nullable StatusJson of(CustomStatus status) {
            return status.isEmpty() ? null : new StatusJson(status.emoji(), status.text(), status.until());
        }

        public CustomStatus toStatus() {
            return new CustomStatus(emoji == null ? "" : emoji, text == null ? "" : text, until);
        }
    }
}
