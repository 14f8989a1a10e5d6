package app.charla.libsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.ref.Reference;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Contract of the driver on any server: results, transactions, errors, and the number of requests. */
abstract class DriverContract {

    static final String BEGIN_INSERT = "batch[BEGIN if always, INSERT if ok0] get_autocommit";
    static final String COMMIT = "batch[COMMIT if !ac] get_autocommit close";

    abstract HranaServer server();

    Connection connect(String... properties) throws SQLException {
        return server().dataSource(properties).getConnection();
    }

    /** Nothing is left behind; what is closed without waiting gets the time to arrive. */
    @AfterEach
    void leavesNoStreamOpen() {
        Await.until(() -> server().openStreams() == 0);
    }

    void createTable() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT UNIQUE, amount INTEGER)");
        }
        server().wire().forgetRequests();
    }

    List<String> names() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM item ORDER BY id")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    static void insert(Connection connection, String name) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO item (name) VALUES (?)")) {
            insert.setString(1, name);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    List<String> shapes() {
        return server().wire().shapes();
    }

    @Test
    void opensWithoutARequestAndSelectsWithOne() throws SQLException {
        LibsqlDataSource database = server().dataSource();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 AS one")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt("ONE")).isEqualTo(1);
            assertThat(rows.next()).isFalse();
        }
        assertThat(shapes()).containsExactly("execute close");
        assertThat(server().openStreams()).isZero();
        assertThat(database.openStreams()).isZero();
    }

    @Test
    void keepsValuesOfAllTypes() throws SQLException {
        byte[] bytes = {(byte) 0xfb, (byte) 0xff, (byte) 0xfe, 0, 1};
        UUID uuid = UUID.fromString("0197b3c2-1111-7222-8333-444455556666");
        Instant instant = Instant.parse("2026-11-22T19:40:09.114123Z");
        Object[] values = {
            Long.MIN_VALUE, Long.MAX_VALUE, 1.0, -0.5, "žš𝄞'\n\u0000\"/", bytes, new byte[0], null, true, uuid, instant
        };
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, typeof(?1), typeof(?3), typeof(?5),"
                                + " typeof(?6), typeof(?8), typeof(?9)")) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isEqualTo(Long.MIN_VALUE);
                assertThat(row.getObject(2)).isEqualTo(Long.MAX_VALUE);
                assertThat(row.getObject(3)).isEqualTo(1.0);
                assertThat(row.getDouble(4)).isEqualTo(-0.5);
                assertThat(row.getString(5)).isEqualTo(values[4]);
                assertThat(row.getBytes(6)).isEqualTo(bytes);
                assertThat(row.getBytes(7)).isEmpty();
                assertThat(row.getObject(8)).isNull();
                assertThat(row.wasNull()).isTrue();
                assertThat(row.getBoolean(9)).isTrue();
                assertThat(row.wasNull()).isFalse();
                assertThat(row.getObject(10, UUID.class)).isEqualTo(uuid);
                assertThat(row.getObject(11, Instant.class)).isEqualTo(instant);
                assertThat(row.getString(11)).isEqualTo("2026-11-22 19:40:09.114123");
                assertThat(row.getTimestamp(11)).isEqualTo(Timestamp.from(instant));
                List<String> kinds = new ArrayList<>();
                for (int i = 12; i <= 17; i++) {
                    kinds.add(row.getString(i));
                }
                assertThat(kinds).containsExactly("integer", "real", "text", "blob", "null", "integer");
            }
        }
        String sent = server().wire().requests().getFirst().text();
        assertThat(sent).contains("\"value\":\"-9223372036854775808\"").doesNotContain("\\/");
    }

    @Test
    void convertsWhatItReads() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 3000000000, 1.5, '12.50', 'true', 1700000000123,"
                        + " '2026-01-02T03:04:05.6Z', '2026-01-02', 9e999, x'41', '2026-01-02 03:04'")) {
            row.next();
            assertThatThrownBy(() -> row.getInt(1))
                    .isInstanceOf(SQLDataException.class)
                    .extracting("SQLState")
                    .isEqualTo("22003");
            assertThat(row.getBigDecimal(2)).isEqualTo(new BigDecimal("1.5"));
            assertThat(row.getInt(2)).isEqualTo(1);
            assertThat(row.getBigDecimal(3)).isEqualTo(new BigDecimal("12.50"));
            assertThat(row.getBoolean(4)).isTrue();
            assertThat(row.getTimestamp(5).toInstant()).isEqualTo(Instant.ofEpochMilli(1700000000123L));
            assertThat(row.getTimestamp(6).toInstant()).isEqualTo(Instant.parse("2026-01-02T03:04:05.6Z"));
            assertThat(row.getDate(7).toLocalDate()).isEqualTo(LocalDate.of(2026, 1, 2));
            assertThat(row.getObject(7, LocalDate.class)).isEqualTo(LocalDate.of(2026, 1, 2));
            assertThat(row.getString(9)).isEqualTo("A");
            assertThat(row.getObject(10, LocalDateTime.class)).isEqualTo(LocalDateTime.of(2026, 1, 2, 3, 4));
            assertThatThrownBy(() -> row.getLong(3 + 1)).isInstanceOf(SQLDataException.class);
            assertThatThrownBy(() -> row.getInt(99)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void refusesValuesThatCannotBeSent() throws SQLException {
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement("SELECT ?, ?")) {
            assertThatThrownBy(() -> select.setString(1, "half \ud834"))
                    .isInstanceOf(SQLDataException.class)
                    .extracting("SQLState")
                    .isEqualTo("22021");
            assertThatThrownBy(() -> select.setDouble(1, Double.NaN)).isInstanceOf(SQLDataException.class);
            select.setInt(1, 1);
            assertThatThrownBy(select::executeQuery).extracting("SQLState").isEqualTo("07001");
            assertThatThrownBy(() -> select.setInt(3, 1)).isInstanceOf(SQLException.class);
        }
        assertThat(shapes()).isEmpty();
    }

    @Test
    void givesGeneratedKeysAndReturnedRows() throws SQLException {
        createTable();
        try (Connection connection = connect()) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO item (name) VALUES ('a')", Statement.RETURN_GENERATED_KEYS)) {
                assertThat(insert.executeUpdate()).isEqualTo(1);
                ResultSet keys = insert.getGeneratedKeys();
                assertThat(keys.next()).isTrue();
                assertThat(keys.getLong(1)).isEqualTo(1);
                assertThat(keys.next()).isFalse();
            }
            assertThat(shapes()).containsExactly("execute close");
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("INSERT INTO item (name) VALUES ('b') RETURNING id, name")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString("name")).isEqualTo("b");
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO item (name) VALUES ('c') -- comment", new String[] {"id", "name"})) {
                assertThat(insert.executeUpdate()).isEqualTo(1);
                ResultSet keys = insert.getGeneratedKeys();
                assertThat(keys.next()).isTrue();
                assertThat(keys.getString("name")).isEqualTo("c");
                assertThat(keys.getLong("id")).isEqualTo(3);
            }
            try (PreparedStatement ignored = connection.prepareStatement(
                    "INSERT OR IGNORE INTO item (name) VALUES ('a')", Statement.RETURN_GENERATED_KEYS)) {
                assertThat(ignored.executeUpdate()).isZero();
                assertThat(ignored.getGeneratedKeys().next()).isFalse();
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select last_insert_rowid()")) {
                row.next();
                assertThat(row.getLong(1)).isEqualTo(3);
            }
        }
        assertThat(names()).containsExactly("a", "b", "c");
    }

    @Test
    void givesNoGeneratedKeysOfTablesWithoutRowids() throws SQLException {
        createTable();
        try (Connection connection = connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE \"no id\" (a TEXT PRIMARY KEY) WITHOUT ROWID");
            }
            for (boolean autoCommit : new boolean[] {true, false}) {
                connection.setAutoCommit(autoCommit);
                String key = String.valueOf(autoCommit);
                assertThat(keys(connection, "INSERT INTO item (id, name) VALUES (NULL, '" + key + "')"))
                        .hasSize(1);
                assertThat(keys(connection, "INSERT OR ABORT INTO \"no id\" VALUES ('" + key + "')"))
                        .isEmpty();
                assertThat(keys(connection, "replace into item (name) VALUES ('" + key + "')"))
                        .hasSize(1);
                assertThat(keysOfBatch(connection, key + " batch")).isEmpty();
            }
            connection.commit();
        }
    }

    private static List<Long> keys(Connection connection, String sql) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            assertThat(insert.executeUpdate()).isEqualTo(1);
            return longs(insert.getGeneratedKeys());
        }
    }

    private static List<Long> keysOfBatch(Connection connection, String key) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO \"no id\" VALUES (?)", Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < 2; i++) {
                insert.setString(1, key + i);
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).containsExactly(1, 1);
            return longs(insert.getGeneratedKeys());
        }
    }

    private static List<Long> longs(ResultSet rows) throws SQLException {
        List<Long> found = new ArrayList<>();
        while (rows.next()) {
            found.add(rows.getLong(1));
        }
        return found;
    }

    @Test
    void commitsATransactionInTwoRoundTrips() throws SQLException {
        createTable();
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            insert(connection, "a");
            assertThat(shapes()).containsExactly(BEGIN_INSERT);
            assertThat(names()).isEmpty();
            server().wire().forgetRequests();
            connection.commit();
            assertThat(shapes()).containsExactly(COMMIT);
        }
        assertThat(shapes()).hasSize(1);
        assertThat(names()).containsExactly("a");
        assertThat(server().openStreams()).isZero();
    }

    @Test
    void guardsEveryStatementOfATransaction() throws SQLException {
        createTable();
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            insert(connection, "a");
            insert(connection, "b");
            connection.rollback();
            assertThat(shapes()).containsExactly(BEGIN_INSERT, "batch[INSERT if !ac] get_autocommit", "close");
        }
    }

    @Test
    void rollsBackInEveryWay() throws SQLException {
        createTable();
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            insert(connection, "rolled back");
            connection.rollback();
            assertThat(names()).isEmpty();
            try (Connection dropped = connect()) {
                dropped.setAutoCommit(false);
                insert(dropped, "closed");
            }
            assertThat(names()).isEmpty();
            insert(connection, "committed");
            connection.setAutoCommit(true);
            assertThat(names()).containsExactly("committed");
            server().wire().forgetRequests();
            connection.setAutoCommit(false);
            connection.commit();
            connection.rollback();
            assertThat(shapes()).isEmpty();
        }
    }

    @Test
    void keepsATransactionAfterAFailedStatement() throws SQLException {
        createTable();
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            insert(connection, "a");
            assertThatThrownBy(() -> insert(connection, "a"))
                    .isInstanceOfSatisfying(SQLIntegrityConstraintViolationException.class, e -> {
                        assertThat(e.getSQLState()).isEqualTo("23505");
                        assertThat(e.getErrorCode()).isEqualTo(19);
                        assertThat((Throwable) e).hasMessageContaining("UNIQUE constraint failed: item.name");
                    });
            connection.commit();
        }
        assertThat(names()).containsExactly("a");
    }

    @Test
    void failsATransactionThatTheStatementItselfEnded() throws SQLException {
        createTable();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            insert(connection, "a");
            assertThatThrownBy(() -> statement.execute("INSERT OR ROLLBACK INTO item (name) VALUES ('a')"))
                    .extracting("SQLState")
                    .isEqualTo("23505");
            server().wire().forgetRequests();
            assertThatThrownBy(() -> insert(connection, "b"))
                    .extracting("SQLState")
                    .isEqualTo("25P02");
            assertThatThrownBy(connection::commit).extracting("SQLState").isEqualTo("25P02");
            assertThat(shapes()).doesNotContain(COMMIT);
            connection.rollback();
            insert(connection, "c");
            connection.commit();
        }
        assertThat(names()).containsExactly("c");
    }

    @Test
    void startsNoTransactionWithAStatementThatCannotBeParsed() throws SQLException {
        createTable();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> statement.execute("SELEC 1")).isInstanceOf(SQLSyntaxErrorException.class);
            insert(connection, "a");
            assertThatThrownBy(() -> statement.execute("SELEC 1")).isInstanceOf(SQLSyntaxErrorException.class);
            insert(connection, "b");
            connection.commit();
        }
        assertThat(names()).containsExactly("a", "b");
        assertThat(server().openStreams()).isZero();
    }

    @Test
    void mapsErrorsToClassesAndStates() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = ON; CREATE TABLE t (id INTEGER PRIMARY KEY, u TEXT UNIQUE,"
                    + " n TEXT NOT NULL DEFAULT 'x', c INTEGER CHECK (c > 0), f INTEGER REFERENCES t (id));"
                    + " INSERT INTO t (id, u) VALUES (1, 'a')");
        }
        try (Connection connection = connect("initSql", "PRAGMA foreign_keys = ON")) {
            assertError(connection, "SELEC 1", SQLSyntaxErrorException.class, "42000", 1);
            assertError(connection, "SELECT * FROM nope", SQLSyntaxErrorException.class, "42S02", 1);
            assertError(connection, "SELECT nope FROM t", SQLSyntaxErrorException.class, "42S22", 1);
            assertError(connection, "INSERT INTO t (nope) VALUES (1)", SQLSyntaxErrorException.class, "42S22", 1);
            Class<? extends SQLException> constraint = SQLIntegrityConstraintViolationException.class;
            assertError(connection, "INSERT INTO t (u) VALUES ('a')", constraint, "23505", 19);
            assertError(connection, "INSERT INTO t (id) VALUES (1)", constraint, "23505", 19);
            assertError(connection, "INSERT INTO t (n) VALUES (NULL)", constraint, "23502", 19);
            assertError(connection, "INSERT INTO t (f) VALUES (99)", constraint, "23503", 19);
            assertError(connection, "INSERT INTO t (c) VALUES (0)", constraint, "23514", 19);
            assertError(connection, "INSERT INTO t (id) VALUES ('abc')", SQLDataException.class, "22018", 20);
            assertError(connection, "SELECT zeroblob(2000000000)", SQLDataException.class, "22001", 18);
            assertError(connection, "SELECT ?1", SQLSyntaxErrorException.class, "07001", 1);
            assertError(connection, " -- nothing", SQLSyntaxErrorException.class, "42000", 1);
        }
    }

    private static void assertError(
            Connection connection, String sql, Class<? extends SQLException> type, String state, int code)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            SQLException e = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
            assertThat((Throwable) e).as(sql).isInstanceOf(type);
            assertThat(e.getSQLState()).as(sql).isEqualTo(state);
            assertThat(e.getErrorCode()).as(sql).isEqualTo(code);
        }
    }

    @Test
    void sendsABatchAtOnce() throws SQLException {
        createTable();
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            assertThat(insertMany(connection, 100)).containsOnly(1).hasSize(100);
            assertThat(server().wire().requests()).hasSize(1);
            connection.commit();
            assertThat(server().wire().requests()).hasSize(2);
        }
        assertThat(names()).hasSize(100);
        server().wire().forgetRequests();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM item");
            server().wire().forgetRequests();
            assertThat(insertMany(connection, 100)).containsOnly(1);
            assertThat(server().wire().requests()).hasSize(1);
            server().wire().forgetRequests();
            statement.addBatch("UPDATE item SET amount = 1");
            statement.addBatch("DELETE FROM item WHERE id > 50");
            assertThat(statement.executeBatch()).containsExactly(100, 50);
            assertThat(statement.executeBatch()).isEmpty();
            assertThat(server().wire().requests()).hasSize(1);
        }
    }

    @Test
    void insertsAHundredRowsInTwoRoundTrips() throws SQLException {
        createTable();
        server().wire().delayBy(50);
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            long before = System.nanoTime();
            insertMany(connection, 100);
            connection.commit();
            // One by one they would take five seconds.
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isBetween(Duration.ofMillis(100), Duration.ofSeconds(2));
        }
    }

    private static int[] insertMany(Connection connection, int count) throws SQLException {
        // Long enough that the text is sent once and then referred to.
        String sql = "INSERT INTO item (name, amount) VALUES (?, ?) /*" + "x".repeat(200) + "*/";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < count; i++) {
                insert.setString(1, "name " + i);
                insert.setInt(2, i);
                insert.addBatch();
            }
            return insert.executeBatch();
        }
    }

    @Test
    void sendsALargeBatchInChunksThatAreOneTransaction() throws SQLException {
        createTable();
        try (Connection connection = connect()) {
            assertThat(insertMany(connection, 2500)).hasSize(2500);
            assertThat(server().wire().requests()).hasSize(3);
            assertThatThrownBy(() -> insertMany(connection, 2500)).isInstanceOf(BatchUpdateException.class);
        }
        assertThat(names()).hasSize(2500);
        assertThat(server().openStreams()).isZero();
    }

    @Test
    void stopsABatchAtItsFirstFailure() throws SQLException {
        createTable();
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            BatchUpdateException e = catchThrowableOfType(BatchUpdateException.class, () -> failAtFourth(connection));
            assertThat(e.getUpdateCounts()).containsExactly(1, 1, 1);
            assertThat(e.getSQLState()).isEqualTo("23505");
            assertThat((Throwable) e.getNextException()).isInstanceOf(SQLIntegrityConstraintViolationException.class);
            connection.commit();
        }
        assertThat(names()).containsExactly("a", "b", "c");
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM item");
            server().wire().forgetRequests();
            BatchUpdateException e = catchThrowableOfType(BatchUpdateException.class, () -> failAtFourth(connection));
            assertThat(server().wire().requests()).hasSize(1);
            assertThat(e.getUpdateCounts()).hasSize(6).containsOnly(Statement.EXECUTE_FAILED);
        }
        assertThat(names()).isEmpty();
        assertThat(server().openStreams()).isZero();
    }

    private static void failAtFourth(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO item (name) VALUES (?)")) {
            for (String name : List.of("a", "b", "c", "a", "d", "e")) {
                insert.setString(1, name);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Test
    void returnsToSavepoints() throws SQLException {
        createTable();
        try (Connection connection = connect()) {
            assertThatThrownBy(connection::setSavepoint).extracting("SQLState").isEqualTo("3B001");
            connection.setAutoCommit(false);
            insert(connection, "outer");
            Savepoint first = connection.setSavepoint("it's \"one\"");
            insert(connection, "inner");
            Savepoint second = connection.setSavepoint();
            connection.rollback(first);
            assertThatThrownBy(() -> connection.releaseSavepoint(second))
                    .extracting("SQLState")
                    .isEqualTo("3B001");
            connection.releaseSavepoint(first);
            assertThatThrownBy(() -> connection.rollback(first))
                    .extracting("SQLState")
                    .isEqualTo("3B001");
            connection.commit();
        }
        assertThat(names()).containsExactly("outer");
    }

    @Test
    void runsScriptsOfSeveralStatements() throws SQLException {
        createTable();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute("INSERT INTO item (name) VALUES ('a;b'); SELECT name FROM item; -- end\n"
                            + "CREATE TRIGGER more AFTER INSERT ON item BEGIN UPDATE item SET amount = CASE WHEN 1 THEN 2"
                            + " END; DELETE FROM item WHERE 0; END; INSERT INTO item (name) VALUES ('c')"))
                    .isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(1);
            assertThat(statement.getMoreResults()).isTrue();
            try (ResultSet rows = statement.getResultSet()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("a;b");
            }
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(statement.getUpdateCount()).isZero();
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(1);
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(-1);
            assertThat(shapes()).hasSize(1);
        }
    }

    @Test
    void leavesTransactionsToTheConnection() throws SQLException {
        createTable();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT x", "SELECT 1; BEGIN")) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .extracting("SQLState")
                        .isEqualTo("25000");
            }
            assertThat(shapes()).isEmpty();
            connection.setAutoCommit(false);
            insert(connection, "a");
            statement.execute("ROLLBACK");
            insert(connection, "b");
            statement.execute("COMMIT");
        }
        assertThat(names()).containsExactly("b");
    }

    @Test
    void readsInAReadOnlyTransactionAndCommitsWithoutWaiting() throws SQLException {
        createTable();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            for (int i = 0; i < 3; i++) {
                try (ResultSet row = statement.executeQuery("SELECT count(*) FROM item")) {
                    assertThat(row.next()).isTrue();
                }
            }
            assertThat(shapes())
                    .containsExactly(
                            "batch[BEGIN if always, SELECT if ok0] get_autocommit",
                            "batch[SELECT if !ac] get_autocommit",
                            "batch[SELECT if !ac] get_autocommit");
            assertThat(server().wire().requests().getFirst().text()).contains("BEGIN DEFERRED");
            connection.commit();
            insert(connection, "written all the same");
            connection.commit();
        }
        assertThat(names()).hasSize(1);
        Await.until(() -> server().openStreams() == 0);
    }

    @Test
    void streamsRowsWithAFetchSize() throws SQLException {
        LibsqlDataSource database = server().dataSource();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(500);
            long before = usedHeap();
            long sum = 0;
            try (ResultSet rows = statement.executeQuery(numbers(300_000))) {
                while (rows.next()) {
                    sum += rows.getLong(1);
                    if (rows.getRow() % 100_000 == 0) {
                        assertThat(usedHeap() - before).isLessThan(64L << 20);
                    }
                }
            }
            assertThat(sum).isEqualTo(300_000L * 300_001 / 2);
            try (ResultSet rows = statement.executeQuery(numbers(300_000))) {
                for (int i = 0; i < 10; i++) {
                    assertThat(rows.next()).isTrue();
                }
            }
            Await.until(() -> server().openStreams() == 0);
            assertThat(database.openStreams()).isZero();
            assertThat(shapes()).filteredOn(shape -> shape.startsWith("cursor")).hasSize(2);
            statement.setMaxRows(3);
            try (ResultSet rows = statement.executeQuery(numbers(300_000))) {
                assertThat(IntStream.range(0, 3).allMatch(i -> next(rows))).isTrue();
                assertThat(rows.next()).isFalse();
            }
        }
    }

    private static boolean next(ResultSet rows) {
        try {
            return rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String numbers(int count) {
        return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + count
                + ") SELECT i, 'some text to fill the row with ' || i FROM n";
    }

    private static long usedHeap() {
        Runtime.getRuntime().gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void readsByCursorWhatIsTooLargeForOneAnswer() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(numbers(200_000))) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            assertThat(count).isEqualTo(200_000);
            assertThat(shapes()).contains("execute close", "cursor[WITH if always]");
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> statement.executeQuery(numbers(200_000)))
                    .extracting("SQLState")
                    .isEqualTo("54000");
        }
    }

    @Test
    void endsACursorThatNobodyCloses() throws SQLException {
        LibsqlDataSource database = server().dataSource();
        forgetCursor(database);
        Await.until(() -> {
            System.gc();
            return database.openStreams() == 0 && server().openStreams() == 0;
        });
    }

    private static void forgetCursor(LibsqlDataSource database) throws SQLException {
        Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        statement.setFetchSize(10);
        ResultSet rows = statement.executeQuery(numbers(1_000_000));
        assertThat(rows.next()).isTrue();
        assertThat(database.openStreams()).isOne();
        Reference.reachabilityFence(rows);
        Reference.reachabilityFence(connection);
    }

    @Test
    void reportsErrorsOfStreamedStatements() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(10);
            assertThatThrownBy(() -> statement.executeQuery("SELECT FROM WHERE"))
                    .isInstanceOf(SQLSyntaxErrorException.class);
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM nope"))
                    .extracting("SQLState")
                    .isEqualTo("42S02");
            ResultSet rows =
                    statement.executeQuery("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9)"
                            + " SELECT i, CASE i WHEN 5 THEN abs(-9223372036854775807 - 1) ELSE i END FROM n");
            assertThatThrownBy(() -> {
                        while (rows.next()) {
                            assertThat(rows.getInt(1)).isLessThan(5);
                        }
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("integer overflow");
        }
        Await.until(() -> server().openStreams() == 0);
    }

    @Test
    void streamsInsideAReadOnlyTransactionOnly() throws SQLException {
        createTable();
        try (Connection connection = connect();
                Statement first = connection.createStatement();
                Statement second = connection.createStatement()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            first.setFetchSize(10);
            try (ResultSet rows = first.executeQuery(numbers(1000))) {
                assertThat(rows.next()).isTrue();
                try (ResultSet row = second.executeQuery("SELECT count(*) FROM item")) {
                    assertThat(row.next()).isTrue();
                }
                int count = 1;
                while (rows.next()) {
                    count++;
                }
                assertThat(count).isEqualTo(1000);
            }
            assertThatThrownBy(() -> first.executeQuery("SELECT FROM WHERE"))
                    .isInstanceOf(SQLSyntaxErrorException.class);
            try (ResultSet row = second.executeQuery("SELECT 1")) {
                assertThat(row.next()).isTrue();
            }
            connection.commit();
            assertThat(shapes()).filteredOn(shape -> shape.startsWith("cursor")).hasSize(1);
            connection.setReadOnly(false);
            server().wire().forgetRequests();
            try (ResultSet rows = first.executeQuery(numbers(100))) {
                assertThat(rows.next()).isTrue();
            }
            connection.rollback();
            assertThat(shapes()).noneMatch(shape -> shape.startsWith("cursor"));
        }
        Await.until(() -> server().openStreams() == 0);
    }

    @Test
    void defersBatchesToTheCommit() throws SQLException {
        createTable();
        try (Connection connection = connect("deferredBatches", "true")) {
            connection.setAutoCommit(false);
            assertThat(insertMany(connection, 3)).containsOnly(Statement.SUCCESS_NO_INFO);
            try (PreparedStatement update = connection.prepareStatement("UPDATE item SET amount = ? WHERE name = ?")) {
                update.setInt(1, 42);
                update.setString(2, "name 1");
                update.addBatch();
                update.executeBatch();
            }
            assertThat(shapes()).isEmpty();
            connection.commit();
            assertThat(shapes()).hasSize(1);
            assertThat(names()).hasSize(3);
            insertNow(connection, "dropped");
            server().wire().forgetRequests();
            connection.rollback();
            assertThat(shapes()).isEmpty();
            insertNow(connection, "seen");
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM item")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(4);
            }
            connection.commit();
            assertThat(shapes())
                    .containsExactly("batch[BEGIN if always, INSERT if ok0, SELECT if ok1&!ac] get_autocommit", COMMIT);
        }
    }

    static void insertNow(Connection connection, String name) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO item (name) VALUES (?)")) {
            insert.setString(1, name);
            insert.addBatch();
            insert.executeBatch();
        }
    }

    @Test
    void losesTheWholeTransactionWithADeferredBatch() throws SQLException {
        createTable();
        try (Connection connection = connect("deferredBatches", "true")) {
            connection.setAutoCommit(false);
            insertNow(connection, "a");
            insertNow(connection, "a");
            insertNow(connection, "b");
            BatchUpdateException e = catchThrowableOfType(BatchUpdateException.class, connection::commit);
            assertThat(e.getSQLState()).isEqualTo("23505");
            assertThat(e.getUpdateCounts()).containsExactly(Statement.SUCCESS_NO_INFO);
            assertThat((Throwable) e).hasCauseInstanceOf(SQLIntegrityConstraintViolationException.class);
            assertThat(names()).isEmpty();
            connection.rollback();
            insertNow(connection, "c");
            insertNow(connection, "c");
            assertThatThrownBy(() -> insert(connection, "d")).isInstanceOf(BatchUpdateException.class);
            assertThatThrownBy(connection::commit).extracting("SQLState").isEqualTo("25P02");
            connection.rollback();
            insertNow(connection, "e");
            connection.commit();
        }
        assertThat(names()).containsExactly("e");
        Await.until(() -> server().openStreams() == 0);
    }

    @Test
    void readsMetadataInFewRequests() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL);"
                    + " CREATE TABLE child (a BIGINT, b NUMERIC(10, 2) DEFAULT 7, c, parent_id INTEGER REFERENCES parent,"
                    + " PRIMARY KEY (b, a)); CREATE UNIQUE INDEX child_c ON child (c DESC);"
                    + " CREATE VIEW seen AS SELECT name FROM parent");
            server().wire().forgetRequests();
            DatabaseMetaData meta = connection.getMetaData();
            assertThat(meta.getDatabaseProductName()).isEqualTo("SQLite");
            assertThat(meta.getDatabaseMajorVersion()).isEqualTo(3);
            assertThat(meta.getDatabaseProductVersion()).matches("3\\.\\d+\\.\\d+");
            assertThat(meta.getURL()).startsWith("jdbc:libsql:http").doesNotContain("?");
            assertThat(meta.supportsBatchUpdates()).isTrue();
            assertThat(shapes()).isEmpty();
            assertThat(column(meta.getTables(null, null, "%", new String[] {"TABLE", "VIEW"}), "TABLE_NAME"))
                    .containsExactly("child", "parent", "seen");
            ResultSet columns = meta.getColumns(null, null, null, "%");
            assertThat(column(columns, "TABLE_NAME"))
                    .containsExactly("child", "child", "child", "child", "parent", "parent", "seen");
            assertThat(shapes()).hasSize(2);
            ResultSet b = meta.getColumns(null, null, "child", "b");
            assertThat(b.next()).isTrue();
            assertThat(b.getInt("DATA_TYPE")).isEqualTo(Types.NUMERIC);
            assertThat(b.getInt("COLUMN_SIZE")).isEqualTo(10);
            assertThat(b.getInt("DECIMAL_DIGITS")).isEqualTo(2);
            assertThat(b.getString("COLUMN_DEF")).isEqualTo("7");
            ResultSet c = meta.getColumns(null, null, "child", "c");
            assertThat(c.next()).isTrue();
            assertThat(c.getString("TYPE_NAME")).isNotEmpty();
            ResultSet id = meta.getColumns(null, null, "parent", "id");
            assertThat(id.next()).isTrue();
            assertThat(id.getInt("DATA_TYPE")).isEqualTo(Types.BIGINT);
            assertThat(column(meta.getPrimaryKeys(null, null, "child"), "COLUMN_NAME"))
                    .containsExactly("a", "b");
            assertThat(column(meta.getIndexInfo("", "", "child", true, true), "INDEX_NAME"))
                    .contains("child_c");
            ResultSet keys = meta.getImportedKeys(null, null, "child");
            assertThat(keys.next()).isTrue();
            assertThat(keys.getString("PKCOLUMN_NAME")).isEqualTo("id");
            assertThat(keys.getString("FKCOLUMN_NAME")).isEqualTo("parent_id");
        }
    }

    private static List<String> column(ResultSet rows, String name) throws SQLException {
        List<String> values = new ArrayList<>();
        while (rows.next()) {
            values.add(rows.getString(name));
        }
        return values;
    }

    @Test
    void derivesTheTypeOfAnExpressionFromItsValue() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*), 1.5, 'x', x'01', NULL")) {
            ResultSetMetaData columns = rows.getMetaData();
            assertThat(columns.getColumnType(1)).isEqualTo(Types.BIGINT);
            assertThat(columns.getColumnType(2)).isIn(Types.FLOAT, Types.DOUBLE);
            assertThat(columns.getColumnType(3)).isEqualTo(Types.VARCHAR);
            assertThat(columns.getColumnType(4)).isEqualTo(Types.BLOB);
            assertThat(columns.getColumnTypeName(5)).isNotEmpty();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong(1)).isEqualTo(1);
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void describesAPreparedStatementOnceWhenAsked() throws SQLException {
        createTable();
        LibsqlDataSource database = server().dataSource();
        try (Connection connection = database.getConnection()) {
            for (int i = 0; i < 2; i++) {
                try (PreparedStatement select = connection.prepareStatement("SELECT id, name FROM item WHERE id = ?")) {
                    assertThat(select.getParameterMetaData().getParameterCount())
                            .isEqualTo(1);
                    assertThat(select.getMetaData().getColumnCount()).isEqualTo(2);
                    assertThat(select.getMetaData().getColumnTypeName(2)).isEqualTo("TEXT");
                }
            }
            assertThat(shapes()).containsExactly("describe close");
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE item ADD COLUMN more TEXT");
            }
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM item")) {
                assertThat(select.getMetaData().getColumnCount()).isEqualTo(4);
            }
        }
    }

    @Test
    void runsInitialStatementsOnEveryStream() throws SQLException {
        createTable();
        for (String wanted : List.of("1", "0")) {
            try (Connection connection = connect("initSql", "PRAGMA foreign_keys = " + wanted);
                    Statement statement = connection.createStatement()) {
                for (boolean autoCommit : List.of(true, false)) {
                    connection.setAutoCommit(autoCommit);
                    try (ResultSet row = statement.executeQuery("PRAGMA foreign_keys")) {
                        row.next();
                        assertThat(row.getString(1)).isEqualTo(wanted);
                    }
                }
            }
        }
        assertThat(shapes().getFirst()).isEqualTo("batch[PRAGMA if always, PRAGMA if ok0] close");
    }

    @Test
    void checksValidityWithoutTouchingTheDatabase() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(shapes()).containsExactly("close");
            statement.execute("SELECT 1");
            assertThat(connection.isValid(1)).isTrue();
            assertThat(shapes()).hasSize(2);
            connection.close();
            assertThat(connection.isValid(1)).isFalse();
        }
    }

    @Test
    void classifiesStatementsBeforeSendingThem() throws SQLException {
        createTable();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("INSERT INTO item (name) VALUES ('a')"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.executeUpdate("SELECT 1")).isInstanceOf(SQLException.class);
            assertThat(shapes()).isEmpty();
            assertThat(statement.executeUpdate("CREATE TABLE other (id INTEGER)"))
                    .isZero();
            assertThat(statement.executeUpdate("PRAGMA foreign_keys = ON")).isZero();
        }
    }

    @Test
    void storesTextOfAnyScript() throws SQLException {
        createTable();
        String text = new String(new byte[] {'a', 0, '\t', '\\', '"', 0x1f}, StandardCharsets.UTF_8) + "日本語 🎉 \u2028";
        try (Connection connection = connect()) {
            insert(connection, text);
        }
        assertThat(names()).containsExactly(text);
        assertThat(Arrays.asList(text)).isEqualTo(names());
    }
}
