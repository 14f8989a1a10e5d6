package app.charla.notification;

import app.charla.core.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Web Push subscription of a device. It belongs to a session and ends with it.
 *
 * @param session the session, a browser's or a token's
 * @param service the host of the push service
 * @param answeredAt when the push service last took a notification, to within an hour; null for never
 * @param failure why the last one did not arrive; null if it did
 */
public record PushSubscription(
        UUID id,
        UUID session,
        AccountId account,
        String service,
        Instant createdAt,
        @Nullable Instant answeredAt,
        @Nullable Failure failure) {

    /** Why a notification did not arrive. */
    public enum Failure {
        /** The push service did not answer or was too busy; it is tried again. */
        UNREACHABLE,
        /** The push service refused it. */
        REFUSED
    }
}
