package app.charla.libsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.ref.Reference;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;

/** Behaviour of the driver when requests and answers are lost, late, or malformed. */
abstract class FaultContract {

    private static final String ENDLESS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";

    private static final Wire.Fault LOCKED = Wire.status(200, "application/json", """
            {"baton": null, "base_url": null, "results": [
              {"type": "ok", "response": {"type": "batch", "result": {
                "step_results": [null, null],
                "step_errors": [{"message": "SQLite error: database is locked", "code": "SQLITE_BUSY"}, null]}}},
              {"type": "ok", "response": {"type": "get_autocommit", "is_autocommit": true}}]}
            """);

    abstract HranaServer server();

    private Wire wire() {
        return server().wire();
    }

    private Connection connect(String... properties) throws SQLException {
        return server().dataSource(properties).getConnection();
    }

    private Connection connectToTable(String... properties) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS item (id INTEGER PRIMARY KEY, name TEXT UNIQUE)");
        }
        wire().forgetRequests();
        return connect(properties);
    }

    private int count() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM item")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void insert(Connection connection, String name) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO item (name) VALUES (?)")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
    }

    private static int one(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static SQLException failure(ThrowingCallable action) {
        return catchThrowableOfType(SQLException.class, action);
    }

    private static void assertState(ThrowingCallable action, Class<? extends SQLException> type, String state) {
        SQLException e = failure(action);
        assertThat((Throwable) e).as(state).isInstanceOf(type);
        assertThat(e.getSQLState()).isEqualTo(state);
    }

    private static Predicate<Wire.Recorded> containing(String text) {
        return request -> request.text().contains(text);
    }

    /** Ways to lose an answer, whether or not the request ran before. */
    static Stream<Wire.Fault> losses() {
        return Stream.of(
                Wire.dropBefore(),
                Wire.dropAfter(),
                Wire.truncated(),
                Wire.htmlAfter(502),
                Wire.html(200),
                Wire.status(504, "text/plain", ""),
                Wire.status(500, "application/json", "{\"error\":\"Internal Error\"}"),
                Wire.status(200, "application/json", "{\"baton\":null,\"results\":[]}"),
                Wire.status(200, "application/json", "null"),
                Wire.changed(answer -> {
                    ((ArrayNode) answer.get("results")).remove(0);
                    return answer;
                }),
                Wire.changed(answer -> {
                    ((ArrayNode) answer.get("results"))
                            .insert(
                                    0,
                                    answer.get("results")
                                            .get(answer.get("results").size() - 1));
                    ((ArrayNode) answer.get("results"))
                            .remove(answer.get("results").size() - 1);
                    return answer;
                }));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void saysThatALostWriteIsOfUnknownOutcomeAndNeverRepeatsIt(Wire.Fault loss) throws SQLException {
        try (Connection connection = connectToTable()) {
            wire().once(loss);
            assertState(() -> insert(connection, "a"), SQLNonTransientConnectionException.class, "08007");
            assertThat(wire().requests()).hasSize(1);
            insert(connection, "b");
        }
        assertThat(count()).isBetween(1, 2);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void repeatsALostReadOnce(Wire.Fault loss) throws SQLException {
        try (Connection connection = connectToTable()) {
            wire().once(loss);
            assertThat(one(connection)).isOne();
            assertThat(wire().requests()).hasSize(2);
            wire().forgetRequests();
            wire().once(loss);
            wire().once(loss);
            assertState(() -> one(connection), SQLTransientConnectionException.class, "08006");
            assertThat(wire().requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void losesTheTransactionWithAnAnswer(Wire.Fault loss) throws SQLException {
        try (Connection connection = connectToTable()) {
            connection.setAutoCommit(false);
            insert(connection, "a");
            wire().once(containing("INSERT"), loss);
            SQLException e = failure(() -> insert(connection, "b"));
            assertThat((Throwable) e).isInstanceOf(SQLTransientConnectionException.class);
            assertThat(e.getSQLState()).isEqualTo("08006");
            assertThat(e.getMessage()).contains("rolled back");
            wire().forgetRequests();
            assertState(() -> insert(connection, "c"), SQLException.class, "25P02");
            assertState(connection::commit, SQLException.class, "25P02");
            assertThat(connection.isValid(1)).isTrue();
            connection.rollback();
            assertThat(wire().requests().stream().filter(containing("COMMIT"))).isEmpty();
            server().letWritersIn();
            insert(connection, "d");
            connection.commit();
        }
        assertThat(count()).isOne();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void saysThatALostCommitIsOfUnknownOutcome(Wire.Fault loss) throws SQLException {
        try (Connection connection = connectToTable()) {
            connection.setAutoCommit(false);
            insert(connection, "a");
            wire().once(containing("COMMIT"), loss);
            assertState(connection::commit, SQLNonTransientConnectionException.class, "08007");
            assertThat(wire().requests().stream().filter(containing("COMMIT"))).hasSize(1);
            assertState(() -> insert(connection, "b"), SQLException.class, "25P02");
            connection.rollback();
            server().letWritersIn();
            insert(connection, "c");
            connection.commit();
        }
        assertThat(count()).isBetween(1, 2);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void saysThatALostBatchIsOfUnknownOutcome(Wire.Fault loss) throws SQLException {
        try (Connection connection = connectToTable("deferredBatches", "true")) {
            wire().once(loss);
            assertState(() -> insertBatch(connection, "a", "b"), SQLNonTransientConnectionException.class, "08007");
            assertThat(count()).isIn(0, 2);
            server().letWritersIn();
            connection.setAutoCommit(false);
            insertBatch(connection, "c", "d");
            wire().once(loss);
            assertState(connection::commit, SQLNonTransientConnectionException.class, "08007");
        }
        assertThat(count()).isIn(0, 2, 4);
    }

    private static void insertBatch(Connection connection, String... names) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO item (name) VALUES (?)")) {
            for (String name : names) {
                insert.setString(1, name);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Test
    void rollsBackWhatExpired() throws SQLException {
        try (Connection connection = connectToTable();
                Connection committing = connect()) {
            connection.setAutoCommit(false);
            insert(connection, "a");
            server().pass(Duration.ofSeconds(12));
            wire().forgetRequests();
            assertState(() -> insert(connection, "b"), SQLTransientConnectionException.class, "08006");
            assertThat(wire().requests()).hasSize(1);
            connection.rollback();
            committing.setAutoCommit(false);
            insert(committing, "c");
            server().pass(Duration.ofSeconds(12));
            wire().forgetRequests();
            assertState(committing::commit, SQLTransientConnectionException.class, "08006");
            assertThat(wire().requests()).hasSize(1);
            assertThat(committing.isValid(2)).isTrue();
            committing.rollback();
            insert(committing, "d");
            committing.commit();
        }
        assertThat(count()).isOne();
    }

    @Test
    void retriesBeginWhileOthersHoldTheLock() throws SQLException {
        try (Connection connection = connectToTable()) {
            connection.setAutoCommit(false);
            wire().once(containing("BEGIN"), LOCKED);
            wire().once(containing("BEGIN"), LOCKED);
            insert(connection, "a");
            connection.commit();
        }
        assertThat(count()).isOne();
    }

    @Test
    void reportsBusyWhenTheLockStays() throws SQLException {
        try (Connection connection = connectToTable()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 5; i++) {
                wire().once(containing("BEGIN"), LOCKED);
            }
            assertState(() -> insert(connection, "a"), SQLTransactionRollbackException.class, "40001");
            insert(connection, "b");
            connection.commit();
        }
        assertThat(count()).isOne();
    }

    @Test
    void neverCommitsAfterItsLockWasStolen() throws SQLException {
        try (Connection connection = connectToTable()) {
            connection.setAutoCommit(false);
            insert(connection, "a");
            server().stealLock();
            SQLException e = failure(() -> insert(connection, "b"));
            assertThat((Throwable) e).isInstanceOf(SQLTransactionRollbackException.class);
            assertThat(e.getSQLState()).isEqualTo("40001");
            assertThat(e.getErrorCode()).isEqualTo(5);
            wire().forgetRequests();
            assertState(() -> insert(connection, "c"), SQLException.class, "25P02");
            assertThat(wire().requests().stream().filter(containing("INSERT"))).isEmpty();
            connection.rollback();
            assertThat(count()).isZero();
            insert(connection, "d");
            server().stealLock();
            assertState(connection::commit, SQLTransactionRollbackException.class, "40001");
            connection.rollback();
            assertThat(count()).isZero();
            insert(connection, "e");
            connection.commit();
        }
        assertThat(count()).isOne();
    }

    @Test
    void neverCommitsPartOfABatchAfterItsLockWasStolen() throws SQLException {
        try (Connection connection = connectToTable("deferredBatches", "true")) {
            connection.setAutoCommit(false);
            one(connection);
            insertBatch(connection, "a", "b");
            server().stealLock();
            assertState(connection::commit, BatchUpdateException.class, "40001");
            connection.rollback();
        }
        assertThat(count()).isZero();
    }

    @Test
    void treatsAMissingBatonAsTheEndOfTheTransaction() throws SQLException {
        try (Connection connection = connectToTable()) {
            connection.setAutoCommit(false);
            insert(connection, "a");
            wire().once(containing("INSERT"), Wire.changed(answer -> answer.putNull("baton")));
            assertState(() -> insert(connection, "b"), SQLTransientConnectionException.class, "08006");
            assertState(connection::commit, SQLException.class, "25P02");
            connection.rollback();
            server().letWritersIn();
        }
        assertThat(count()).isZero();
    }

    @Test
    void ignoresUnknownFieldsOfAnswers() throws SQLException {
        try (Connection connection = connectToTable()) {
            wire().once(Wire.changed(answer -> {
                answer.putArray("more").addObject().putObject("nested").put("x", 1);
                answer.get("results").get(0).get("response").get("result").isObject();
                return answer;
            }));
            insert(connection, "a");
        }
        assertThat(count()).isOne();
    }

    @Test
    void waitsWhenTheServerIsBusy() throws SQLException {
        Wire.Fault busy = Wire.status(429, "application/json", "{\"error\":\"Too many concurrent requests\"}");
        Wire.Fault unavailable = Wire.status(503, "text/html", "<html>starting</html>");
        try (Connection connection = connectToTable()) {
            wire().once(busy);
            wire().once(unavailable);
            insert(connection, "a");
            assertThat(wire().requests()).hasSize(3);
            for (int i = 0; i < 8; i++) {
                wire().once(containing("INSERT"), busy);
            }
            assertState(() -> insert(connection, "b"), SQLTransientConnectionException.class, "08004");
            connection.setAutoCommit(false);
            assertState(() -> insert(connection, "c"), SQLTransientConnectionException.class, "08004");
            insert(connection, "d");
            wire().once(containing("COMMIT"), busy);
            connection.commit();
        }
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void mapsHttpRefusalsToSqlStates() throws SQLException {
        try (Connection connection = connectToTable("authToken", "s3cr3t-t0k3n")) {
            wire().once(Wire.status(401, "application/json", "{\"error\":\"bad token s3cr3t-t0k3n\"}"));
            SQLException e = failure(() -> insert(connection, "a"));
            assertThat(e.getSQLState()).isEqualTo("28000");
            assertThat(text(e)).doesNotContain("s3cr3t");
            wire().once(Wire.status(403, "application/json", "{\"error\":\"Forbidden\"}"));
            assertState(() -> insert(connection, "a"), SQLException.class, "42501");
            wire().once(Wire.status(404, "application/json", "{\"error\":\"Namespace `x` doesn't exist\"}"));
            assertState(() -> insert(connection, "a"), SQLException.class, "3D000");
            wire().once(Wire.status(413, "text/html", "<html>too large</html>"));
            assertState(() -> insert(connection, "a"), SQLNonTransientConnectionException.class, "08P01");
            wire().once(Wire.status(302, "text/html", "<html>log in first</html>"));
            assertState(() -> insert(connection, "a"), SQLNonTransientConnectionException.class, "08P01");
            wire().once(Wire.status(500, "text/plain", "Bearer s3cr3t-t0k3n?"));
            assertThat(text(failure(() -> insert(connection, "a")))).doesNotContain("s3cr3t");
            assertThat(connection.toString() + connection.getMetaData().getURL())
                    .doesNotContain("s3cr3t");
            assertThat(wire().requests().getFirst().headers()).containsEntry("authorization", "Bearer s3cr3t-t0k3n");
            connection.setAutoCommit(false);
            insert(connection, "b");
            wire().once(containing("INSERT"), Wire.status(403, "application/json", "{\"error\":\"Forbidden\"}"));
            assertState(() -> insert(connection, "c"), SQLException.class, "42501");
            assertState(connection::commit, SQLException.class, "25P02");
        }
        server().letWritersIn();
        assertThat(count()).isZero();
    }

    private static String text(Throwable problem) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            all.append(cause).append('\n');
        }
        return all.toString();
    }

    @Test
    void reportsConnectionFailuresAsNotSent() throws SQLException {
        LibsqlDataSource nowhere = new LibsqlDataSource("jdbc:libsql:http://127.0.0.1:1", (String) null);
        try (Connection connection = nowhere.getConnection()) {
            assertState(() -> insert(connection, "a"), SQLTransientConnectionException.class, "08001");
            assertThat(connection.isValid(1)).isFalse();
            connection.setAutoCommit(false);
            assertState(() -> insert(connection, "a"), SQLTransientConnectionException.class, "08001");
            connection.rollback();
        }
        LibsqlDataSource unknown = new LibsqlDataSource("jdbc:libsql:http://no-such-host.invalid", (String) null);
        try (Connection connection = unknown.getConnection()) {
            assertState(() -> one(connection), SQLTransientConnectionException.class, "08001");
        }
    }

    @Test
    void reportsAnUnsentCommitAsRolledBack() throws SQLException {
        Connection connection = connectToTable();
        connection.setAutoCommit(false);
        wire().once(Wire.lastOnItsConnection());
        insert(connection, "a");
        wire().close();
        assertState(connection::commit, SQLTransientConnectionException.class, "08006");
        connection.close();
    }

    @Test
    void followsAStreamToAnotherAddress() throws SQLException {
        try (Wire other = new Wire((request, hangUp) -> wire().pass(request, hangUp));
                Connection connection = connectToTable("authToken", "t0k3n")) {
            connection.setAutoCommit(false);
            wire().once(containing("INSERT"), Wire.changed(answer -> answer.put("base_url", other.url())));
            insert(connection, "a");
            insert(connection, "b");
            connection.commit();
            assertThat(wire().requests()).hasSize(1);
            assertThat(other.requests()).hasSize(2);
            assertThat(other.requests().getFirst().headers()).containsKey("authorization");
            wire().once(containing("INSERT"), Wire.changed(answer -> answer.put("base_url", "ftp://elsewhere/")));
            assertState(() -> insert(connection, "c"), SQLTransientConnectionException.class, "08006");
            connection.rollback();
            wire().once(
                            containing("INSERT"),
                            Wire.changed(
                                    answer -> answer.put("base_url", other.url().replace("127.0.0.1", "localhost"))));
            insert(connection, "d");
            other.forgetRequests();
            connection.commit();
            assertThat(other.requests()).hasSize(1);
            assertThat(other.requests().getFirst().headers()).doesNotContainKey("authorization");
        }
        assertThat(count()).isEqualTo(3);
    }

    // Cursors

    private static int readAll(Statement statement, int rows) throws SQLException {
        try (ResultSet result = statement.executeQuery(DriverContract.numbers(rows))) {
            int count = 0;
            while (result.next()) {
                count++;
            }
            return count;
        }
    }

    @Test
    void failsOnACursorThatBreaksOff() throws SQLException {
        LibsqlDataSource database = server().dataSource();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(10);
            for (boolean clean : List.of(true, false)) {
                for (int lines : List.of(2, 3, 12)) {
                    wire().once(Wire.Recorded::isCursor, Wire.cutCursor(lines, clean));
                    assertState(() -> readAll(statement, 20), SQLTransientConnectionException.class, "08006");
                }
                for (int lines : List.of(0, 1)) {
                    // Nothing was given yet, so the statement may be asked again.
                    wire().once(Wire.Recorded::isCursor, Wire.cutCursor(lines, clean));
                    assertThat(readAll(statement, 20)).isEqualTo(20);
                }
            }
            wire().once(Wire.Recorded::isCursor, Wire.cursorSays(5, "{\"type\":\"row\",\"row\":[{\"type\":\"inte"));
            assertState(() -> readAll(statement, 20), SQLTransientConnectionException.class, "08006");
            wire().once(Wire.Recorded::isCursor, Wire.cursorSays(5, "<html>"));
            assertState(() -> readAll(statement, 20), SQLTransientConnectionException.class, "08006");
        }
        assertThat(database.openStreams()).isZero();
    }

    @Test
    void reportsErrorsInsideACursor() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(10);
            String error = "\"error\":{\"message\":\"SQLite error: disk I/O error\",\"code\":\"SQLITE_IOERR\"}}";
            wire().once(Wire.Recorded::isCursor, Wire.cursorSays(5, "{\"type\":\"step_error\",\"step\":0," + error));
            assertState(() -> readAll(statement, 20), SQLException.class, "58030");
            wire().once(Wire.Recorded::isCursor, Wire.cursorSays(5, "{\"type\":\"error\"," + error));
            assertState(() -> readAll(statement, 20), SQLException.class, "58030");
            wire().once(Wire.Recorded::isCursor, Wire.cursorSays(1, "{\"type\":\"error\"," + error));
            assertState(() -> readAll(statement, 20), SQLException.class, "58030");
            wire().once(
                            Wire.Recorded::isCursor,
                            Wire.cursorSays(5, "{\"type\":\"from_the_future\",\"x\":[{}]}\n\n{\"type\":\"step_end\"}"));
            assertThat(readAll(statement, 20)).isEqualTo(3);
        }
    }

    @Test
    void readsWithoutACursorWhereThereIsNone() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(10);
            for (Wire.Fault fault : List.of(
                    Wire.html(502),
                    Wire.html(200),
                    Wire.html(404),
                    Wire.dropBefore(),
                    Wire.status(405, "text/plain", ""))) {
                wire().once(Wire.Recorded::isCursor, fault);
                assertThat(readAll(statement, 20)).isEqualTo(20);
            }
        }
    }

    // Time

    @Test
    void cancelsAStatementAtItsQueryTimeout() throws SQLException {
        try (Connection connection = connectToTable();
                Connection other = connect();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            long before = System.nanoTime();
            assertThatThrownBy(() -> statement.executeQuery(ENDLESS)).isInstanceOf(SQLTimeoutException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(4));
            connection.setAutoCommit(false);
            insert(connection, "a");
            assertThatThrownBy(() -> statement.executeQuery(ENDLESS)).isInstanceOf(SQLTimeoutException.class);
            insertPatiently(other);
            assertState(() -> insert(connection, "c"), SQLException.class, "25P02");
            connection.rollback();
            connection.setAutoCommit(true);
            assertState(
                    () -> statement.executeUpdate("INSERT INTO item (name) " + ENDLESS),
                    SQLNonTransientConnectionException.class,
                    "08007");
            insertPatiently(other);
        }
        assertThat(count()).isEqualTo(2);
    }

    /** The lock must be free at once; a moment is for the server to notice. */
    private static void insertPatiently(Connection other) {
        Await.until(() -> {
            try {
                insert(other, "other " + System.nanoTime());
                return true;
            } catch (SQLException e) {
                assertThat(e.getErrorCode()).isEqualTo(5);
                return false;
            }
        });
    }

    @Test
    void cancelsFromAnotherThread() throws Exception {
        try (Connection connection = connectToTable();
                Connection other = connect();
                Statement statement = connection.createStatement()) {
            assertState(() -> runAndCancel(statement), SQLException.class, "57014");
            connection.setAutoCommit(false);
            insert(connection, "a");
            assertState(() -> runAndCancel(statement), SQLException.class, "57014");
            insertPatiently(other);
            assertState(connection::commit, SQLException.class, "25P02");
            connection.rollback();
            assertThat(one(connection)).isOne();
            connection.commit();
            connection.setAutoCommit(true);
            statement.setFetchSize(10);
            ResultSet rows = statement.executeQuery(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n");
            assertThat(rows.next()).isTrue();
            statement.cancel();
            assertState(
                    () -> {
                        while (rows.next()) {
                            // What had arrived already.
                        }
                    },
                    SQLException.class,
                    "57014");
        }
        assertThat(count()).isOne();
    }

    private void runAndCancel(Statement statement) throws SQLException {
        int before = wire().requests().size();
        Thread canceller = Thread.ofVirtual().start(() -> {
            Await.until(() -> wire().requests().size() > before);
            try {
                statement.cancel();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        try (ResultSet rows = statement.executeQuery(ENDLESS)) {
            rows.next();
        } finally {
            join(canceller);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void timesOutWhenAnAnswerStalls() throws SQLException {
        try (Connection connection = connectToTable("networkTimeoutMillis", "700");
                Statement statement = connection.createStatement()) {
            for (Wire.Fault fault : List.of(wire().stalled(), wire().silent())) {
                wire().once(fault);
                assertState(
                        () -> insert(connection, "a" + System.nanoTime()),
                        SQLNonTransientConnectionException.class,
                        "08007");
                wire().once(fault);
                assertState(() -> one(connection), SQLTransientConnectionException.class, "08006");
            }
            statement.setFetchSize(10);
            wire().once(Wire.Recorded::isCursor, wire().stalledCursor(5));
            assertState(() -> readAll(statement, 20), SQLTransientConnectionException.class, "08006");
            wire().once(request -> request.startsStream() && request.shape().equals("close"), wire().silent());
            assertThat(connectionIsValid(connection)).isTrue();
        }
    }

    private static boolean connectionIsValid(Connection connection) throws SQLException {
        assertThat(connection.isValid(1)).isFalse();
        return connection.isValid(10);
    }

    // Many

    @Test
    void letsManyThreadsShareAServer() throws Exception {
        int before = server().openStreams();
        LibsqlDataSource database = server().dataSource();
        connectToTable().close();
        ConcurrentLinkedQueue<Throwable> problems = new ConcurrentLinkedQueue<>();
        inThreads(300, i -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeQuery("SELECT 'n" + i + "'").close();
            } catch (SQLException e) {
                problems.add(e);
            }
        });
        assertThat(problems).isEmpty();
        assertThat(server().openStreams()).isLessThanOrEqualTo(before);
    }

    @Test
    void queuesMoreWritersThanConcurrentRequests() throws Exception {
        connectToTable().close();
        LibsqlDataSource database = server().dataSource(LibsqlOptions.MAX_CONCURRENT_REQUESTS, "4");
        ConcurrentLinkedQueue<Throwable> problems = new ConcurrentLinkedQueue<>();
        inThreads(24, i -> {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                insert(connection, "writer " + i);
                one(connection);
                connection.commit();
            } catch (SQLException e) {
                problems.add(e);
            }
        });
        assertThat(problems).isEmpty();
        assertThat(count()).isEqualTo(24);
    }

    private static void inThreads(int count, IntConsumer action) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            threads.add(Thread.ofVirtual().start(() -> action.accept(number)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void endsTheTransactionOfAForgottenConnection() throws SQLException {
        int before = server().openStreams();
        LibsqlDataSource database = server().dataSource();
        connectToTable().close();
        forget(database);
        Await.until(() -> {
            System.gc();
            return database.openStreams() == 0 && server().openStreams() <= before;
        });
        assertThat(count()).isZero();
    }

    private void forget(LibsqlDataSource database) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        insert(connection, "forgotten");
        assertThat(database.openStreams()).isOne();
        Reference.reachabilityFence(connection);
    }

    @Test
    void keepsAnIdleTransactionAliveIfAsked() throws SQLException {
        try (Connection connection = connectToTable("keepAliveMillis", "200")) {
            connection.setAutoCommit(false);
            insert(connection, "a");
            Await.until(() -> wire().requests().size() >= 3);
            assertThat(wire().shapes().getLast()).isEmpty();
            connection.commit();
        }
        assertThat(count()).isOne();
    }
}
