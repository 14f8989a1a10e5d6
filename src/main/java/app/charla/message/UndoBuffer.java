package app.charla.message;

import app.charla.core.MessageId;
import app.charla.core.SpaceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The words that were deleted a moment ago, so that their sender can still put them back. They are nowhere but in this
 * memory, and not for longer.
 *
 * @see <a href="../../../../../docs/decisions/025-deleted-at-once.md">decision 025</a>
 */
@Component
class UndoBuffer {

    private record Key(SpaceId space, MessageId message) {}

    private final Cache<Key, MessageDependents.Snapshot> snapshots;

    UndoBuffer(MessageProperties settings) {
        snapshots = Caffeine.newBuilder()
                .expireAfterWrite(settings.undo())
                .maximumSize(10_000)
                .build();
    }

    void put(SpaceId space, MessageDependents.Snapshot words) {
        snapshots.put(new Key(space, words.message().id()), words);
    }

    /** What can still be put back. */
    MessageDependents.@Nullable Snapshot find(SpaceId space, MessageId message) {
        return snapshots.getIfPresent(new Key(space, message));
    }

    void remove(SpaceId space, MessageId message) {
        snapshots.invalidate(new Key(space, message));
    }
}
