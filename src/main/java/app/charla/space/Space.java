package app.charla.space;

import app.charla.core.SpaceId;
import org.jspecify.annotations.Nullable;

/**
 * A space: a community with a database of its own, as registered in the directory.
 *
 * @param slug its identifier in URLs
 * @param color {@code #rrggbb}, the colour of its tile
 * @param tinted whether its pages use that colour, unless a viewer's preferences say otherwise
 * @param home whether it is the home space, of which everybody is a member
 * @param state its life cycle; only a {@linkplain State#READY ready} one can be entered
 * @param reason why it {@linkplain State#FAILED failed}: the key of the explanation in the bundles, under
 *     {@code space.failed.}; null otherwise
 * @param lookAlike whether its name is confusable with that of an older space, of which people are warned
 */
public record Space(
        SpaceId id,
        String slug,
        String name,
        String color,
        boolean tinted,
        boolean home,
        State state,
        @Nullable String reason,
        boolean lookAlike) {

    /** The life cycle of a space. */
    public enum State {
        /** Recorded; nothing is created yet. */
        REQUESTED,
        /** Its database is being created. */
        PROVISIONING,
        /** It can be entered. */
        READY,
        /** Its database could not be created; its owner may retry. */
        FAILED,
        /** An owner has deleted it; its database is being removed. */
        DELETING,
        /** Its database and members are gone; the entry in the register remains. */
        DELETED
    }

    /** Returns whether it can be entered. */
    public boolean isReady() {
        return state == State.READY;
    }
}
