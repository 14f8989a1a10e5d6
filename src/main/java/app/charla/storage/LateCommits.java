package app.charla.storage;

import app.charla.core.SpaceId;
import app.charla.storage.GroupCommit.Attempt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;

/**
 * Journal entries that were not there when this writer last looked: of commits that were given up for lost and came
 * through late, or of another process. The former are published as they would have been in time; of the latter it is
 * only known that caches are stale.
 *
 * <p>A commit that was given up can come through only until the next one: then its positions are taken.
 *
 * <p>Used on the writer's thread only, but for {@link #arePossible}.
 */
final class LateCommits {

    /** Entries to read at most; beyond them everything known of the space is forgotten. */
    private static final int MAX_ENTRIES = 5_000;

    private static final int MAX_GIVEN_UP = 64;

    /** How long a request may be under way before it counts as gone. */
    private static final long WATCH_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** How long after entries of another process more of them are expected. */
    private static final long COMPANY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final SpaceId space;
    private final JournalRepository journal;
    private final ApplicationEventPublisher events;
    private final Map<Long, Attempt> givenUp = new LinkedHashMap<>();
    private final List<Attempt> heard = new ArrayList<>();
    private long applied;
    private long lastForeign = System.nanoTime() - COMPANY_NANOS;
    private volatile long watchedUntil = System.nanoTime();

    LateCommits(SpaceId space, long applied, JournalRepository journal, ApplicationEventPublisher events) {
        this.space = space;
        this.applied = applied;
        this.journal = journal;
        this.events = events;
    }

    /** Remembers a transaction of which nothing is stored yet. */
    void giveUp(Attempt attempt) {
        if (givenUp.size() < MAX_GIVEN_UP) {
            givenUp.put(attempt.transaction().batch(), attempt);
        }
        watchedUntil = System.nanoTime() + WATCH_NANOS;
    }

    /** Returns whether a commit that was given up may still come through. Safe for any thread. */
    boolean arePossible() {
        return watchedUntil - System.nanoTime() > 0;
    }

    /** Returns whether numbers known by heart are likely to be free. */
    boolean areNumbersSafe() {
        return !arePossible() && System.nanoTime() - lastForeign >= COMPANY_NANOS;
    }

    /** Position up to which this process knows the journal. */
    long applied() {
        return applied;
    }

    /** Goes on to the end of a transaction of this writer. */
    void advance(Attempt committed) {
        if (committed.hasEntries()) {
            advance(committed.end());
        }
    }

    private void advance(long position) {
        applied = position;
        givenUp.clear();
        watchedUntil = System.nanoTime();
    }

    /**
     * Reads the entries after {@link #applied}, in the running transaction, and brings the caches up to them.
     *
     * @return whether there are any
     */
    boolean hear() {
        List<JournalEntry> entries =
                journal.findByPositionGreaterThanOrderByPosition(applied, Limit.of(MAX_ENTRIES + 1));
        if (entries.isEmpty()) {
            return false;
        }
        boolean tooMany = entries.size() > MAX_ENTRIES;
        long end = tooMany ? journal.lastPosition() : entries.getLast().position();
        Attempt own = tooMany ? null : ownUpTo(entries, end);
        if (own == null) {
            lastForeign = System.nanoTime();
            events.publishEvent(new JournalAdvanced(space));
        } else {
            own.transaction().refresh();
            heard.add(own);
        }
        advance(end);
        return true;
    }

    /** Returns the transaction that was given up and has written all of the entries; null if there is none. */
    private @Nullable Attempt ownUpTo(List<JournalEntry> entries, long end) {
        return givenUp.values().stream()
                .filter(attempt -> attempt.end() == end
                        && entries.stream()
                                .allMatch(entry ->
                                        entry.isOf(attempt.transaction().batch())))
                .findFirst()
                .orElse(null);
    }

    /** Publishes the events of late commits, once the transaction that found them holds no lock. */
    void publishHeard() {
        for (Attempt attempt : heard) {
            if (!attempt.transaction().events().isEmpty()) {
                events.publishEvent(
                        new SpaceCommitted(space, attempt.transaction().events()));
            }
        }
        heard.clear();
    }
}
