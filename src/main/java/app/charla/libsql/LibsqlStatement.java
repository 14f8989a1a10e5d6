package app.charla.libsql;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A statement; see {@link LibsqlDriver} for what is particular to it. */
class LibsqlStatement extends UnsupportedStatement {

    private final LibsqlConnection connection;
    private final GeneratedKeys preparedKeys;
    private final List<Command> batch = new ArrayList<>();
    private final Deque<Result> results = new ArrayDeque<>();

    private volatile @Nullable Deadline running;
    private volatile @Nullable CursorRows streaming;
    private @Nullable LibsqlResultSet resultSet;
    private @Nullable StmtResult keys;
    private long updateCount = -1;
    private boolean closed;
    private boolean closeOnCompletion;
    private boolean poolable;
    private int fetchSize;
    private long maxRows;
    private Duration queryTimeout = Duration.ZERO;

    /** One result of a text with perhaps several: rows, or a count. */
    private record Result(@Nullable Rows rows, long count) {}

    LibsqlStatement(LibsqlConnection connection, GeneratedKeys keys) {
        this.connection = connection;
        this.preparedKeys = keys;
    }

    final Session session() throws SQLException {
        requireOpen();
        return connection.session();
    }

    final GeneratedKeys preparedKeys() {
        return preparedKeys;
    }

    // Running

    interface Action<T extends @Nullable Object> {
        T run(Deadline deadline) throws SQLException;
    }

    /** Does something that can be cancelled and is limited by the query timeout. */
    final <T extends @Nullable Object> T running(Action<T> action) throws SQLException {
        Deadline deadline = session().call(queryTimeout);
        running = deadline;
        try {
            return action.run(deadline);
        } finally {
            running = null;
        }
    }

    private List<SqlText> parsed(String sql) throws SQLException {
        requireOpen();
        List<SqlText> texts = SqlText.parse(SqlValues.text(sql));
        if (texts.isEmpty()) {
            throw SqlErrors.badStatement("There is no statement in the text");
        }
        return texts;
    }

    private boolean run(String sql, GeneratedKeys wanted) throws SQLException {
        List<Command> commands = new ArrayList<>();
        for (SqlText text : parsed(sql)) {
            if (text.parameters() > 0) {
                throw SqlErrors.missingParameter(1);
            }
            commands.add(Command.of(text));
        }
        return run(commands, wanted);
    }

    /** @return whether the first result has rows */
    final boolean run(List<Command> commands, GeneratedKeys wanted) throws SQLException {
        clearResults();
        Command first = commands.getFirst();
        if (commands.size() > 1) {
            runScript(commands);
        } else if (first.text().kind().endsOrBeginsTransaction()) {
            runTransactionControl(first.text());
        } else if (!runLocally(first.text()) && !runAsCursor(first)) {
            runAlone(first, wanted);
        }
        return show(results.poll());
    }

    private void runScript(List<Command> commands) throws SQLException {
        for (Command command : commands) {
            requireNoTransactionControl(command.text());
        }
        List<StmtResult> all = running(deadline -> session().run(commands, deadline));
        for (int i = 0; i < all.size(); i++) {
            results.add(result(commands.get(i).text(), all.get(i)));
        }
    }

    private void runAlone(Command written, GeneratedKeys wanted) throws SQLException {
        requireNoTransactionControl(written.text());
        SqlText text = wanted.applyTo(written.text());
        Command sent = new Command(text, new Stmt(text.sql(), written.stmt().args()));
        StmtResult result;
        try {
            result = running(deadline -> session().run(List.of(sent), deadline)).getFirst();
        } catch (SQLException e) {
            // Too large for one answer, but not for a cursor.
            if ("54000".equals(e.getSQLState()) && text.isRead() && openCursor(sent)) {
                return;
            }
            throw e;
        }
        if (wanted.areRowsOf(text, written.text())) {
            keys = result;
            results.add(new Result(null, result.affectedRows()));
        } else {
            keys = wanted.wanted() ? rowidKeys(text, result) : null;
            results.add(result(text, result));
        }
    }

    /**
     * The generated key of one statement. Alone on its stream, 0 says that there is none; in a transaction the server may
     * answer with the rowid of an earlier statement.
     */
    private StmtResult rowidKeys(SqlText text, StmtResult result) throws SQLException {
        if (!GeneratedKeys.inserted(text, result)) {
            return GeneratedKeys.none();
        }
        Long rowid = result.lastInsertRowid();
        boolean zero = rowid == null || rowid == 0;
        boolean hasRowid =
                session().autoCommit() ? !zero : running(deadline -> session().insertsRowid(text, deadline));
        return GeneratedKeys.rowid(result, hasRowid);
    }

    private static Result result(SqlText text, StmtResult result) {
        return result.hasResultSet() ? new Result(Rows.of(result), -1) : new Result(null, count(text, result));
    }

    /** Servers differ about the count of what changes no rows. */
    private static long count(SqlText text, StmtResult result) {
        boolean counts = text.kind() == SqlText.Kind.INSERT || text.kind() == SqlText.Kind.CHANGE;
        return counts ? result.affectedRows() : 0;
    }

    private boolean runAsCursor(Command command) throws SQLException {
        return fetchSize > 0 && command.text().isRead() && openCursor(command);
    }

    private boolean openCursor(Command command) throws SQLException {
        Session session = session();
        Rows rows = running(deadline -> session.open(command, deadline, () -> session.call(queryTimeout)));
        if (rows == null) {
            return false;
        }
        streaming = rows instanceof CursorRows cursor ? cursor : null;
        results.add(new Result(rows, -1));
        return true;
    }

    /** On a stream of its own the server would answer 0 to these; the connection knows better. */
    private boolean runLocally(SqlText text) throws SQLException {
        String question = text.sql().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Long answer = switch (question) {
            case "select last_insert_rowid()" -> session().lastInsertRowid();
            case "select changes()" -> session().changes();
            default -> null;
        };
        if (answer == null || session().defersBatches()) {
            return false;
        }
        @Nullable Object[] row = {answer};
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(row);
        Column column = new Column(text.sql().substring("select ".length()), "INTEGER");
        results.add(new Result(Rows.of(new StmtResult(List.of(column), rows, 0, null)), -1));
        return true;
    }

    private void runTransactionControl(SqlText text) throws SQLException {
        if (connection.getAutoCommit() || text.kind() == SqlText.Kind.BEGIN) {
            throw SqlErrors.wrongTransactionState("Begin transactions with setAutoCommit(false)");
        }
        if (text.kind() == SqlText.Kind.COMMIT) {
            connection.commit();
        } else {
            connection.rollback();
        }
        results.add(new Result(null, 0));
    }

    private void requireNoTransactionControl(SqlText text) throws SQLException {
        boolean savepoint = text.kind() == SqlText.Kind.SAVEPOINT && connection.getAutoCommit();
        if (savepoint || text.kind().endsOrBeginsTransaction()) {
            throw SqlErrors.wrongTransactionState("Begin and end transactions with setAutoCommit, commit, rollback");
        }
    }

    private boolean show(@Nullable Result result) throws SQLException {
        if (result != null && result.rows() != null) {
            resultSet = new LibsqlResultSet(this, result.rows(), maxRows);
            updateCount = -1;
            return true;
        }
        resultSet = null;
        updateCount = result == null ? -1 : result.count();
        return false;
    }

    private void clearResults() throws SQLException {
        if (resultSet != null) {
            LibsqlResultSet old = resultSet;
            resultSet = null;
            old.close();
        }
        results.clear();
        streaming = null;
        keys = null;
        updateCount = -1;
    }

    private ResultSet onlyRows() throws SQLException {
        if (resultSet == null) {
            throw SqlErrors.badStatement("The statement has no result set");
        }
        return resultSet;
    }

    private long onlyCount() throws SQLException {
        if (resultSet != null) {
            throw SqlErrors.badStatement("The statement has a result set");
        }
        return updateCount;
    }

    final ResultSet query(List<Command> commands) throws SQLException {
        if (commands.size() == 1 && commands.getFirst().text().neverReturnsRows()) {
            // Found out before it has changed anything.
            throw SqlErrors.badStatement("The statement has no result set");
        }
        run(commands, GeneratedKeys.NONE);
        return onlyRows();
    }

    final long update(List<Command> commands, GeneratedKeys wanted) throws SQLException {
        SqlText text = commands.getFirst().text();
        if (commands.size() == 1
                && (text.isRead() && !text.sql().regionMatches(true, 0, "PRAGMA", 0, 6) || text.returning())) {
            throw SqlErrors.badStatement("The statement has a result set");
        }
        run(commands, wanted);
        return onlyCount();
    }

    private List<Command> commands(String sql) throws SQLException {
        List<Command> commands = new ArrayList<>();
        for (SqlText text : parsed(sql)) {
            commands.add(Command.of(text));
        }
        return commands;
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        return run(sql, GeneratedKeys.NONE);
    }

    @Override
    public boolean execute(String sql, int autoGeneratedKeys) throws SQLException {
        return run(sql, GeneratedKeys.of(autoGeneratedKeys == RETURN_GENERATED_KEYS));
    }

    @Override
    public boolean execute(String sql, int[] columnIndexes) throws SQLException {
        return run(sql, GeneratedKeys.of(columnIndexes.length > 0));
    }

    @Override
    public boolean execute(String sql, String[] columnNames) throws SQLException {
        return run(sql, GeneratedKeys.of(columnNames));
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        return query(commands(sql));
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        return update(commands(sql), GeneratedKeys.NONE);
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        return toInt(executeLargeUpdate(sql));
    }

    @Override
    public int executeUpdate(String sql, int autoGeneratedKeys) throws SQLException {
        return toInt(update(commands(sql), GeneratedKeys.of(autoGeneratedKeys == RETURN_GENERATED_KEYS)));
    }

    @Override
    public int executeUpdate(String sql, int[] columnIndexes) throws SQLException {
        return toInt(update(commands(sql), GeneratedKeys.of(columnIndexes.length > 0)));
    }

    @Override
    public int executeUpdate(String sql, String[] columnNames) throws SQLException {
        return toInt(update(commands(sql), GeneratedKeys.of(columnNames)));
    }

    static int toInt(long count) {
        return (int) Math.min(Integer.MAX_VALUE, count);
    }

    // Batches

    final void addBatch(Command command) throws SQLException {
        requireOpen();
        batch.add(command);
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        List<Command> commands = commands(sql);
        if (commands.size() > 1) {
            throw SqlErrors.badStatement("A batch takes one statement at a time");
        }
        addBatch(commands.getFirst());
    }

    @Override
    public void clearBatch() throws SQLException {
        requireOpen();
        batch.clear();
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return Arrays.stream(executeLargeBatch())
                .mapToInt(LibsqlStatement::toInt)
                .toArray();
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        Session session = session();
        clearResults();
        List<Command> written = List.copyOf(batch);
        batch.clear();
        if (written.isEmpty()) {
            return new long[0];
        }
        requireBatchable(written);
        if (session.defersBatches() && !preparedKeys.wanted()) {
            running(deadline -> {
                session.defer(written, deadline);
                return true;
            });
            long[] unknown = new long[written.size()];
            Arrays.fill(unknown, SUCCESS_NO_INFO);
            return unknown;
        }
        return runBatch(session, written);
    }

    private static void requireBatchable(List<Command> commands) throws SQLException {
        for (Command command : commands) {
            SqlText text = command.text();
            if (text.isRead() || text.kind().endsOrBeginsTransaction()) {
                SQLException cause = SqlErrors.badStatement("A batch takes only statements that give a count");
                throw SqlErrors.batch(cause, new int[0]);
            }
        }
    }

    private long[] runBatch(Session session, List<Command> written) throws SQLException {
        boolean alone = session.autoCommit();
        List<Command> sent = new ArrayList<>();
        for (Command command : written) {
            SqlText text = preparedKeys.applyTo(command.text());
            sent.add(new Command(text, new Stmt(text.sql(), command.stmt().args())));
        }
        // before the batch: outside a transaction it is committed with its answer, and what fails later is no failure
        // of it
        List<Boolean> rowids = alone && preparedKeys.wanted() ? hasRowids(session, sent) : List.of();
        BatchResult result = running(deadline -> session.batch(sent, deadline));
        if (result.failure() != null) {
            throw batchFailure(result, written, alone);
        }
        if (preparedKeys.wanted()) {
            keepKeys(sent, written, result.results(), alone ? rowids : hasRowids(session, sent));
        }
        return counts(written, result.results());
    }

    private static BatchUpdateException batchFailure(BatchResult result, List<Command> written, boolean alone) {
        int[] counts = new int[written.size()];
        if (alone) {
            Arrays.fill(counts, EXECUTE_FAILED);
        } else {
            counts = Arrays.stream(counts(written, result.results()))
                    .mapToInt(LibsqlStatement::toInt)
                    .toArray();
        }
        return SqlErrors.batch(Objects.requireNonNull(result.failure()), counts);
    }

    private static long[] counts(List<Command> commands, List<StmtResult> results) {
        long[] counts = new long[results.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] =
                    Math.max(0, result(commands.get(i).text(), results.get(i)).count());
        }
        return counts;
    }

    private List<Boolean> hasRowids(Session session, List<Command> commands) throws SQLException {
        List<Boolean> found = new ArrayList<>();
        for (Command command : commands) {
            SqlText text = command.text();
            found.add(!text.returning() && running(deadline -> session.insertsRowid(text, deadline)));
        }
        return found;
    }

    private void keepKeys(List<Command> sent, List<Command> written, List<StmtResult> all, List<Boolean> hasRowids) {
        List<StmtResult> each = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            SqlText text = sent.get(i).text();
            StmtResult result = all.get(i);
            boolean rows = preparedKeys.areRowsOf(text, written.get(i).text());
            boolean rowid = GeneratedKeys.inserted(text, result) && hasRowids.get(i);
            each.add(rows ? result : GeneratedKeys.rowid(result, rowid));
        }
        keys = GeneratedKeys.joined(each);
    }

    // Results

    @Override
    public @Nullable ResultSet getResultSet() throws SQLException {
        requireOpen();
        return resultSet;
    }

    @Override
    public int getUpdateCount() throws SQLException {
        return toInt(getLargeUpdateCount());
    }

    @Override
    public long getLargeUpdateCount() throws SQLException {
        requireOpen();
        return updateCount;
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        return getMoreResults(CLOSE_CURRENT_RESULT);
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        requireOpen();
        if (resultSet != null && current != KEEP_CURRENT_RESULT) {
            LibsqlResultSet old = resultSet;
            resultSet = null;
            old.close();
        }
        return show(results.poll());
    }

    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        requireOpen();
        return new LibsqlResultSet(this, Rows.of(keys == null ? GeneratedKeys.none() : keys), 0);
    }

    /** Called by a result set that was closed. */
    final void resultSetClosed(LibsqlResultSet closedOne) throws SQLException {
        if (closeOnCompletion && closedOne == resultSet && results.isEmpty()) {
            close();
        }
    }

    // Its life

    @Override
    public void cancel() {
        Deadline deadline = running;
        if (deadline != null) {
            deadline.cancel();
        }
        CursorRows cursor = streaming;
        if (cursor != null) {
            cursor.cancel();
        }
    }

    @Override
    public void close() throws SQLException {
        if (!closed) {
            clearResults();
            batch.clear();
            closed = true;
            connection.statementClosed(this);
        }
    }

    @Override
    public boolean isClosed() {
        return closed || connection.isClosed();
    }

    final void requireOpen() throws SQLException {
        connection.requireOpen();
        if (closed) {
            throw SqlErrors.closed("statement");
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireOpen();
        return connection;
    }

    @Override
    public void closeOnCompletion() throws SQLException {
        requireOpen();
        closeOnCompletion = true;
    }

    @Override
    public boolean isCloseOnCompletion() {
        return closeOnCompletion;
    }

    // Settings

    @Override
    public int getQueryTimeout() {
        return (int) queryTimeout.toSeconds();
    }

    @Override
    public void setQueryTimeout(int seconds) throws SQLException {
        requireNotNegative(seconds);
        queryTimeout = Duration.ofSeconds(seconds);
    }

    @Override
    public int getFetchSize() {
        return fetchSize;
    }

    @Override
    public void setFetchSize(int rows) throws SQLException {
        requireNotNegative(rows);
        fetchSize = rows;
    }

    @Override
    public int getMaxRows() {
        return toInt(maxRows);
    }

    @Override
    public void setMaxRows(int max) throws SQLException {
        setLargeMaxRows(max);
    }

    @Override
    public long getLargeMaxRows() {
        return maxRows;
    }

    @Override
    public void setLargeMaxRows(long max) throws SQLException {
        requireNotNegative(max);
        maxRows = max;
    }

    private static void requireNotNegative(long value) throws SQLException {
        if (value < 0) {
            throw SqlErrors.badArgument("A negative limit");
        }
    }

    @Override
    public int getMaxFieldSize() {
        return 0;
    }

    @Override
    public void setMaxFieldSize(int max) throws SQLException {
        requireNotNegative(max);
    }

    @Override
    public void setEscapeProcessing(boolean enable) {
        // There is none.
    }

    @Override
    public int getFetchDirection() {
        return ResultSet.FETCH_FORWARD;
    }

    @Override
    public void setFetchDirection(int direction) throws SQLException {
        if (direction != ResultSet.FETCH_FORWARD && direction != ResultSet.FETCH_UNKNOWN) {
            throw SqlErrors.unsupported("this fetch direction");
        }
    }

    @Override
    public int getResultSetConcurrency() {
        return ResultSet.CONCUR_READ_ONLY;
    }

    @Override
    public int getResultSetType() {
        return ResultSet.TYPE_FORWARD_ONLY;
    }

    @Override
    public int getResultSetHoldability() {
        return ResultSet.CLOSE_CURSORS_AT_COMMIT;
    }

    @Override
    public boolean isPoolable() {
        return poolable;
    }

    @Override
    public void setPoolable(boolean poolable) {
        this.poolable = poolable;
    }

    @Override
    public @Nullable SQLWarning getWarnings() throws SQLException {
        requireOpen();
        return null;
    }

    @Override
    public void clearWarnings() throws SQLException {
        requireOpen();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Wrapping.unwrap(this, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
