package app.charla.api.json;

import app.charla.space.Space;
import app.charla.space.SpaceRole;
import org.jspecify.annotations.Nullable;

/**
 * A space as it stands in the caller's list.
 *
 * @param reason why it failed: {@code unavailable}, {@code refused}, {@code file} or {@code internal}
 * @param lookAlike whether its name looks like that of an older space
 * @param role the caller's
 * @param unread messages of others in all chats that are not quiet; 100 means as many or more; absent while the space
 *     does not answer
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
