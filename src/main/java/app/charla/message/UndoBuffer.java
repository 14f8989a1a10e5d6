package app.charla.message;

import app.charla.core.MessageId;
import app.charla.core.SpaceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Content of messages deleted a moment ago, so that their sender can undo the deletion. It is kept in memory only, and
 * for no longer than the undo time.
 *
 * @see <a href="../../../../../docs/decisions/025-message-deletion-and-undo.md">decision 025</a>
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

    /** Returns what can still be restored. */
    MessageDependents.@Nullable Snapshot find(SpaceId space, MessageId message) {
        return snapshots.getIfPresent(new Key(space, message));
    }

    void remove(SpaceId space, MessageId message) {
        snapshots.invalidate(new Key(space, message));
    }
}
