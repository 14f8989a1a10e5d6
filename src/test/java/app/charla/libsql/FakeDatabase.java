package app.charla.libsql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Database of a stream of {@link FakeHrana}: a connection of sqlite-jdbc that speaks Hrana's JSON. */
final class FakeDatabase implements AutoCloseable {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final FakeHrana.Mode mode;
    private final LongSupplier maxAnswer;
    private final SQLiteConnection connection;

    /** @param maxAnswer characters of an answer's rows, after which no more are read */
    FakeDatabase(FakeHrana.Mode mode, String file, int busyMillis, LongSupplier maxAnswer) {
        this.mode = mode;
        this.maxAnswer = maxAnswer;
        try {
            String url = "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=OFF&busy_timeout=" + busyMillis
                    + "&foreign_keys=" + (mode == FakeHrana.Mode.SQLD);
            connection = (SQLiteConnection) DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An error result, as opposed to a request that is refused. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;

        Failure(String message, String code) {
            super(message);
            this.code = code;
        }

        ObjectNode json() {
            return JSON.objectNode().put("message", getMessage()).put("code", code);
        }

        boolean isParseError() {
            return code.equals("SQL_PARSE_ERROR");
        }
    }

    /** Gets columns, then rows, while they are read. */
    interface Sink {
        void columns(ArrayNode columns) throws SQLException;

        /** @return whether to go on */
        boolean row(ArrayNode row) throws SQLException;
    }

    ObjectNode execute(String sql, JsonNode stmt) throws Failure {
        ObjectNode result = JSON.objectNode();
        result.putArray("cols");
        ArrayNode rows = JSON.arrayNode();
        run(sql, stmt, new Sink() {
            private long length;

            @Override
            public void columns(ArrayNode columns) {
                result.set("cols", columns);
            }

            @Override
            public boolean row(ArrayNode row) {
                rows.add(row);
                length += row.toString().length();
                return length <= maxAnswer.getAsLong();
            }
        });
        result.set("rows", rows);
        counts(sql, result);
        return result;
    }

    void run(String sql, JsonNode stmt, Sink sink) throws Failure {
        requireOneStatement(sql);
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            bind(prepared, stmt);
            if (prepared.execute()) {
                try (ResultSet rows = prepared.getResultSet()) {
                    sink.columns(columns(rows.getMetaData()));
                    boolean more = true;
                    while (more && rows.next()) {
                        more = sink.row(row(rows));
                    }
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Fails if the text cannot even be parsed, whatever the schema is. */
    void parse(String sql) throws Failure {
        requireOneStatement(sql);
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            prepared.getParameterMetaData().getParameterCount();
        } catch (SQLException e) {
            Failure failure = failure(e);
            if (failure.isParseError()) {
                throw failure;
            }
        }
    }

    private static void requireOneStatement(String sql) throws Failure {
        int statements = SqlText.parse(sql).size();
        if (statements == 0) {
            throw new Failure("SQL string does not contain any statement", "SQL_NO_STATEMENT");
        }
        if (statements > 1) {
            throw new Failure("SQL string contains more than one statement", "SQL_MANY_STATEMENTS");
        }
    }

    private static void bind(PreparedStatement prepared, JsonNode stmt) throws SQLException, Failure {
        JsonNode args = stmt.path("args");
        int wanted = prepared.getParameterMetaData().getParameterCount();
        if (args.size() != wanted) {
            throw new Failure("Arguments do not match SQL parameters", "ARGS_INVALID");
        }
        for (int i = 0; i < wanted; i++) {
            JsonNode arg = args.get(i);
            switch (arg.path("type").asString()) {
                case "null" -> prepared.setNull(i + 1, 0);
                case "integer" ->
                    prepared.setLong(i + 1, Long.parseLong(arg.get("value").asString()));
                case "float" -> prepared.setDouble(i + 1, arg.get("value").asDouble());
                case "text" -> prepared.setString(i + 1, arg.get("value").asString());
                case "blob" ->
                    prepared.setBytes(
                            i + 1, Base64.getDecoder().decode(arg.get("base64").asString()));
                default -> throw new IllegalArgumentException("unknown type of value");
            }
        }
    }

    private static ArrayNode columns(ResultSetMetaData meta) throws SQLException {
        ArrayNode columns = JSON.arrayNode();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String declared = meta.getColumnTypeName(i);
            columns.addObject()
                    .put("name", meta.getColumnLabel(i))
                    .put("decltype", declared == null || declared.isEmpty() ? null : declared);
        }
        return columns;
    }

    private ArrayNode row(ResultSet rows) throws SQLException {
        ArrayNode row = JSON.arrayNode();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.add(value(rows.getObject(i)));
        }
        return row;
    }

    private ObjectNode value(@Nullable Object value) {
        ObjectNode json = JSON.objectNode();
        return switch (value) {
            case null -> json.put("type", "null");
            case Integer whole -> json.put("type", "integer").put("value", whole.toString());
            case Long whole -> json.put("type", "integer").put("value", whole.toString());
            case Double real
            when real.isInfinite() && mode == FakeHrana.Mode.SQLD ->
                json.put("type", "float").putNull("value");
            case Double real -> json.put("type", "float").put("value", real);
            case byte[] bytes -> json.put("type", "blob").put("base64", base64().encodeToString(bytes));
            default -> json.put("type", "text").put("value", value.toString());
        };
    }

    private Base64.Encoder base64() {
        return mode == FakeHrana.Mode.SQLD ? Base64.getEncoder().withoutPadding() : Base64.getEncoder();
    }

    private void counts(String sql, ObjectNode result) throws Failure {
        SqlText.Kind kind = SqlText.parse(sql).getFirst().kind();
        boolean inserts = kind == SqlText.Kind.INSERT;
        boolean changes = inserts || kind == SqlText.Kind.CHANGE;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT changes(), last_insert_rowid()")) {
            row.next();
            result.put("affected_row_count", changes ? row.getLong(1) : 0);
            boolean tellsRowid = inserts || mode == FakeHrana.Mode.SPEC;
            result.put("last_insert_rowid", tellsRowid ? row.getString(2) : null);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    ObjectNode describe(String sql) throws Failure {
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            ObjectNode result = JSON.objectNode();
            ArrayNode params = result.putArray("params");
            for (int i = 0; i < prepared.getParameterMetaData().getParameterCount(); i++) {
                params.addObject().putNull("name");
            }
            ResultSetMetaData meta = prepared.getMetaData();
            result.set("cols", meta == null ? JSON.arrayNode() : columns(meta));
            result.put("is_explain", sql.strip().regionMatches(true, 0, "EXPLAIN", 0, 7));
            return result.put("is_readonly", isReadOnly(sql));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private boolean isReadOnly(String sql) throws SQLException {
        boolean writes = false;
        try (Statement statement = connection.createStatement();
                ResultSet program = statement.executeQuery("EXPLAIN " + sql)) {
            while (program.next()) {
                writes |= program.getString("opcode").equals("Transaction") && program.getInt("p2") > 0;
            }
        }
        return !writes;
    }

    boolean isAutocommit() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("ROLLBACK");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    void rollback() {
        if (!isAutocommit()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ROLLBACK");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Stops what runs, from any thread. */
    void interrupt() {
        try {
            if (!connection.isClosed()) {
                connection.getDatabase().interrupt();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Failure failure(SQLException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        int open = message.lastIndexOf('(');
        String plain = open >= 0 && message.endsWith(")")
                ? message.substring(message.indexOf('(') + 1, message.length() - 1)
                : message;
        String code =
                e instanceof SQLiteException sqlite ? sqlite.getResultCode().name() : "SQLITE_ERROR";
        if (mode == FakeHrana.Mode.SPEC) {
            return new Failure("SQLite function returned error code (fake): " + plain, code);
        }
        if (code.equals("SQLITE_ERROR")) {
            return sqldError(plain);
        }
        return new Failure("SQLite error: " + plain, primary(code));
    }

    private static Failure sqldError(String message) {
        if (message.contains("syntax error")
                || message.contains("incomplete input")
                || message.contains("unrecognized")) {
            return new Failure("SQL string could not be parsed: " + message, "SQL_PARSE_ERROR");
        }
        if (message.contains("no such column") || message.contains("already exists")) {
            return new Failure("SQL input error: " + message + " (at offset 7)", "SQL_INPUT_ERROR");
        }
        return new Failure("SQLite error: " + message, "SQLITE_UNKNOWN");
    }

    private static String primary(String code) {
        int second = code.indexOf('_', "SQLITE_".length());
        return second < 0 ? code : code.substring(0, second);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection jdbc() {
        return connection;
    }
}
