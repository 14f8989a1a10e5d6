package app.charla.storage;

import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import app.charla.storage.SpaceWriter.Pending;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
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
 * <p>A database on another machine can lose the answer to a commit. The position of the journal then tells whether the
 * transaction was committed, as nobody else writes there.
 *
 * @see <a href="../../../../../docs/decisions/014-commits-on-a-libsql-server.md">decision 014</a>
 */
final class GroupCommit implements SpaceWriter.Committer {

    /** Dependencies shared by all spaces. */
    record Tools(
            EntityManagerFactory factory,
            PlatformTransactionManager transactions,
            JournalRepository journal,
            ApplicationEventPublisher events,
            Clock clock) {}

    /** A transaction in progress: its first and last journal position, and how much of the group it contains. */
    private record Attempt(SpaceTransaction transaction, long start, SequenceCache ends, int count) {}

    private final SpaceId space;
    private final Tools tools;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private @Nullable SequenceCache sequences;
    private @Nullable Attempt current;
    /** The transaction whose outcome is unknown. */
    private @Nullable Attempt lost;

    GroupCommit(SpaceId space, Tools tools) {
        this.space = space;
        this.tools = tools;
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
        return SpaceScope.in(space, () -> {
            resolveLost();
            Attempt done = attempt(group);
            done.transaction().refresh();
            group.subList(0, done.count()).forEach(Pending::committed);
            publish(done);
            return group.subList(done.count(), group.size());
        });
    }

    @Override
    public boolean isSettled() {
        return lost == null;
    }

    private Attempt attempt(List<Pending<?>> group) {
        boolean byHeart = sequences != null;
        current = null;
        try {
            writing.executeWithoutResult(status -> current = run(group));
            return succeeded();
        } catch (RuntimeException failure) {
            sequences = null; // what is stored now, only the database knows
            return recover(StorageFailure.translate(failure), group, byHeart);
        }
    }

    private Attempt run(List<Pending<?>> group) {
        SequenceCache reached = isOutcomeKnown().copy();
        long start = reached.journal();
        var transaction = new SpaceTransaction(space, entities(), tools.clock().instant(), reached);
        int count = 0;
        while (count < group.size() && !transaction.isGroupEnded()) {
            group.get(count++).run(transaction);
        }
        return new Attempt(transaction, start, reached, count);
    }

    private SequenceCache isOutcomeKnown() {
        SequenceCache known = sequences;
        return known == null ? SequenceCache.of(tools.journal().lastPosition()) : known;
    }

    private Attempt succeeded() {
        Attempt done = Objects.requireNonNull(current);
        sequences = done.ends().commit();
        return done;
    }

    private Attempt recover(RuntimeException failure, List<Pending<?>> group, boolean byHeart) {
        if (failure instanceof OutcomeUnknownException && current != null) {
            lost = current;
            boolean happened = wasCommitted(lost);
            lost = null;
            if (happened) {
                return succeeded();
            }
        }
        if (byHeart && isNumberTaken(failure)) {
            return attempt(group);
        }
        throw failure;
    }

    /** Returns whether a commit that was taken for lost has succeeded after all and has taken the numbers. */
    private static boolean isNumberTaken(RuntimeException failure) {
        return failure instanceof DataIntegrityViolationException
                && String.valueOf(failure.getMessage()).contains("journal.position");
    }

    /** Determines the outcome of a commit whose answer was lost, and publishes its events if it was committed. */
    private void resolveLost() {
        Attempt asked = lost;
        if (asked != null) {
            boolean happened = wasCommitted(asked);
            lost = null;
            if (happened) {
                asked.transaction().refresh();
                publish(asked);
            }
        }
    }

    /**
     * Whether the transaction was committed. One without a journal entry counts as not committed: it may be repeated.
     */
    private boolean wasCommitted(Attempt asked) {
        try {
            Long stored = reading.execute(status -> tools.journal().lastPosition());
            return stored != null
                    && stored > asked.start()
                    && stored >= asked.ends().journal();
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
