package app.charla.storage;

import app.charla.core.SpaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Trimming of the journals to a bounded length. A client that was away for longer than the journal reaches back loads
 * the present state instead of catching up, so nothing is lost. Entries that a {@linkplain JournalFollower follower} has not
 * passed stay for a day longer.
 */
@Component
class JournalTrimming {

    /** Entries deleted per transaction, few enough that senders do not notice it. */
    private static final int BATCH_SIZE = 2_000;

    /** How much longer entries stay for a follower that is behind. */
    private static final Duration GRACE = Duration.ofHours(24);

    private final SpaceStore store;
    private final JournalRepository journal;
    private final FollowerPositions positions;
    private final JournalFollowers followers;
    private final StorageProperties settings;
    private final Clock clock;

    JournalTrimming(
            SpaceStore store,
            JournalRepository journal,
            FollowerPositions positions,
            JournalFollowers followers,
            StorageProperties settings,
            Clock clock) {
        this.store = store;
        this.journal = journal;
        this.positions = positions;
        this.followers = followers;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void trim() {
        trim(settings.journalLines());
    }

    void trim(int lines) {
        store.activeSpaces().forEach(space -> trim(space, lines));
    }

    private void trim(SpaceId space, int lines) {
        long first = store.read(space, journal::firstPosition);
        long keepFrom = store.read(space, () -> keepFrom(space, lines));
        while (first < keepFrom) {
            long end = Math.min(first + BATCH_SIZE, keepFrom);
            store.<Integer>write(space, transaction -> journal.deleteBefore(end));
            first = end;
        }
    }

    private long keepFrom(SpaceId space, int lines) {
        long due = journal.lastPosition() - lines + 1;
        long next = positions.slowest() + 1;
        if (due <= next) {
            return due;
        }
        followers.wake(space); // not every entry wakes them
        long dueBefore = journal.lastPositionBefore(clock.instant().minus(GRACE)) - lines + 1;
        return Math.max(next, dueBefore);
    }
}
