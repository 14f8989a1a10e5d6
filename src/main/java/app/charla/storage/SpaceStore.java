package app.charla.storage;

import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import jakarta.annotation.PreDestroy;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Access to the databases of spaces.
 *
 * <p>{@link #read} runs in a read-only transaction on the caller's thread and never waits for writers. {@link #write}
 * hands the work to the single writer of the space and returns when it is durable; writes submitted meanwhile share one
 * transaction.
 *
 * @see <a href="../../../../../docs/decisions/003-one-writer-per-space.md">decision 003</a>
 */
@Component
public class SpaceStore {

    /**
     * A change of a space. It checks everything that can fail from user input before it writes. It may run more than
     * once, each time in a fresh transaction, before one run is committed: outside the transaction it changes things
     * only through {@link SpaceTransaction#publish} and {@link SpaceTransaction#afterCommit}.
     */
    @FunctionalInterface
    public interface Write<T> {
        T run(SpaceTransaction transaction);
    }

    private final TransactionTemplate reading;
    private final JournalRepository journal;
    private final SpaceDatabases databases;
    private final GroupCommit.Tools tools;
    private final Map<SpaceId, SpaceWriter> writers = new ConcurrentHashMap<>();

    /** Journal positions before the first use of a space, so that its writer notices what comes without it after that. */
    private final Map<SpaceId, Long> firstPositions = new ConcurrentHashMap<>();

    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("space-writer-", 0).factory());

    SpaceStore(
            @Qualifier("spaceEntityManagerFactory") EntityManagerFactory factory,
            @Qualifier("spaceTransactionManager") PlatformTransactionManager transactions,
            JournalRepository journal,
            SpaceDatabases databases,
            FollowerMarks marks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.journal = journal;
        this.databases = databases;
        this.tools = new GroupCommit.Tools(factory, transactions, journal, marks, events, clock);
    }

    /**
     * Opens the database of a new space, creating it and its schema if necessary. {@link #read} and {@link #write} open
     * databases by themselves, but treat a missing one as an error.
     *
     * @throws UnavailableException if the database does not answer
     */
    public void open(SpaceId space) {
        databases.allowCreation(space);
        try {
            read(space, journal::lastPosition);
        } finally {
            databases.requireExisting(space);
        }
    }

    /** Waits for the writer of a space and closes its database; the next use opens it again. */
    public void close(SpaceId space) {
        SpaceWriter writer = writers.remove(space);
        if (writer != null) {
            writer.finish();
        }
        databases.close(space);
        firstPositions.remove(space);
    }

    /**
     * Runs a query in a read-only snapshot of the space.
     *
     * @throws UnavailableException if the database does not answer
     */
    @SuppressWarnings("NullAway") // the query decides whether its answer may be null
    public <T> T read(SpaceId space, Supplier<T> query) {
        try {
            return SpaceScope.in(space, () -> {
                firstPosition(space);
                return reading.execute(status -> query.get());
            });
        } catch (RuntimeException failure) {
            throw StorageFailure.translate(failure);
        }
    }

    /**
     * Runs a write in the writer of the space and returns when it is durable.
     *
     * @throws UnavailableException if the database does not answer
     */
    public <T> T write(SpaceId space, Write<T> write) {
        try {
            return writer(space).submit(write).join();
        } catch (CompletionException wrapped) {
            if (wrapped.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw wrapped;
        }
    }

    /** Spaces that were written to since the start of this process and whose databases are still open. */
    Set<SpaceId> activeSpaces() {
        return writers.keySet().stream().filter(databases::isOpen).collect(Collectors.toUnmodifiableSet());
    }

    private SpaceWriter writer(SpaceId space) {
        SpaceWriter known = writers.get(space);
        if (known != null) {
            return known;
        }
        long position = read(space, () -> firstPosition(space));
        return writers.computeIfAbsent(space, id -> new SpaceWriter(new GroupCommit(id, position, tools), threads));
    }

    private long firstPosition(SpaceId space) {
        Long known = firstPositions.get(space);
        if (known == null) {
            known = Objects.requireNonNull(reading.execute(status -> journal.lastPosition()));
            firstPositions.putIfAbsent(space, known);
        }
        return known;
    }

    /** Waits for the writers at shutdown. */
    @PreDestroy
    void close() {
        threads.close();
    }
}
