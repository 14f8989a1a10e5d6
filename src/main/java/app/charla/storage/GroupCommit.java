package app.charla.storage;

import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import app.charla.storage.SpaceWriter.Pending;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Group commit of one space: makes a group of writes durable in one transaction and publishes its events. Used on the
 * writer's thread only.
 *
 * <p>The journal is the fence: its primary key proves that nothing came between the entries this writer knows and those
 * that it adds. A database on another machine can lose the answer to a commit; the batch of the entry at its last
 * position then tells whether the transaction was committed.
 *
 * @see <a href="../../../../../docs/decisions/014-commits-on-a-libsql-server.md">decision 014</a>
 * @see <a href="../../../../../docs/decisions/052-late-commits-and-claims.md">decision 052</a>
 */
final class GroupCommit implements SpaceWriter.Committer {

    private static final int MAX_ATTEMPTS = 3;

    /** The keys of the numbers that a writer hands out by heart. */
    private static final Pattern NUMBER_TAKEN = Pattern.compile("journal\\.position|message\\.id\\b|message\\.seq");

    /** Dependencies shared by all spaces. */
    record Tools(
            EntityManagerFactory factory,
            PlatformTransactionManager transactions,
            JournalRepository journal,
            FollowerMarks marks,
            ApplicationEventPublisher events,
            Clock clock) {}

    /** A transaction in progress: its first and last journal position, and how much of the group it contains. */
    record Attempt(SpaceTransaction transaction, long start, SequenceCache ends, int count) {

        long end() {
            return ends.journal();
        }

        boolean hasEntries() {
            return end() > start;
        }
    }

    private final SpaceId space;
    private final Tools tools;
    private final LateCommits lateCommits;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    /** The numbers known by heart; null if what is stored now, only the database knows. */
    private @Nullable SequenceCache sequences;

    private @Nullable Attempt current;
    /** The transaction whose outcome is unknown. */
    private @Nullable Attempt lost;

    /** @param applied the journal position up to which everything is known; later entries are heard */
    GroupCommit(SpaceId space, long applied, Tools tools) {
        this.space = space;
        this.tools = tools;
        this.lateCommits = new LateCommits(space, applied, tools.journal(), tools.events());
        this.writing = new TransactionTemplate(tools.transactions());
        this.reading = new TransactionTemplate(tools.transactions());
        this.reading.setReadOnly(true);
    }

    /**
     * {@inheritDoc}
     *
     * @throws UnavailableException if the database does not answer; the writes of the group were not done, or their
     * senders find out by repeating them
     */
    @Override
    public List<Pending<?>> commit(List<Pending<?>> group) {
        tools.marks().set(space);
        return SpaceScope.in(space, () -> {
            resolveLost();
            Attempt done = attempt(group, 1);
            done.transaction().refresh();
            group.subList(0, done.count()).forEach(Pending::committed);
            publish(done);
            return group.subList(done.count(), group.size());
        });
    }

    @Override
    public boolean isSettled() {
        return lost == null && !lateCommits.arePossible();
    }

    private Attempt attempt(List<Pending<?>> group, int number) {
        boolean byHeart = sequences != null && lateCommits.areNumbersSafe();
        current = null;
        try {
            writing.executeWithoutResult(status -> current = run(group, byHeart));
        } catch (RuntimeException failure) {
            lateCommits.publishHeard();
            sequences = null; // what is stored now, only the database knows
            return recover(StorageFailure.translate(failure), group, number);
        }
        lateCommits.publishHeard();
        return succeeded(Objects.requireNonNull(current));
    }

    private Attempt run(List<Pending<?>> group, boolean byHeart) {
        SequenceCache reached = (byHeart ? Objects.requireNonNull(sequences) : upToDate()).copy();
        long start = reached.journal();
        var transaction = new SpaceTransaction(space, entities(), tools.clock().instant(), reached);
        int count = 0;
        while (count < group.size() && !transaction.isGroupEnded()) {
            group.get(count++).run(transaction);
        }
        transaction.complete();
        return new Attempt(transaction, start, reached, count);
    }

    /** Returns the numbers after hearing, under the lock of the transaction, what others may have written. */
    private SequenceCache upToDate() {
        boolean missed = lateCommits.hear();
        SequenceCache known = sequences;
        return known == null || missed ? SequenceCache.of(lateCommits.applied()) : known;
    }

    private Attempt succeeded(Attempt done) {
        sequences = done.ends().commit();
        lateCommits.advance(done);
        return done;
    }

    private Attempt recover(RuntimeException failure, List<Pending<?>> group, int number) {
        Attempt unknown = current;
        if (failure instanceof OutcomeUnknownException && unknown != null) {
            lost = unknown;
            boolean happened = wasCommitted(unknown);
            lost = null;
            if (happened) {
                return succeeded(unknown);
            }
        }
        if (number < MAX_ATTEMPTS && isNumberTaken(failure)) {
            return attempt(group, number + 1);
        }
        throw failure;
    }

    /**
     * Returns whether a number was taken that this writer thought free: by a commit that was given up for lost and has
     * succeeded after all, or by another process.
     */
    private static boolean isNumberTaken(RuntimeException failure) {
        return failure instanceof DataIntegrityViolationException
                && NUMBER_TAKEN.matcher(String.valueOf(failure.getMessage())).find();
    }

    /** Determines the outcome of a commit whose answer was lost, and publishes its events if it was committed. */
    private void resolveLost() {
        Attempt asked = lost;
        if (asked != null) {
            boolean happened = wasCommitted(asked);
            lost = null;
            if (happened) {
                lateCommits.advance(asked);
                asked.transaction().refresh();
                publish(asked);
            }
        }
    }

    /**
     * Check of a commit: the transaction was committed if the entry at its last position is of its batch. If there is no
     * entry yet, it was not, but may be later. One without a journal entry counts as not committed: it may be repeated.
     */
    private boolean wasCommitted(Attempt asked) {
        if (!asked.hasEntries()) {
            return false;
        }
        try {
            Optional<JournalEntry> stored = Objects.requireNonNull(
                    reading.execute(status -> tools.journal().findByPosition(asked.end())));
            if (stored.isEmpty()) {
                lateCommits.giveUp(asked);
            }
            return stored.filter(entry -> entry.isOf(asked.transaction().batch()))
                    .isPresent();
        } catch (RuntimeException failure) {
            throw StorageFailure.translate(failure);
        }
    }

    private void publish(Attempt done) {
        var happened = done.transaction().events();
        if (!happened.isEmpty()) {
            tools.events().publishEvent(new SpaceCommitted(space, happened));
        }
    }

    /** The entity manager of the transaction without a proxy: it is used several times per message. */
    private EntityManager entities() {
        return Objects.requireNonNull(EntityManagerFactoryUtils.getTransactionalEntityManager(tools.factory()));
    }
}
