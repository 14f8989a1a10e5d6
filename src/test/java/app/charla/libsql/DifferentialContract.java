package app.charla.libsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Differential test: every answer equals that of sqlite-jdbc. */
abstract class DifferentialContract {

    private static final int STATEMENTS = 400;

    abstract HranaServer server();

    @TempDir
    @Nullable
    Path directory;

    @Test
    void answersRandomStatementsAsSqliteJdbcDoes() throws SQLException {
        long seed = 20261122;
        try (Connection ours = server().dataSource().getConnection();
                Connection theirs =
                        DriverManager.getConnection("jdbc:sqlite:" + directory + "/x.db?foreign_keys=true")) {
            both(ours, theirs, "CREATE TABLE t (id INTEGER PRIMARY KEY, a, b TEXT UNIQUE, c REAL, d BLOB, e NUMERIC)");
            Statements random = new Statements(new Random(seed));
            for (int i = 0; i < STATEMENTS; i++) {
                if (i % 40 == 20) {
                    ours.setAutoCommit(false);
                    theirs.setAutoCommit(false);
                }
                if (i % 40 == 39) {
                    end(ours, i % 80 == 39);
                    end(theirs, i % 80 == 39);
                }
                random.next();
                assertThat(outcome(ours, random)).as(random.sql + random.args).isEqualTo(outcome(theirs, random));
            }
        }
    }

    private static void both(Connection ours, Connection theirs, String sql) throws SQLException {
        for (Connection connection : List.of(ours, theirs)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.execute();
            }
        }
    }

    private static void end(Connection connection, boolean commit) throws SQLException {
        if (commit) {
            connection.commit();
        } else {
            connection.rollback();
        }
        connection.setAutoCommit(true);
    }

    /** Rows, count or error, as text. */
    private static String outcome(Connection connection, Statements random) {
        try (PreparedStatement statement = connection.prepareStatement(random.sql)) {
            for (int i = 0; i < random.args.size(); i++) {
                statement.setObject(i + 1, random.args.get(i));
            }
            if (!statement.execute()) {
                return "count " + statement.getUpdateCount();
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows(rows);
            }
        } catch (SQLException e) {
            return "error " + (e.getErrorCode() & 0xff);
        }
    }

    private static String rows(ResultSet rows) throws SQLException {
        StringBuilder text = new StringBuilder();
        int columns = rows.getMetaData().getColumnCount();
        for (int i = 1; i <= columns; i++) {
            text.append(rows.getMetaData().getColumnLabel(i)).append('|');
        }
        while (rows.next()) {
            text.append('\n');
            for (int i = 1; i <= columns; i++) {
                text.append(value(rows.getObject(i))).append('|');
            }
        }
        return text.toString();
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case byte[] bytes -> "x" + HexFormat.of().formatHex(bytes);
            case Number number when !(number instanceof Double) -> "i" + number.longValue();
            default -> value.getClass().getSimpleName() + value;
        };
    }

    /** Makes statements up. */
    private static final class Statements {
        private static final List<String> COLUMNS = List.of("a", "b", "c", "d", "e");

        private final Random random;
        String sql = "";
        final List<@Nullable Object> args = new ArrayList<>();

        Statements(Random random) {
            this.random = random;
        }

        void next() {
            args.clear();
            sql = switch (random.nextInt(10)) {
                case 0, 1, 2 -> "INSERT INTO t (" + column() + ", b) VALUES (?, 'b' || ?)" + arg() + arg();
                case 3 ->
                    "INSERT OR IGNORE INTO t (id, " + column() + ") VALUES (abs(random() % 1) + ?, ?)" + small()
                            + arg();
                case 4 -> "UPDATE t SET " + column() + " = ? WHERE id % 7 = ?" + arg() + small();
                case 5 -> "DELETE FROM t WHERE id % 11 = ?" + small();
                case 6 ->
                    "SELECT *, typeof(a), typeof(c), typeof(e) FROM t WHERE " + column() + " >= ? ORDER BY id LIMIT 5"
                            + arg();
                case 7 ->
                    "SELECT count(*), max(id), sum(id), avg(c) AS mean, group_concat(b) FROM t WHERE id < ?" + small();
                case 8 -> "INSERT INTO t (" + column() + ") VALUES (?) RETURNING id, " + column() + arg();
                default -> "SELECT " + column() + ", nope, ? FROM t" + arg();
            };
            if (random.nextInt(15) == 0) {
                sql = "SELECT ? AS x, CAST(? AS TEXT), length(?), hex(?)";
                args.clear();
                String none = arg() + arg() + arg() + arg();
                sql += none;
            }
        }

        private String column() {
            return COLUMNS.get(random.nextInt(COLUMNS.size()));
        }

        private String small() {
            args.add(random.nextInt(12));
            return "";
        }

        private String arg() {
            args.add(
                    switch (random.nextInt(7)) {
                        case 0 -> null;
                        case 1 -> random.nextLong();
                        case 2 -> random.nextInt(100);
                        // Versions of SQLite write longer fractions differently.
                        case 3 -> random.nextInt(1_000_000) / 8.0;
                        case 4 -> "text 'ž' \"𝄞\" " + random.nextInt(50);
                        case 5 -> "" + random.nextInt(1000);
                        default -> bytes();
                    });
            return "";
        }

        private byte[] bytes() {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                // The server answers with an error to text that is no text, as a blob cast to it may be.
                bytes[i] &= 0x7f;
            }
            return bytes;
        }
    }
}
