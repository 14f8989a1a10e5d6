package app.charla.api.event;

import app.charla.core.SpaceId;
import org.jspecify.annotations.Nullable;

/** The cursor of the stream of one space: the position in its journal, as a plain number. */
final class SpaceCursor implements EventCursor {

    private long present;
    private boolean sent;

    @Override
    public void move(SpaceId space, long position) {
        sent &= present == position;
        present = position;
    }

    @Override
    public void confirm(SpaceId space, long position) {
        move(space, position);
    }

    @Override
    public String id() {
        sent = true;
        return Long.toString(present);
    }

    @Override
    public @Nullable String unsentId() {
        return sent ? null : id();
    }

    /** Parses a position; one that is not ours is treated as one that the journal no longer has. */
    static long parse(String lastEventId) {
        try {
            return Long.parseLong(lastEventId);
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }
}
