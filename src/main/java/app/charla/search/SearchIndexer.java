package app.charla.search;

import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import app.charla.message.MessageChanged;
import app.charla.message.MessagePosted;
import app.charla.storage.JournalAdvanced;
import app.charla.storage.SpaceCommitted;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the indexes up to date with their journals, one space at a time. While people write it takes only a small part
 * of the time, so that they do not wait for it; a search scans by itself what is not indexed yet.
 */
@Component
class SearchIndexer {

    private static final Logger log = LoggerFactory.getLogger(SearchIndexer.class);

    /** A space counts as quiet this long after a message. */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    /** Pause per working time while people write. */
    private static final int REST_FACTOR = 25;

    private final SearchIndex index;
    private final Set<SpaceId> waiting = ConcurrentHashMap.newKeySet();
    private final long gatheringMillis;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("search-index").factory());
    private volatile long lastMessage;
    private volatile boolean closing;

    SearchIndexer(SearchIndex index, SearchProperties settings) {
        this.index = index;
        this.gatheringMillis = settings.gathering().toMillis();
    }

    @EventListener
    void on(SpaceCommitted committed) {
        if (committed.events().stream()
                .anyMatch(event -> event instanceof MessagePosted || event instanceof MessageChanged)) {
            lastMessage = System.nanoTime();
            wake(committed.space());
        }
    }

    @EventListener
    void on(JournalAdvanced advanced) {
        wake(advanced.space());
    }

    /** Schedules the index of a space to catch up. */
    void wake(SpaceId space) {
        if (!closing && waiting.add(space)) {
            var unused = thread.schedule(() -> start(space), gatheringMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void start(SpaceId space) {
        waiting.remove(space);
        follow(space);
    }

    private void follow(SpaceId space) {
        try {
            long began = System.nanoTime();
            while (!closing && index.follow(space)) {
                long now = System.nanoTime();
                if (now - lastMessage < QUIET_NANOS) {
                    LockSupport.parkNanos((now - began) * REST_FACTOR);
                }
                began = System.nanoTime();
            }
        } catch (UnavailableException later) {
            log.debug("space {} is unavailable; its index catches up later", space, later);
        } catch (RuntimeException failure) {
            log.warn("the index of space {} could not follow its journal", space, failure);
        }
    }

    @PreDestroy
    void close() {
        closing = true;
        thread.shutdownNow();
        thread.close();
    }
}
