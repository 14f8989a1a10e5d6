package app.charla.api.json;

import app.charla.space.Space;
import app.charla.space.SpaceRole;
import org.jspecify.annotations.Nullable;

/**
 * A space as an entry of the caller's list.
 *
 * @param reason why provisioning failed: {@code unavailable}, {@code refused}, {@code file} or {@code internal}
 * @param lookAlike whether its name resembles that of an older space
 * @param role the caller's
 * @param unread messages of others in all chats that are not muted; 100 means 100 or more; absent while the space's
 *     database does not respond
 */
public record SpaceJson(
        String id,
        String slug,
        String name,
        String color,
        boolean tinted,
        boolean home,
        Space.State state,
        @Nullable String reason,
        boolean lookAlike,
        SpaceRole role,
        @Nullable Integer unread) {}
