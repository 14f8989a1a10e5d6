package app.charla.ui.space;

import app.charla.space.Space;
import app.charla.ui.Addresses;
import java.io.Serializable;

/**
 * Space in the list of a member.
 *
 * @param unread the number of unread messages
 */
public record OwnSpace(Space space, int unread) implements Serializable {

    /** Address of the space, or of the page about its provisioning. */
    String address() {
        return space.isReady() ? Addresses.space(space.slug()) : Addresses.progress(space.slug());
    }

    /** Returns the background of the tile of the space. */
    public String tileColour() {
        return TileColour.of(space.color());
    }

    /** Key of the status text beside the name, or empty. */
    String statusKey() {
        return switch (space.state()) {
            case REQUESTED, PROVISIONING -> "space.state.making";
            case FAILED -> "space.state.failed";
            case READY, DELETING, DELETED -> "";
        };
    }
}
