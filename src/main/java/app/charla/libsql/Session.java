package app.charla.libsql;

import app.charla.libsql.HranaException.Kind;
import app.charla.libsql.Response.Autocommit;
import app.charla.libsql.Response.Batched;
import app.charla.libsql.Response.Described;
import app.charla.libsql.Response.Executed;
import app.charla.libsql.Response.Failed;
import app.charla.libsql.SqlErrors.During;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a connection does on the wire.
 *
 * <p>Outside a transaction each statement is one request that closes its stream again, so an idle connection holds
 * nothing on the server and nothing can expire. A transaction begins with its first statement and holds a stream until
 * its end; once it is known to be lost every further statement fails here, without a request, until the rollback.
 *
 * <p>With deferred batches the batches of a transaction wait here for the next statement that needs an answer, or for
 * the COMMIT, and travel in the same request before it. If one of them fails the whole transaction has failed: its
 * caller was told of success before, and must not be able to commit the rest.
 */
final class Session {

    private enum State {
        /** No transaction has begun on the server. */
        IDLE,
        ACTIVE,
        /** The transaction is lost; it ends with the rollback. */
        FAILED
    }

    private static final Duration ROLLBACK_LIMIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_KEPT_ALIVE = Duration.ofMinutes(1);
    private static final int LARGEST_CHUNK = 1000;
    private static final long HEAVIEST_CHUNK = 1 << 20;

    private final HranaClient client;
    private final LibsqlOptions options;
    private final ReentrantLock lock = new ReentrantLock();

    private State state = State.IDLE;
    private boolean autoCommit = true;
    private boolean readOnly;
    private @Nullable HranaStream stream;
    private @Nullable Heartbeat heartbeat;
    private @Nullable CursorRows cursor;
    /** Whether the transaction was begun for reading, and has only read. */
    private boolean onlyReads;

    private List<Command> queue = new ArrayList<>();
    private long queueWeight;
    private volatile Duration networkTimeout;
    private volatile long lastSuccess;
    private volatile boolean succeeded;
    private long lastInsertRowid;
    private long changes;

    Session(HranaClient client) {
        this.client = client;
        this.options = client.options();
        this.networkTimeout = options.networkTimeout();
    }

    HranaClient client() {
        return client;
    }

    Call call(Duration queryTimeout) {
        return Call.within(networkTimeout, queryTimeout);
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
        return readOnly;
    }

    boolean inTransaction() {
        return state != State.IDLE || !queue.isEmpty();
    }

    void readOnly(boolean value) throws SQLException {
        lock.lock();
        try {
            if (value != readOnly && inTransaction()) {
                throw SqlErrors.wrongTransactionState("A transaction is under way");
            }
            readOnly = value;
        } finally {
            lock.unlock();
        }
    }

    long lastInsertRowid() {
        return lastInsertRowid;
    }

    long changes() {
        return changes;
    }

    // Statements

    /** Runs statements one after the other up to the first that fails. */
    List<StmtResult> run(List<Command> commands, Call call) throws SQLException {
        lock.lock();
        try {
            return autoCommit
                    ? alone(commands, call)
                    : transact(commands, false, call).orThrow();
        } finally {
            lock.unlock();
        }
    }

    /** Runs a batch: outside a transaction as a transaction of its own, which succeeds or fails as a whole. */
    Outcome batch(List<Command> commands, Call call) throws SQLException {
        lock.lock();
        try {
            return autoCommit ? atomically(commands, call) : inChunks(commands, false, call);
        } finally {
            lock.unlock();
        }
    }

    /** Whether batches may wait for the next statement. */
    boolean defersBatches() {
        return options.deferredBatches() && !autoCommit;
    }

    /** Keeps a batch until an answer is needed, or until too much waits. */
    void defer(List<Command> commands, Call call) throws SQLException {
        lock.lock();
        try {
            requireUsable();
            for (Command command : commands) {
                queue.add(command);
                queueWeight += command.stmt().weight();
                if (queue.size() >= LARGEST_CHUNK || queueWeight >= HEAVIEST_CHUNK) {
                    transact(List.of(), false, call).orThrow();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private List<StmtResult> alone(List<Command> commands, Call call) throws SQLException {
        During during = onlyReads(commands) ? During.READ : During.WRITE;
        boolean single = commands.size() == 1 && options.initSql().isEmpty();
        List<Request> requests = List.of(
                single ? new Request.Execute(commands.getFirst().stmt()) : new Request.Batch(chain(commands)),
                new Request.Close());
        Response response = once(requests, during, call).getFirst();
        List<StmtResult> results = switch (response) {
            case Executed(StmtResult result) -> List.of(result);
            case Batched batched -> chained(batched, options.initSql().size());
            case Failed(ServerError error) -> throw SqlErrors.of(error, options);
            default -> throw new IllegalStateException("unexpected " + response);
        };
        remember(commands, results);
        return results;
    }

    private static boolean onlyReads(List<Command> commands) {
        return commands.stream().allMatch(command -> command.text().isRead());
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
    private List<Response> once(List<Request> requests, During during, Call call) throws SQLException {
        try {
            return succeeded(client.once(requests, call));
        } catch (HranaException e) {
            if (during != During.READ || e.kind() != Kind.LOST) {
                throw failed(e, during, false);
            }
        }
        try {
            return succeeded(client.once(requests, call));
        } catch (HranaException e) {
            throw failed(e, during, false);
        }
    }

    private List<Response> succeeded(List<Response> responses) {
        lastSuccess = System.nanoTime();
        succeeded = true;
        return responses;
    }

    private SQLException failed(HranaException e, During during, boolean held) {
        succeeded = false;
        return SqlErrors.of(e, during, held);
    }

    private void remember(List<Command> commands, List<StmtResult> results) {
        for (int i = 0; i < results.size(); i++) {
            SqlText.Kind kind = commands.get(i).text().kind();
            StmtResult result = results.get(i);
            if (kind == SqlText.Kind.INSERT || kind == SqlText.Kind.CHANGE) {
                changes = result.affectedRows();
                if (kind == SqlText.Kind.INSERT && changes > 0 && result.lastInsertRowid() != null) {
                    lastInsertRowid = result.lastInsertRowid();
                }
            } else if (kind == SqlText.Kind.SCHEMA || kind == SqlText.Kind.OTHER) {
                client.describeCache().clear();
            }
        }
    }

    // Transactions

    private Outcome atomically(List<Command> commands, Call call) throws SQLException {
        try {
            return inChunks(commands, true, call);
        } finally {
            endTransaction();
        }
    }

    private Outcome inChunks(List<Command> commands, boolean commit, Call call) throws SQLException {
        List<StmtResult> results = new ArrayList<>();
        int from = 0;
        do {
            int to = chunkEnd(commands, from);
            Outcome outcome = transact(commands.subList(from, to), commit && to == commands.size(), call);
            results.addAll(outcome.results());
            if (outcome.failure() != null) {
                return new Outcome(results, outcome.failure());
            }
            from = to;
        } while (from < commands.size());
        return new Outcome(results, null);
    }

    private static int chunkEnd(List<Command> commands, int from) {
        long weight = 0;
        int to = from;
        while (to < commands.size() && to - from < LARGEST_CHUNK && (to == from || weight < HEAVIEST_CHUNK)) {
            weight += commands.get(to++).stmt().weight();
        }
        return to;
    }

    /**
     * Sends what waits in the queue and then the given statements as one guarded batch, beginning the transaction if
     * need be. Failures of the statements are in the outcome; those of the queue and of the COMMIT are thrown.
     */
    private Outcome transact(List<Command> commands, boolean commit, Call call) throws SQLException {
        requireUsable();
        bufferCursor();
        List<Command> queued = takeQueue();
        List<Command> all = new ArrayList<>(queued);
        all.addAll(commands);
        Program program = program(all, commit);
        HranaStream current = stream == null ? new HranaStream(client) : stream;
        stream = current;
        List<Response> responses = exchange(current, program, commit, queued.isEmpty(), call);
        boolean autocommit = !(responses.get(1) instanceof Autocommit(boolean is)) || is;
        return switch (responses.getFirst()) {
            case Batched batched -> {
                Progress progress = progress(program, batched);
                remember(
                        all,
                        progress.results()
                                .subList(
                                        0,
                                        Math.min(all.size(), progress.results().size())));
                SQLException failure = progress.failure();
                settle(program, progress, queued.size(), commit, autocommit);
                if (failure == null && state == State.FAILED) {
                    failure = autocommit ? SqlErrors.transactionLost() : SqlErrors.streamClosed();
                }
                yield outcome(progress.results(), failure, queued.size(), commands.size());
            }
            case Failed(ServerError error) -> {
                // Either nothing was understood and nothing has run, or all has run and the answer is too large.
                boolean hasRun = error.codeStartsWith("RESPONSE_TOO_LARGE");
                boolean harmless = queued.isEmpty() && !commit && (!hasRun || onlyReads(commands));
                settleRefused(program, harmless, autocommit);
                if (hasRun && commit) {
                    throw SqlErrors.unreportedCommit(error, options);
                }
                yield outcome(List.of(), SqlErrors.of(error, options), queued.size(), commands.size());
            }
            default -> throw new IllegalStateException("unexpected answer to a batch");
        };
    }

    private Program program(List<Command> commands, boolean commit) {
        if (state == State.IDLE) {
            onlyReads = readOnly;
        }
        Program program = state == State.IDLE
                ? Program.beginning(options.initSql(), options.transactionMode().begin(readOnly))
                : Program.continuing();
        for (Command command : commands) {
            program.then(command.stmt());
            onlyReads &= command.text().isRead();
        }
        if (commit) {
            program.commit();
        }
        return program;
    }

    private List<Response> exchange(
            HranaStream current, Program program, boolean commit, boolean nothingQueued, Call call)
            throws SQLException {
        List<Request> requests = new ArrayList<>();
        requests.add(new Request.Batch(program.steps()));
        requests.add(new Request.GetAutocommit());
        if (commit) {
            requests.add(new Request.Close());
        }
        try {
            return succeeded(current.pipeline(requests, call));
        } catch (HranaException e) {
            boolean nothingLost = program.begins() && nothingQueued && e.kind().nothingRan();
            leaveStream(nothingLost ? State.IDLE : State.FAILED);
            throw failed(e, commit ? During.COMMIT : During.TRANSACTION, !program.begins());
        }
    }

    /** The results of the steps that ran, without BEGIN and what comes before it, and why the next did not. */
    private record Progress(
            List<StmtResult> results,
            boolean begun,
            @Nullable SQLException failure,
            boolean transactionEnded) {}

    private Progress progress(Program program, Batched batched) {
        List<StmtResult> results = new ArrayList<>();
        boolean begun = !program.begins();
        for (int i = 0; i < program.required(); i++) {
            ServerError error = batched.errors().get(i);
            if (error != null) {
                boolean ended = error.codeStartsWith("TRANSACTION_TIMEOUT");
                return new Progress(results, begun, SqlErrors.of(error, options), ended);
            }
            StmtResult result = batched.results().get(i);
            if (result == null) {
                return new Progress(results, begun, SqlErrors.transactionLost(), true);
            }
            begun |= i == program.preliminaries() - 1;
            if (i >= program.preliminaries()) {
                results.add(result);
            }
        }
        return new Progress(results, begun, null, false);
    }

    private void settle(Program program, Progress progress, int queued, boolean commit, boolean autocommit) {
        boolean queueFailed = progress.failure() != null && progress.results().size() < queued;
        HranaStream current = stream;
        if (commit) {
            leaveStream(progress.failure() == null ? State.IDLE : State.FAILED);
        } else if (queueFailed) {
            leaveStream(State.FAILED);
        } else if (!progress.begun()) {
            leaveStream(State.IDLE);
        } else if (progress.transactionEnded() || autocommit || current == null || !current.isOpen()) {
            leaveStream(State.FAILED);
        } else {
            state = State.ACTIVE;
            keepAlive(program, current);
        }
    }

    private void settleRefused(Program program, boolean harmless, boolean autocommit) {
        HranaStream current = stream;
        if (program.begins() && harmless) {
            leaveStream(State.IDLE);
        } else if (autocommit || !harmless || current == null || !current.isOpen()) {
            leaveStream(State.FAILED);
        }
    }

    private static Outcome outcome(List<StmtResult> results, @Nullable SQLException failure, int queued, int statements)
            throws SQLException {
        int done = results.size();
        if (failure != null && done < queued) {
            int[] counts = new int[done];
            Arrays.fill(counts, Statement.SUCCESS_NO_INFO);
            throw SqlErrors.batch(failure, counts);
        }
        if (failure != null && done >= queued + statements) {
            throw failure;
        }
        return new Outcome(results.subList(queued, Math.min(done, queued + statements)), failure);
    }

    private void keepAlive(Program program, HranaStream current) {
        if (program.begins() && !options.keepAlive().isZero()) {
            int most = (int) Math.max(1, LONGEST_KEPT_ALIVE.dividedBy(options.keepAlive()));
            heartbeat = Heartbeat.start(current, options.keepAlive(), most);
        }
    }

    /** Forgets the stream, and lets the server forget it too if it still knows it. */
    private void leaveStream(State next) {
        state = next;
        queue.clear();
        queueWeight = 0;
        closeCursor();
        if (heartbeat != null) {
            heartbeat.stop();
            heartbeat = null;
        }
        if (stream != null) {
            stream.closeLater();
            stream = null;
        }
    }

    private List<Command> takeQueue() {
        List<Command> taken = queue;
        queue = new ArrayList<>();
        queueWeight = 0;
        return taken;
    }

    private void requireUsable() throws SQLException {
        if (state == State.FAILED) {
            throw SqlErrors.transactionFailed();
        }
    }

    void commit(Call call) throws SQLException {
        lock.lock();
        try {
            requireManual();
            requireUsable();
            closeCursor();
            if (state == State.ACTIVE && onlyReads && queue.isEmpty()) {
                // Nothing to commit: nobody need wait for the server to hear of it.
                leaveStream(State.IDLE);
            } else if (inTransaction()) {
                transact(List.of(), true, call).orThrow();
            }
        } finally {
            lock.unlock();
        }
    }

    void rollback() throws SQLException {
        lock.lock();
        try {
            requireManual();
            endTransaction();
        } finally {
            lock.unlock();
        }
    }

    private void requireManual() throws SQLException {
        if (autoCommit) {
            throw SqlErrors.wrongTransactionState("The connection is in auto-commit mode");
        }
    }

    /** Ends what is open without committing. Cannot fail: a stream the server does not hear of expires. */
    private void endTransaction() {
        closeCursor();
        if (state == State.ACTIVE && stream != null) {
            try {
                succeeded(stream.pipeline(List.of(new Request.Close()), Call.within(ROLLBACK_LIMIT)));
            } catch (HranaException e) {
                succeeded = false;
            }
        }
        leaveStream(State.IDLE);
    }

    void autoCommit(boolean value, Call call) throws SQLException {
        lock.lock();
        try {
            if (value == autoCommit) {
                return;
            }
            boolean failed = state == State.FAILED;
            if (failed) {
                endTransaction();
            } else if (value) {
                commit(call);
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
            endTransaction();
        } finally {
            lock.unlock();
        }
    }

    /** For a connection that was lost without being closed, and for {@code abort}: does not wait. */
    void abandon() {
        HranaStream current = stream;
        if (current != null) {
            current.closeLater();
        }
    }

    // Reading as a stream

    /**
     * Opens a cursor for a statement that only reads.
     *
     * @return null if this is not the place for a cursor: one left unread in a transaction that writes blocks every
     *     writer of the database
     */
    @Nullable
    Rows open(Command command, Call call, Supplier<Call> calls) throws SQLException {
        lock.lock();
        try {
            if (autoCommit) {
                return openAlone(command, call, calls);
            }
            requireUsable();
            boolean reading = readOnly && queue.isEmpty() && (state == State.IDLE || onlyReads);
            boolean deferred = options.transactionMode().begin(true).equals("BEGIN DEFERRED");
            return reading && deferred ? openInTransaction(command, call, calls) : null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Rows openAlone(Command command, Call call, Supplier<Call> calls) throws SQLException {
        HranaStream own = new HranaStream(client);
        int read = options.initSql().size();
        try {
            return CursorRows.open(lock, own, true, chain(List.of(command)), read, options, call, calls);
        } catch (HranaException e) {
            own.closeLater();
            return switch (e.kind()) {
                // The pipeline says better what is wrong, and may work where the cursor does not.
                case LOST, BAD_REQUEST, REFUSED, NOT_FOUND -> null;
                default -> throw failed(e, During.READ, false);
            };
        }
    }

    private Rows openInTransaction(Command command, Call call, Supplier<Call> calls) throws SQLException {
        bufferCursor();
        if (state == State.IDLE) {
            transact(List.of(), false, call).orThrow();
        }
        // An unparsable statement would cost the stream, and with it the transaction.
        describe(command.text().sql(), call);
        HranaStream current = stream;
        if (current == null) {
            throw SqlErrors.transactionFailed();
        }
        // The second step gives itself away if the transaction is gone and the first was skipped.
        List<Step> steps = List.of(
                new Step(Condition.IN_TRANSACTION, command.stmt()),
                new Step(new Condition.IsAutocommit(), Stmt.of("SELECT 1")));
        try {
            CursorRows rows = CursorRows.open(lock, current, false, steps, 0, options, call, calls);
            cursor = rows;
            return rows;
        } catch (HranaException e) {
            leaveStream(State.FAILED);
            throw failed(e, During.TRANSACTION, true);
        } catch (SQLTransactionRollbackException e) {
            leaveStream(State.FAILED);
            throw e;
        }
    }

    private void bufferCursor() {
        if (cursor != null) {
            cursor.buffer();
            cursor = null;
        }
    }

    private void closeCursor() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }

    // Questions

    /** What the server knows about a statement without running it; asked once per text. */
    Described describe(String sql, Call call) throws SQLException {
        Described known = client.describeCache().get(sql);
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            Response response = state == State.ACTIVE ? ask(new Request.Describe(sql), call) : describeAlone(sql, call);
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

    private Response describeAlone(String sql, Call call) throws SQLException {
        return once(List.of(new Request.Describe(sql), new Request.Close()), During.READ, call)
                .getFirst();
    }

    private Response ask(Request request, Call call) throws SQLException {
        bufferCursor();
        HranaStream current = stream;
        if (current == null) {
            throw SqlErrors.transactionFailed();
        }
        try {
            Response response =
                    succeeded(current.pipeline(List.of(request), call)).getFirst();
            if (!current.isOpen()) {
                leaveStream(State.FAILED);
                throw SqlErrors.streamClosed();
            }
            return response;
        } catch (HranaException e) {
            leaveStream(State.FAILED);
            throw failed(e, During.TRANSACTION, true);
        }
    }

    /** Whether the server answers. Does not ask if it just did. A failed transaction is fine: it can be rolled back. */
    boolean isValid(Duration timeout) {
        if (state == State.FAILED || recentlyAnswered()) {
            return true;
        }
        try {
            Duration limit = timeout.isZero() ? networkTimeout : timeout;
            succeeded(client.once(List.of(new Request.Close()), Call.within(limit)));
            return true;
        } catch (HranaException e) {
            succeeded = false;
            return false;
        }
    }

    private boolean recentlyAnswered() {
        return succeeded
                && System.nanoTime() - lastSuccess < options.validationWindow().toNanos();
    }
}
