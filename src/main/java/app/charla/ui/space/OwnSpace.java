package app.charla.ui.space;

import app.charla.space.Space;
import app.charla.ui.Addresses;
import java.io.Serializable;

/**
 * A space as the person it belongs to sees it among the others.
 *
 * @param unread how many messages they have not read in it
 */
public record OwnSpace(Space space, int unread) implements Serializable {

    /** Where it leads: into it, or to what became of it. */
    String address() {
        return space.isReady() ? Addresses.space(space.slug()) : Addresses.progress(space.slug());
    }

    /** The key of what there is to say beside its name, or nothing. */
    String remark() {
        return switch (space.state()) {
            case REQUESTED, PROVISIONING -> "space.state.making";
            case FAILED -> "space.state.failed";
            case READY, DELETING, DELETED -> "";
        };
    }
}
