package app.charla.api.json;

import app.charla.presence.Availability;
import app.charla.presence.CustomStatus;
import app.charla.presence.Presence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the caller may know of whether somebody is there.
 *
 * @param status what the person says of it
 * @param lastSeen when they were there last, of who is offline and tells
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

    /** What somebody says of what they are at, up to a time. */
    public record StatusJson(
            @Nullable String emoji,
            @Nullable String text,
            @Nullable Instant until) {

        public static @Nullable StatusJson of(CustomStatus status) {
            return status.isEmpty() ? null : new StatusJson(status.emoji(), status.text(), status.until());
        }

        public CustomStatus toStatus() {
            return new CustomStatus(emoji == null ? "" : emoji, text == null ? "" : text, until);
        }
    }
}
