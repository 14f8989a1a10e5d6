package app.charla.libsql;

import app.charla.libsql.Response.Autocommit;
import app.charla.libsql.Response.Batched;
import app.charla.libsql.Response.Failed;
import app.charla.libsql.SqlErrors.During;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a connection, on the server and what waits here to be sent to it. It begins with its first
 * statement and holds a stream until its end; once it is known to be lost every further statement fails here, without a
 * request, until the rollback.
 *
 * <p>With deferred batches the batches of a transaction wait here for the next statement that needs an answer, or for
 * the COMMIT, and travel in the same request before it. If one of them fails the whole transaction has failed: its
 * caller was told of success before, and must not be able to commit the rest.
 *
 * <p>Not safe for threads: its {@link Session} lets one at a time in.
 */
final class Transaction {

    private enum State {
        /** No transaction has begun on the server. */
        IDLE,
        ACTIVE,
        /** The transaction is lost; it ends with the rollback. */
        FAILED
    }

    private static final Duration ROLLBACK_LIMIT = Duration.ofSeconds(5);
    private static final Duration MAX_KEEP_ALIVE = Duration.ofMinutes(1);
    private static final int ATTEMPTS_WHEN_LOCKED = 5;
    private static final int MAX_CHUNK = 1000;
    private static final long MAX_CHUNK_BYTES = 1 << 20;

    private final HranaClient client;
    private final LibsqlOptions options;
    private final ConnectionHealth health;
    private final LastChange lastChange;

    private State state = State.IDLE;
    private boolean readOnly;
    private @Nullable HranaStream stream;
    private @Nullable Heartbeat heartbeat;
    private @Nullable CursorRows cursor;
    /** True for a transaction that was begun for reading and has only read. */
    private boolean onlyReads;
    /** The write permit, one of the client's; true while held. The cleaner's thread may return it, too. */
    private final AtomicBoolean permitted = new AtomicBoolean();

    private List<Command> queue = new ArrayList<>();
    private long queueWeight;

    Transaction(HranaClient client, ConnectionHealth health, LastChange lastChange) {
        this.client = client;
        this.options = client.options();
        this.health = health;
        this.lastChange = lastChange;
    }

    boolean isUnderWay() {
        return state != State.IDLE || !queue.isEmpty();
    }

    boolean hasFailed() {
        return state == State.FAILED;
    }

    /** Returns whether it holds a stream of the server's. */
    boolean isActive() {
        return state == State.ACTIVE;
    }

    boolean readOnly() {
        return readOnly;
    }

    void readOnly(boolean value) throws SQLException {
        if (value != readOnly && isUnderWay()) {
            throw SqlErrors.wrongTransactionState("A transaction is under way");
        }
        readOnly = value;
    }

    /** Keeps a batch until an answer is needed, or until too much waits. */
    void defer(List<Command> commands, Deadline deadline) throws SQLException {
        requireUsable();
        for (Command command : commands) {
            queue.add(command);
            queueWeight += command.stmt().weight();
            if (queue.size() >= MAX_CHUNK || queueWeight >= MAX_CHUNK_BYTES) {
                run(List.of(), false, deadline).orThrow();
            }
        }
    }

    /** Runs statements, as many in a request as it may carry. */
    BatchResult inChunks(List<Command> commands, boolean commit, Deadline deadline) throws SQLException {
        List<StmtResult> results = new ArrayList<>();
        int from = 0;
        do {
            int to = chunkEnd(commands, from);
            BatchResult result = run(commands.subList(from, to), commit && to == commands.size(), deadline);
            results.addAll(result.results());
            if (result.failure() != null) {
                return new BatchResult(results, result.failure());
            }
            from = to;
        } while (from < commands.size());
        return new BatchResult(results, null);
    }

    private static int chunkEnd(List<Command> commands, int from) {
        long weight = 0;
        int to = from;
        while (to < commands.size() && to - from < MAX_CHUNK && (to == from || weight < MAX_CHUNK_BYTES)) {
            weight += commands.get(to++).stmt().weight();
        }
        return to;
    }

    /**
     * Sends what waits in the queue and then the given statements as one guarded batch, beginning the transaction if
     * need be. Failures of the statements are in the outcome; those of the queue and of the COMMIT are thrown.
     */
    BatchResult run(List<Command> commands, boolean commit, Deadline deadline) throws SQLException {
        requireUsable();
        bufferCursor();
        List<Command> queued = takeQueue();
        List<Command> all = new ArrayList<>(queued);
        all.addAll(commands);
        Program program = program(all, commit);
        List<Response> responses = exchange(program, commit, queued.isEmpty(), deadline);
        boolean autocommit = !(responses.get(1) instanceof Autocommit(boolean is)) || is;
        return switch (responses.getFirst()) {
            case Batched batched -> {
                Progress progress = progress(program, batched);
                lastChange.remember(all, progress.results());
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
                boolean harmless = queued.isEmpty()
                        && !commit
                        && (!hasRun || commands.stream().allMatch(Command::reads));
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
            onlyReads &= command.reads();
        }
        if (commit) {
            program.commit();
        }
        return program;
    }

    private List<Response> exchange(Program program, boolean commit, boolean nothingQueued, Deadline deadline)
            throws SQLException {
        List<Request> requests = new ArrayList<>();
        requests.add(new Request.Batch(program.steps()));
        requests.add(new Request.GetAutocommit());
        if (commit) {
            requests.add(new Request.Close());
        }
        try {
            if (program.begins() && !readOnly) {
                takeWritePermit(deadline);
            }
            return health.succeeded(beginning(program, requests, deadline));
        } catch (HranaException e) {
            boolean nothingLost = program.begins() && nothingQueued && e.kind().nothingRan();
            leaveStream(nothingLost ? State.IDLE : State.FAILED);
            throw health.failed(e, commit ? During.COMMIT : During.TRANSACTION, !program.begins());
        }
    }

    private void takeWritePermit(Deadline deadline) throws HranaException {
        if (!permitted.get()) {
            client.takeWritePermit(deadline);
            permitted.set(true);
        }
    }

    private void returnWritePermit() {
        if (permitted.compareAndSet(true, false)) {
            client.returnWritePermit();
        }
    }

    /**
     * Sends requests; finding the database locked by others, as happens where many write, is no failure yet: nothing
     * has run, and it is tried again.
     */
    private List<Response> beginning(Program program, List<Request> requests, Deadline deadline) throws HranaException {
        for (int tried = 1; ; tried++) {
            HranaStream current = stream == null ? new HranaStream(client) : stream;
            stream = current;
            List<Response> responses = current.pipeline(requests, deadline);
            boolean locked = responses.getFirst() instanceof Batched batched && program.foundLocked(batched);
            if (!locked || tried == ATTEMPTS_WHEN_LOCKED || deadline.remainingNanos() == 0) {
                return responses;
            }
            current.closeLater();
            stream = null;
            deadline.backOff(tried);
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

    private static BatchResult outcome(
            List<StmtResult> results, @Nullable SQLException failure, int queued, int statements) throws SQLException {
        int done = results.size();
        if (failure != null && done < queued) {
            int[] counts = new int[done];
            Arrays.fill(counts, Statement.SUCCESS_NO_INFO);
            throw SqlErrors.batch(failure, counts);
        }
        if (failure != null && done >= queued + statements) {
            throw failure;
        }
        return new BatchResult(results.subList(queued, Math.min(done, queued + statements)), failure);
    }

    private void keepAlive(Program program, HranaStream current) {
        if (program.begins() && !options.keepAlive().isZero()) {
            int most = (int) Math.max(1, MAX_KEEP_ALIVE.dividedBy(options.keepAlive()));
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
        returnWritePermit();
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

    void commit(Deadline deadline) throws SQLException {
        requireUsable();
        closeCursor();
        if (state == State.ACTIVE && onlyReads && queue.isEmpty()) {
            // Nothing to commit: nobody need wait for the server to hear of it.
            leaveStream(State.IDLE);
        } else if (isUnderWay()) {
            run(List.of(), true, deadline).orThrow();
        }
    }

    /** Ends what is open without committing. Cannot fail: a stream the server does not hear of expires. */
    void rollback() {
        closeCursor();
        if (state == State.ACTIVE && stream != null) {
            try {
                health.succeeded(stream.pipeline(List.of(new Request.Close()), Deadline.within(ROLLBACK_LIMIT)));
            } catch (HranaException e) {
                health.lost();
            }
        }
        leaveStream(State.IDLE);
    }

    /** For a connection that was lost without being closed, and for {@code abort}: does not wait. */
    void abandon() {
        HranaStream current = stream;
        if (current != null) {
            current.closeLater();
        }
        returnWritePermit();
    }

    /** Returns whether a statement may be read by a cursor: one left unread in a transaction that writes blocks all writers. */
    boolean mayStream() throws SQLException {
        requireUsable();
        boolean reading = readOnly && queue.isEmpty() && (state == State.IDLE || onlyReads);
        return reading && options.transactionMode().begin(true).equals("BEGIN DEFERRED");
    }

    /** Begins, if it has not begun. */
    void begin(Deadline deadline) throws SQLException {
        bufferCursor();
        if (state == State.IDLE) {
            run(List.of(), false, deadline).orThrow();
        }
    }

    /** Opens a cursor for a statement that the server is known to understand; another would cost the transaction. */
    Rows open(Command command, ReentrantLock lock, Deadline deadline, Supplier<Deadline> calls) throws SQLException {
        HranaStream current = stream;
        if (current == null) {
            throw SqlErrors.transactionFailed();
        }
        // The second step gives itself away if the transaction is gone and the first was skipped.
        List<Step> steps = List.of(
                new Step(Condition.IN_TRANSACTION, command.stmt()),
                new Step(new Condition.IsAutocommit(), Stmt.of("SELECT 1")));
        try {
            CursorRows rows = CursorRows.open(lock, current, false, steps, 0, options, deadline, calls);
            cursor = rows;
            return rows;
        } catch (HranaException e) {
            leaveStream(State.FAILED);
            throw health.failed(e, During.TRANSACTION, true);
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

    /** Asks something that is not SQL. */
    Response ask(Request request, Deadline deadline) throws SQLException {
        bufferCursor();
        HranaStream current = stream;
        if (current == null) {
            throw SqlErrors.transactionFailed();
        }
        try {
            Response response = health.succeeded(current.pipeline(List.of(request), deadline))
                    .getFirst();
            if (!current.isOpen()) {
                leaveStream(State.FAILED);
                throw SqlErrors.streamClosed();
            }
            return response;
        } catch (HranaException e) {
            leaveStream(State.FAILED);
            throw health.failed(e, During.TRANSACTION, true);
        }
    }
}
