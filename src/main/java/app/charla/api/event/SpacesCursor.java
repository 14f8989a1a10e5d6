package app.charla.api.event;

import app.charla.core.SpaceId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The cursor of the stream of all spaces: the time when the client began, and the position in the journal of each space
 * that moved since. A space that it does not name has not moved since that time, or longer ago than {@link #MAX_SPACES}
 * others; both resume at the time.
 *
 * <p>As text: Base64url of a version byte, the time in epoch milliseconds, and for each space its UUID and its position.
 * Clients treat it as opaque.
 *
 * @see <a href="../../../../../../docs/decisions/051-event-stream-of-all-spaces.md">decision 051</a>
 */
final class SpacesCursor implements EventCursor {

    /** Maximum of positions: the text has at most 2,060 characters, which every proxy takes as a header. */
    static final int MAX_SPACES = 64;

    private static final byte VERSION = 1;
    private static final int HEAD_BYTES = 1 + Long.BYTES;
    private static final int ENTRY_BYTES = 3 * Long.BYTES;

    /** In the order in which they moved, the last one at the end. */
    private final Map<SpaceId, Long> positions = new LinkedHashMap<>();

    private Instant began;
    private boolean sent;

    SpacesCursor(Instant began) {
        this.began = began;
    }

    /** Parses the text of a cursor; empty if it is not one. */
    static Optional<SpacesCursor> parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.get() != VERSION || bytes.remaining() > Long.BYTES + MAX_SPACES * ENTRY_BYTES) {
                return Optional.empty();
            }
            var cursor = new SpacesCursor(Instant.ofEpochMilli(bytes.getLong()));
            while (bytes.hasRemaining()) {
                cursor.move(new SpaceId(new UUID(bytes.getLong(), bytes.getLong())), bytes.getLong());
            }
            return Optional.of(cursor);
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }

    /** Returns the position in a space; null if the space has not moved since {@link #began}. */
    @Nullable
    Long position(SpaceId space) {
        return positions.get(space);
    }

    /** Returns the spaces that moved. */
    Set<SpaceId> moved() {
        return Set.copyOf(positions.keySet());
    }

    /** Returns the time up to which the client knows the spaces that have not moved. */
    Instant began() {
        return began;
    }

    /** Begins anew: the client knows all spaces up to a time, those that moved up to their positions. */
    void begin(Instant time, Set<SpaceId> spaces) {
        began = time;
        positions.keySet().retainAll(spaces);
        sent = false;
    }

    @Override
    public void move(SpaceId space, long position) {
        Long before = positions.remove(space);
        sent &= before != null && before == position;
        positions.put(space, position);
        if (positions.size() > MAX_SPACES) {
            positions.remove(positions.keySet().iterator().next());
        }
    }

    /** A space that is not named stays so: nothing happened in it. */
    @Override
    public void confirm(SpaceId space, long position) {
        if (positions.containsKey(space)) {
            move(space, position);
        }
    }

    @Override
    public String id() {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + positions.size() * ENTRY_BYTES);
        bytes.put(VERSION).putLong(began.toEpochMilli());
        positions.forEach((space, position) -> bytes.putLong(space.value().getMostSignificantBits())
                .putLong(space.value().getLeastSignificantBits())
                .putLong(position));
        sent = true;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    @Override
    public @Nullable String unsentId() {
        return sent ? null : id();
    }
}
