package app.charla.notification;

import app.charla.core.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A message that people may still have to be notified of. Used by one thread, but for the count of what is being sent. */
final class Pending {

    private final long position;
    private Instant due;
    private final Instant sentAt;
    private @Nullable Set<AccountId> undecided;
    private boolean decided;
    private final AtomicInteger sending = new AtomicInteger();

    /** @param position of its journal entry, which is its id */
    Pending(long position, Instant sentAt) {
        this.position = position;
        this.sentAt = sentAt;
        this.due = sentAt.plus(NotificationRule.ABSENT_WAIT);
    }

    long position() {
        return position;
    }

    boolean isDue(Instant now) {
        return !decided && !now.isBefore(due);
    }

    /** Returns how long until it is due; empty if everybody is decided about. */
    Optional<Duration> untilDue(Instant now) {
        return decided ? Optional.empty() : Optional.of(Duration.between(now, due));
    }

    boolean isBeingSent() {
        return sending.get() > 0;
    }

    /** The people that are not decided about; null for all. */
    @Nullable
    Set<AccountId> undecided() {
        return undecided;
    }

    /**
     * Puts off the decision about some people.
     *
     * @param age of the message at which they are looked at again
     */
    void postpone(Set<AccountId> people, Duration age) {
        undecided = people;
        due = sentAt.plus(age);
        decided = people.isEmpty();
    }

    /** Everybody is decided about. */
    void finish() {
        decided = true;
    }

    void begin() {
        sending.incrementAndGet();
    }

    void end() {
        sending.decrementAndGet();
    }

    boolean isDone() {
        return decided && sending.get() == 0;
    }
}
