package app.charla.storage;

import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follower of the journals: reacts to committed changes of all spaces, step by step, on a thread of its own, after those
 * who made them have been answered. Its position in each journal stands in the same database as what it writes, and is
 * committed with that, so a crash neither loses nor repeats a step. What it does outside of the database may be repeated.
 *
 * <p>Each follower is a bean. A migration of spaces inserts its row into the table {@code follower}.
 *
 * @see <a href="../../../../../docs/decisions/060-followers-of-the-journal.md">decision 060</a>
 */
public interface JournalFollower {

    /**
     * A step: what to write together with the new position, or how long to wait.
     *
     * @param position the last entry of the journal that is dealt with after this step
     * @param work writes what the step found; run as {@link SpaceStore.Write} says
     * @param pause null to write and look for the next step at once; otherwise nothing is written, and the follower is asked
     * again after this time
     */
    record Step(
            long position,
            Consumer<SpaceTransaction> work,
            @Nullable Duration pause) {

        /** Returns a step that writes. */
        public static Step to(long position, Consumer<SpaceTransaction> work) {
            return new Step(position, work, null);
        }

        /** Returns a step that only waits. */
        public static Step after(Duration pause) {
            return new Step(0, transaction -> {}, pause);
        }
    }

    /** The name, unique and unchanged for ever. */
    String name();

    /** Returns whether the follower is woken by an event; what it is not woken by it passes later. */
    boolean concerns(LiveEvent event);

    /**
     * Returns the next step. Called inside {@link SpaceStore#read}, by one thread.
     *
     * @param position the last entry that was dealt with
     * @param end the newest entry of the journal; all entries after {@code position} are there
     * @return null if there is nothing to do
     */
    @Nullable
    Step next(SpaceId space, long position, long end);

    /**
     * Returns the step with which the result is begun anew, because the journal no longer has all entries since the
     * position. Called as {@link #next}.
     *
     * @param end the newest entry of the journal
     * @return null if the follower goes on after {@code end}; how much it skipped is logged
     */
    @Nullable
    Step restart(SpaceId space, long end);

    /** Delay between a commit and the follower's step, so that one step deals with several commits. */
    default Duration gathering() {
        return Duration.ZERO;
    }

    /** Rest after each step while people write, in multiples of the step's own time; 0 for none. */
    default int restFactor() {
        return 0;
    }
}
