package app.charla.libsql;

import app.charla.libsql.HranaException.Kind;
import app.charla.libsql.Response.Batched;
import app.charla.libsql.Response.Described;
import app.charla.libsql.Response.Executed;
import app.charla.libsql.Response.Failed;
import app.charla.libsql.SqlErrors.During;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Session of a connection: decides which statements are sent alone and which in its {@link Transaction}.
 *
 * <p>Outside a transaction each statement is one request that closes its stream again, so an idle connection holds
 * nothing on the server and nothing can expire.
 */
final class Session {

    private final HranaClient client;
    private final LibsqlOptions options;
    private final ConnectionHealth health = new ConnectionHealth();
    private final LastChange lastChange;
    private final Transaction transaction;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean autoCommit = true;
    private volatile Duration networkTimeout;

    Session(HranaClient client) {
        this.client = client;
        this.options = client.options();
        this.lastChange = new LastChange(() -> client.describeCache().clear());
        this.transaction = new Transaction(client, health, lastChange);
        this.networkTimeout = options.networkTimeout();
    }

    HranaClient client() {
        return client;
    }

    Deadline call(Duration queryTimeout) {
        return Deadline.within(networkTimeout, queryTimeout);
    }

    Duration networkTimeout() {
        return networkTimeout;
    }

    void networkTimeout(Duration timeout) {
        networkTimeout = timeout;
    }

    boolean autoCommit() {
        return autoCommit;
    }

    boolean readOnly() {
        return transaction.readOnly();
    }

    void readOnly(boolean value) throws SQLException {
        lock.lock();
        try {
            transaction.readOnly(value);
        } finally {
            lock.unlock();
        }
    }

    long lastInsertRowid() {
        return lastChange.rowid();
    }

    long changes() {
        return lastChange.count();
    }

    // Statements

    /** Runs statements one after the other up to the first that fails. */
    List<StmtResult> run(List<Command> commands, Deadline deadline) throws SQLException {
        lock.lock();
        try {
            return autoCommit
                    ? alone(commands, deadline)
                    : transaction.run(commands, false, deadline).orThrow();
        } finally {
            lock.unlock();
        }
    }

    /** Runs a batch: outside a transaction as a transaction of its own, which succeeds or fails as a whole. */
    BatchResult batch(List<Command> commands, Deadline deadline) throws SQLException {
        lock.lock();
        try {
            return autoCommit ? atomically(commands, deadline) : transaction.inChunks(commands, false, deadline);
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether batches may wait for the next statement. */
    boolean defersBatches() {
        return options.deferredBatches() && !autoCommit;
    }

    /** Keeps a batch until an answer is needed. */
    void defer(List<Command> commands, Deadline deadline) throws SQLException {
        lock.lock();
        try {
            transaction.defer(commands, deadline);
        } finally {
            lock.unlock();
        }
    }

    private List<StmtResult> alone(List<Command> commands, Deadline deadline) throws SQLException {
        During during = commands.stream().allMatch(Command::reads) ? During.READ : During.WRITE;
        boolean single = commands.size() == 1 && options.initSql().isEmpty();
        List<Request> requests = List.of(
                single ? new Request.Execute(commands.getFirst().stmt()) : new Request.Batch(chain(commands)),
                new Request.Close());
        Response response = once(requests, during, deadline).getFirst();
        List<StmtResult> results = switch (response) {
            case Executed(StmtResult result) -> List.of(result);
            case Batched batched -> chained(batched, options.initSql().size());
            case Failed(ServerError error) -> throw SqlErrors.of(error, options);
            default -> throw new IllegalStateException("unexpected " + response);
        };
        lastChange.remember(commands, results);
        return results;
    }

    private List<Step> chain(List<Command> commands) {
        List<Step> steps = new ArrayList<>();
        for (String sql : options.initSql()) {
            steps.add(new Step(steps.isEmpty() ? null : new Condition.Ok(steps.size() - 1), Stmt.of(sql)));
        }
        for (Command command : commands) {
            steps.add(new Step(steps.isEmpty() ? null : new Condition.Ok(steps.size() - 1), command.stmt()));
        }
        return steps;
    }

    private List<StmtResult> chained(Batched batched, int preliminaries) throws SQLException {
        List<StmtResult> results = new ArrayList<>();
        for (int i = 0; i < batched.results().size(); i++) {
            ServerError error = batched.errors().get(i);
            if (error != null) {
                throw SqlErrors.of(error, options);
            }
            StmtResult result = batched.results().get(i);
            if (result == null) {
                throw SqlErrors.brokenTransfer("The server has skipped a statement", null);
            }
            if (i >= preliminaries) {
                results.add(result);
            }
        }
        return results;
    }

    /** One request on a stream of its own; only a read whose answer is lost is asked again, once. */
    private List<Response> once(List<Request> requests, During during, Deadline deadline) throws SQLException {
        try {
            return health.succeeded(
                    during == During.WRITE ? client.onceWriting(requests, deadline) : client.once(requests, deadline));
        } catch (HranaException e) {
            if (during != During.READ || e.kind() != Kind.LOST) {
                throw health.failed(e, during, false);
            }
        }
        try {
            return health.succeeded(client.once(requests, deadline));
        } catch (HranaException e) {
            throw health.failed(e, during, false);
        }
    }

    private BatchResult atomically(List<Command> commands, Deadline deadline) throws SQLException {
        try {
            return transaction.inChunks(commands, true, deadline);
        } finally {
            transaction.rollback();
        }
    }

    // Transactions

    void commit(Deadline deadline) throws SQLException {
        lock.lock();
        try {
            requireManual();
            transaction.commit(deadline);
        } finally {
            lock.unlock();
        }
    }

    void rollback() throws SQLException {
        lock.lock();
        try {
            requireManual();
            transaction.rollback();
        } finally {
            lock.unlock();
        }
    }

    private void requireManual() throws SQLException {
        if (autoCommit) {
            throw SqlErrors.wrongTransactionState("The connection is in auto-commit mode");
        }
    }

    void autoCommit(boolean value, Deadline deadline) throws SQLException {
        lock.lock();
        try {
            if (value == autoCommit) {
                return;
            }
            boolean failed = transaction.hasFailed();
            if (failed) {
                transaction.rollback();
            } else if (value) {
                transaction.commit(deadline);
            }
            autoCommit = value;
            if (failed) {
                throw SqlErrors.transactionFailed();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends everything, rolling back. */
    void close() {
        lock.lock();
        try {
            transaction.rollback();
        } finally {
            lock.unlock();
        }
    }

    /** For a connection that was lost without being closed, and for {@code abort}: does not wait. */
    void abandon() {
        transaction.abandon();
    }

    // Reading as a stream

    /**
     * Opens a cursor for a statement that only reads.
     *
     * @return null if this is not the place for a cursor: one left unread in a transaction that writes blocks every
     *     writer of the database
     */
    @Nullable
    Rows open(Command command, Deadline deadline, Supplier<Deadline> calls) throws SQLException {
        lock.lock();
        try {
            if (autoCommit) {
                return openAlone(command, deadline, calls);
            }
            return transaction.mayStream() ? openInTransaction(command, deadline, calls) : null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Rows openAlone(Command command, Deadline deadline, Supplier<Deadline> calls) throws SQLException {
        HranaStream own = new HranaStream(client);
        int read = options.initSql().size();
        try {
            return CursorRows.open(lock, own, true, chain(List.of(command)), read, options, deadline, calls);
        } catch (HranaException e) {
            own.closeLater();
            return switch (e.kind()) {
                // The pipeline says better what is wrong, and may work where the cursor does not.
                case LOST, BAD_REQUEST, REFUSED, NOT_FOUND -> null;
                default -> throw health.failed(e, During.READ, false);
            };
        }
    }

    private Rows openInTransaction(Command command, Deadline deadline, Supplier<Deadline> calls) throws SQLException {
        transaction.begin(deadline);
        describe(command.text().sql(), deadline);
        return transaction.open(command, lock, deadline, calls);
    }

    // Questions

    /** Describes a statement without running it; requested once per text. */
    Described describe(String sql, Deadline deadline) throws SQLException {
        Described known = client.describeCache().get(sql);
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            Response response = transaction.isActive()
                    ? transaction.ask(new Request.Describe(sql), deadline)
                    : describeAlone(sql, deadline);
            return switch (response) {
                case Described described -> {
                    client.describeCache().put(sql, described);
                    yield described;
                }
                case Failed(ServerError error) -> throw SqlErrors.of(error, options);
                default -> throw new IllegalStateException("unexpected answer to describe");
            };
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns whether the table that a statement inserts into has rowids, which are its generated keys; requested once
     * per table, and assumed where the table is not evident.
     */
    boolean insertsRowid(SqlText text, Deadline deadline) throws SQLException {
        String probe = RowidTables.probe(text);
        if (probe == null) {
            return true;
        }
        try {
            return !describe(probe, deadline).columns().isEmpty();
        } catch (SQLException failure) {
            if (!String.valueOf(failure.getMessage()).contains("no such column")) {
                throw failure;
            }
            client.describeCache().put(probe, RowidTables.WITHOUT_ROWID);
            return false;
        }
    }

    private Response describeAlone(String sql, Deadline deadline) throws SQLException {
        return once(List.of(new Request.Describe(sql), new Request.Close()), During.READ, deadline)
                .getFirst();
    }

    /** Returns whether the server answers. Does not ask if it just did. A failed transaction is fine: it can be rolled back. */
    boolean isValid(Duration timeout) {
        if (transaction.hasFailed() || health.within(options.validationWindow())) {
            return true;
        }
        try {
            Duration limit = timeout.isZero() ? networkTimeout : timeout;
            health.succeeded(client.once(List.of(new Request.Close()), Deadline.within(limit)));
            return true;
        } catch (HranaException e) {
            health.lost();
            return false;
        }
    }
}
