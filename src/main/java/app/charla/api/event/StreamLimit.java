package app.charla.api.event;

import app.charla.core.TooManyRequestsException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The limit of open event streams per session, which is per token. Counts those of this node. Safe for many threads. */
@Component
class StreamLimit {

    static final int MAX_STREAMS = 20;

    /** By then it is noticed that a client is gone. */
    private static final Duration RETRY_AFTER = EventStream.HEARTBEAT_INTERVAL;

    private final boolean limited;
    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();

    StreamLimit(@Value("${charla.rate-limits}") boolean limited) {
        this.limited = limited;
    }

    /**
     * Counts a stream that is about to open.
     *
     * @throws TooManyRequestsException if the session has too many
     */
    void acquire(UUID session) {
        open.compute(session, (same, count) -> {
            if (limited && count != null && count >= MAX_STREAMS) {
                throw new TooManyRequestsException(RETRY_AFTER);
            }
            return count == null ? 1 : count + 1;
        });
    }

    /** Counts a stream that ended. */
    void release(UUID session) {
        open.computeIfPresent(session, (same, count) -> count == 1 ? null : count - 1);
    }
}
