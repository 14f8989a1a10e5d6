package app.charla.storage;

import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lane of one follower: its thread, on which the spaces that have work take turns, one step each. A space is in the queue
 * once at most.
 */
final class FollowerLane {

    private static final Logger log = LoggerFactory.getLogger(FollowerLane.class);

    /** People count as writing this long after a commit. */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration MAX_RETRY = Duration.ofMinutes(5);

    /** Takes one step of a follower in a space. */
    interface Stride {

        /** Returns how long to wait before the next step, zero for at once; null if there is nothing to do. */
        @Nullable
        Duration take(JournalFollower follower, SpaceId space);
    }

    private final JournalFollower follower;
    private final Stride stride;
    private final ScheduledExecutorService thread;
    private final Map<SpaceId, ScheduledFuture<?>> waiting = new ConcurrentHashMap<>();

    /** Pauses of spaces whose last step failed. */
    private final Map<SpaceId, Duration> retries = new ConcurrentHashMap<>();

    private volatile @Nullable SpaceId current;
    private volatile long lastCommit = System.nanoTime() - QUIET_NANOS;
    private volatile boolean closing;

    FollowerLane(JournalFollower follower, Stride stride) {
        this.follower = follower;
        this.stride = stride;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("follower-" + follower.name()).factory());
    }

    JournalFollower follower() {
        return follower;
    }

    /** Notes a commit that concerns the follower, and wakes it. */
    void committed(SpaceId space) {
        lastCommit = System.nanoTime();
        wake(space);
    }

    /** Puts a space into the queue. */
    void wake(SpaceId space) {
        schedule(space, follower.gathering());
    }

    /** Schedules the next turn of a space, unless there is one as early. */
    private void schedule(SpaceId space, Duration delay) {
        waiting.compute(space, (id, planned) -> {
            if (closing
                    || (planned != null && planned.getDelay(TimeUnit.NANOSECONDS) <= delay.toNanos())
                    || (planned != null && !planned.cancel(false))) {
                return planned;
            }
            return thread.schedule(() -> turn(space), delay.toNanos(), TimeUnit.NANOSECONDS);
        });
    }

    /** Returns whether nothing of a space is waiting or being done. */
    boolean isIdle(SpaceId space) {
        return !waiting.containsKey(space) && !space.equals(current);
    }

    private void turn(SpaceId space) {
        current = space;
        waiting.remove(space);
        try {
            Duration pause = step(space);
            if (pause != null) {
                schedule(space, pause);
            }
        } finally {
            current = null;
        }
    }

    private @Nullable Duration step(SpaceId space) {
        long began = System.nanoTime();
        try {
            Duration pause = stride.take(follower, space);
            retries.remove(space);
            if (pause != null && pause.isZero()) {
                rest(System.nanoTime() - began);
            }
            return pause;
        } catch (NotFoundException gone) {
            return null;
        } catch (UnavailableException away) {
            log.debug("space {} is unavailable; the follower {} goes on later", space, follower.name(), away);
            return retry(space);
        } catch (RuntimeException failure) {
            if (!closing) {
                log.warn("the follower {} failed in space {} and tries again", follower.name(), space, failure);
            }
            return retry(space);
        }
    }

    private void rest(long worked) {
        if (!closing && System.nanoTime() - lastCommit < QUIET_NANOS) {
            LockSupport.parkNanos(worked * follower.restFactor());
        }
    }

    private Duration retry(SpaceId space) {
        Duration pause = retries.getOrDefault(space, FIRST_RETRY);
        Duration doubled = pause.multipliedBy(2);
        retries.put(space, doubled.compareTo(MAX_RETRY) > 0 ? MAX_RETRY : doubled);
        return pause;
    }

    /** Ends after the running step. */
    void close() {
        closing = true;
        thread.shutdownNow();
        thread.close();
    }
}
