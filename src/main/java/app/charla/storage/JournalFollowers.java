package app.charla.storage;

import app.charla.core.LiveEvent;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.storage.FollowerPositions.Place;
import app.charla.storage.JournalFollower.Step;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Scheduling of all {@linkplain JournalFollower followers}: wakes them after commits and at the start, takes their steps,
 * and clears the marks of spaces that all of them are through with.
 *
 * @see <a href="../../../../../docs/decisions/060-followers-of-the-journal.md">decision 060</a>
 */
@Component
public class JournalFollowers {

    private static final Logger log = LoggerFactory.getLogger(JournalFollowers.class);

    /** A space without a commit for this long gives its mark back; so few commits have to set it. */
    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final SpaceStore store;
    private final FollowerPositions positions;
    private final FollowerMarks marks;
    private final List<FollowerLane> lanes;
    private final Map<SpaceId, Long> lastCommits = new ConcurrentHashMap<>();
    private volatile boolean started;

    JournalFollowers(
            SpaceStore store, FollowerPositions positions, FollowerMarks marks, List<JournalFollower> followers) {
        this.store = store;
        this.positions = positions;
        this.marks = marks;
        this.lanes = followers.stream()
                .map(follower -> new FollowerLane(follower, this::step))
                .toList();
    }

    /** Goes on where the process before this one ended. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        try {
            marks.load();
            started = true;
            marks.all().forEach(this::wake);
        } catch (RuntimeException later) {
            log.warn("the marks of followers cannot be read; tried again in a minute", later);
        }
    }

    @EventListener
    void on(SpaceCommitted committed) {
        lastCommits.put(committed.space(), System.nanoTime());
        for (FollowerLane lane : lanes) {
            if (committed.events().stream().anyMatch(event -> concerns(lane, event))) {
                lane.committed(committed.space());
            }
        }
    }

    private static boolean concerns(FollowerLane lane, LiveEvent event) {
        return lane.follower().concerns(event);
    }

    @EventListener
    void on(JournalAdvanced advanced) {
        wake(advanced.space());
    }

    /** Lets all followers catch up in a space. Returns at once. */
    public void wake(SpaceId space) {
        lanes.forEach(lane -> lane.wake(space));
    }

    /** Takes one step. Returns as {@link FollowerLane.Stride#take}. */
    @Nullable
    Duration step(JournalFollower follower, SpaceId space) {
        Planned planned = store.read(space, () -> plan(follower, space));
        if (planned == null) {
            return null;
        }
        Step step = planned.step();
        if (step.pause() != null) {
            return step.pause();
        }
        store.<Boolean>write(space, transaction -> {
            boolean moved = positions.move(follower.name(), planned.from(), step.position());
            if (moved) { // otherwise another process did it
                step.work().accept(transaction);
            }
            return moved;
        });
        return Duration.ZERO;
    }

    private record Planned(long from, Step step) {}

    @SuppressWarnings("NullAway") // null: nothing to do
    private Planned plan(JournalFollower follower, SpaceId space) {
        Place place = positions.of(follower.name());
        if (place.isReachable()) {
            Step next = follower.next(space, place.position(), place.end());
            return next == null ? null : new Planned(place.position(), next);
        }
        Step anew = follower.restart(space, place.end());
        if (anew == null) {
            log.warn(
                    "the follower {} skips {} entries of the journal of space {}",
                    follower.name(),
                    place.skipped(),
                    space);
            anew = Step.to(place.end(), transaction -> {});
        }
        return new Planned(place.position(), anew);
    }

    /** Wakes all followers in marked spaces that are quiet, and clears the marks of those they are through with. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void settle() {
        if (!started) {
            start();
        }
        settle(IDLE_NANOS);
    }

    void settle(long idleNanos) {
        for (SpaceId space : marks.all()) {
            Long last = lastCommits.get(space);
            if (isIdle(space) && (last == null || System.nanoTime() - last >= idleNanos) && !settle(space)) {
                wake(space);
            }
        }
    }

    private boolean isIdle(SpaceId space) {
        return lanes.stream().allMatch(lane -> lane.isIdle(space));
    }

    /** Clears the mark of a space if its followers are through. Returns false if they are not. */
    private boolean settle(SpaceId space) {
        try {
            boolean through = store.read(space, this::isThrough)
                    && store.write(space, transaction -> {
                        boolean still = isThrough() && isIdle(space);
                        if (still) {
                            transaction.endGroup();
                            transaction.afterCommit(() -> marks.clear(space));
                        }
                        return still;
                    });
            if (through) {
                lastCommits.remove(space);
            }
            return through;
        } catch (NotFoundException gone) {
            marks.clear(space);
            return true;
        } catch (RuntimeException later) {
            log.debug("the mark of space {} stays", space, later);
            return true;
        }
    }

    private boolean isThrough() {
        long slowest = positions.slowest();
        return slowest >= positions.end();
    }

    /** Ends the lanes after their running steps, and leaves marks only where there is work. */
    @PreDestroy
    void close() {
        lanes.forEach(FollowerLane::close);
        store.activeSpaces().stream()
                .filter(space -> marks.all().contains(space) && isIdle(space))
                .forEach(this::settle);
    }
}
