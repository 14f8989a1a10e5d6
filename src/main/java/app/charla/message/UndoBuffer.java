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

    private final Cache<Key, MessageDependents.Kept> kept;

    UndoBuffer(MessageProperties settings) {
        kept = Caffeine.newBuilder()
                .expireAfterWrite(settings.undo())
                .maximumSize(10_000)
                .build();
    }

    void keep(SpaceId space, MessageDependents.Kept words) {
        kept.put(new Key(space, words.message().id()), words);
    }

    /** What can still be put back. */
    MessageDependents.@Nullable Kept find(SpaceId space, MessageId message) {
        return kept.getIfPresent(new Key(space, message));
    }

    void forget(SpaceId space, MessageId message) {
        kept.invalidate(new Key(space, message));
    }
}
