package app.charla.libsql;

import app.charla.libsql.HranaException.Kind;
import java.lang.ref.Cleaner;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Rows read from a cursor while the server produces them. Only a {@code step_end} proves that they were all: an
 * answer that ends without one is an error, never the end.
 */
final class CursorRows implements Rows {

    private static final Duration HEARTBEAT = Duration.ofSeconds(4);

    private final ReentrantLock lock;
    private final LineReader feed;
    private final LibsqlOptions options;
    private final Supplier<Deadline> calls;
    private final Cleaner.Cleanable transfer;
    private final Deque<@Nullable Object[]> buffer = new ArrayDeque<>();
    private List<Column> columns = List.of();
    private boolean begun;
    private boolean complete;
    private boolean closed;
    private @Nullable SQLException failure;

    private CursorRows(
            ReentrantLock lock,
            HranaStream stream,
            boolean ownsStream,
            LineReader feed,
            LibsqlOptions options,
            Supplier<Deadline> calls) {
        this.lock = lock;
        this.feed = feed;
        this.options = options;
        this.calls = calls;
        // Also for rows that nobody closes: the heartbeat would keep their stream for ever.
        this.transfer = HranaClient.CLEANER.register(
                this,
                new Transfer(feed, Heartbeat.start(stream, HEARTBEAT, Integer.MAX_VALUE), ownsStream ? stream : null));
    }

    /**
     * Starts reading.
     *
     * @param ownsStream whether the stream ends with the rows; otherwise it is a transaction's
     * @param read the index of the step whose rows are wanted; later steps run only if the transaction is lost
     * @param calls gives the time limit for each wait
     * @throws HranaException if no usable answer began to arrive
     * @throws SQLException if the statement failed
     */
    static CursorRows open(
            ReentrantLock lock,
            HranaStream stream,
            boolean ownsStream,
            List<Step> steps,
            int read,
            LibsqlOptions options,
            Deadline deadline,
            Supplier<Deadline> calls)
            throws HranaException, SQLException {
        LineReader feed = stream.cursor(steps, deadline);
        CursorRows rows = new CursorRows(lock, stream, ownsStream, feed, options, calls);
        deadline.onCancel(feed::close);
        try {
            rows.begin(read, deadline);
            return rows;
        } catch (HranaException | SQLException e) {
            rows.end();
            throw e;
        } finally {
            deadline.onCancel(null);
        }
    }

    private void begin(int read, Deadline deadline) throws HranaException, SQLException {
        while (!begun) {
            switch (entry(deadline)) {
                case CursorEntry.StepBegin(int step, List<Column> cols)
                when step == read -> {
                    columns = cols;
                    begun = true;
                }
                case CursorEntry.StepBegin(int step, List<Column> _)
                when step > read -> throw SqlErrors.transactionLost();
                case CursorEntry.StepError(int _, ServerError error) -> throw SqlErrors.of(error, options);
                case CursorEntry.Fatal(ServerError error) -> throw SqlErrors.of(error, options);
                case null -> throw new HranaException(Kind.LOST, "The cursor ended before its first row");
                default -> {
                    // The entries of an initial statement, or something new.
                }
            }
        }
    }

    private @Nullable CursorEntry entry(Deadline deadline) throws HranaException {
        byte[] line = feed.next(deadline);
        try {
            return line == null ? null : JsonResponses.cursorEntry(line);
        } catch (JacksonException e) {
            throw new HranaException(Kind.LOST, "The cursor is not what Hrana 3 prescribes");
        }
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public @Nullable Object @Nullable [] next() throws SQLException {
        lock.lock();
        try {
            if (!buffer.isEmpty()) {
                return buffer.poll();
            }
            if (failure != null) {
                throw failure;
            }
            if (closed) {
                throw SqlErrors.closed("cursor");
            }
            return complete ? null : read();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Object @Nullable [] read() throws SQLException {
        try {
            var row = readRow();
            if (row == null) {
                end();
            }
            return row;
        } catch (SQLException e) {
            failure = e;
            end();
            throw e;
        }
    }

    private @Nullable Object @Nullable [] readRow() throws SQLException {
        try {
            Deadline deadline = calls.get();
            while (true) {
                switch (entry(deadline)) {
                    case CursorEntry.Row row -> {
                        if (row.values().length != columns.size()) {
                            throw SqlErrors.brokenTransfer("A row that does not fit its columns", null);
                        }
                        return row.values();
                    }
                    // What follows is of no interest, but a connection read to its end can be used again.
                    case CursorEntry.StepEnd _ -> complete = true;
                    case CursorEntry.StepError(int _, ServerError error) -> throw SqlErrors.of(error, options);
                    case CursorEntry.Fatal(ServerError error) -> throw SqlErrors.of(error, options);
                    case null -> {
                        if (!complete) {
                            throw SqlErrors.brokenTransfer("The cursor broke off before its end", null);
                        }
                        return null;
                    }
                    default -> {
                        // Something a newer server says.
                    }
                }
            }
        } catch (HranaException e) {
            if (complete && e.kind() == Kind.LOST) {
                return null;
            }
            throw SqlErrors.of(e, SqlErrors.During.READ, false);
        }
    }

    /** Reads what is left into memory, so that the stream can be used for something else. */
    void buffer() {
        lock.lock();
        try {
            while (!complete && failure == null && !closed) {
                var row = read();
                if (row != null) {
                    buffer.add(row);
                }
            }
        } catch (SQLException e) {
            // Whoever reads on to this point gets it.
            failure = e;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the transfer from any thread; a reader that waits fails with 57014. */
    void cancel() {
        feed.close();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                buffer.clear();
                end();
            }
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        transfer.clean();
    }

    /** Transfer that ends with the rows; it must not reference them. */
    private record Transfer(
            LineReader feed, Heartbeat heartbeat, @Nullable HranaStream own) implements Runnable {
        @Override
        public void run() {
            heartbeat.stop();
            feed.close();
            if (own != null) {
                own.closeLater();
            }
        }
    }
}
