package app.charla.space;

import app.charla.core.SpaceId;
import org.jspecify.annotations.Nullable;

/**
 * A space as it stands in the register.
 *
 * @param slug its name in addresses
 * @param color {@code #rrggbb}, for its tile
 * @param tinted whether its pages are drawn in that colour, for who has nothing against it
 * @param home whether everybody belongs to it
 * @param state how far it has come; only a {@linkplain State#READY ready} one can be entered
 * @param reason why it {@linkplain State#FAILED failed}: the key of the explanation in the bundles, under
 *     {@code space.failed.}
 * @param lookAlike whether its name looks like that of a space that was there before: people are warned
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

    /** How far a space has come. */
    public enum State {
        /** Asked for, and written down. */
        REQUESTED,
        /** Its database is being made. */
        PROVISIONING,
        /** People can be in it. */
        READY,
        /** Its database could not be made; its creator may have it tried again. */
        FAILED,
        /** Its owner has deleted it; its database is being removed. */
        DELETING,
        /** Nothing is left of it but that it was. */
        DELETED
    }

    /** Whether people can be in it. */
    public boolean isReady() {
        return state == State.READY;
    }
}
