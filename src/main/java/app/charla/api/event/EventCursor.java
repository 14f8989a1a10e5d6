package app.charla.api.event;

import app.charla.core.SpaceId;
import org.jspecify.annotations.Nullable;

/**
 * The cursor of a stream: makes the {@code id} of each event, from which a client resumes.
 *
 * <p>Not thread-safe: guarded by the lock of its {@link EventStream}.
 */
sealed interface EventCursor permits SpaceCursor, SpacesCursor {

    /** Moves to a position in the journal of a space without telling the client yet. */
    void move(SpaceId space, long position);

    /** Moves to a position without an event since the one that the client knows. */
    void confirm(SpaceId space, long position);

    /** Returns the {@code id} for the present positions; from then on the client knows them. */
    String id();

    /** Returns the {@code id} if the client does not know the present positions, else null. */
    @Nullable
    String unsentId();
}
