package app.charla.libsql;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One stream of {@link FakeHrana}: its database connection, its stored texts, its place in the row of batons. */
final class FakeStream {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final FakeHrana.Mode mode;
    private final Map<Integer, String> texts = new HashMap<>();
    private final ReentrantLock working = new ReentrantLock();
    final long id;
    final FakeDatabase database;
    long sequence;
    Instant lastUsed;
    volatile boolean closed;
    private volatile boolean robbed;
    private boolean ended;

    FakeStream(long id, FakeHrana.Mode mode, FakeDatabase database, Instant now) {
        this.id = id;
        this.mode = mode;
        this.database = database;
        this.lastUsed = now;
    }

    /** The request breaks the protocol: HTTP 400 on sqld, and the stream is gone. */
    static final class Misuse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misuse(String message) {
            super(message);
        }
    }

    /** Rolls back behind the client's back, as sqld does when somebody else waits for the lock. */
    void stealLock() {
        working.lock();
        try {
            database.rollback();
            robbed = true;
        } finally {
            working.unlock();
        }
    }

    void end() {
        closed = true;
        database.interrupt();
        working.lock();
        try {
            if (!ended) {
                ended = true;
                database.rollback();
                database.close();
            }
        } finally {
            working.unlock();
        }
    }

    ArrayNode pipeline(JsonNode requests) {
        if (requests.isEmpty()) {
            // Answered even while a cursor is running.
            return JSON.arrayNode();
        }
        working.lock();
        try {
            ArrayNode results = JSON.arrayNode();
            for (JsonNode request : requests) {
                results.add(result(request));
            }
            return results;
        } finally {
            working.unlock();
        }
    }

    private ObjectNode result(JsonNode request) {
        String type = request.path("type").asString();
        if (closed && !type.equals("close")) {
            throw new Misuse("The stream is closed");
        }
        try {
            ObjectNode result = JSON.objectNode().put("type", "ok");
            result.set("response", response(type, request).put("type", type));
            return result;
        } catch (FakeDatabase.Failure e) {
            ObjectNode result = JSON.objectNode().put("type", "error");
            result.set("error", e.json());
            return result;
        }
    }

    private ObjectNode response(String type, JsonNode request) throws FakeDatabase.Failure {
        ObjectNode response = JSON.objectNode();
        switch (type) {
            case "execute" -> response.set("result", execute(request.get("stmt")));
            case "batch" -> response.set("result", batch(request.path("batch").path("steps")));
            case "describe" -> response.set("result", database.describe(sql(request)));
            case "sequence" -> sequence(sql(request));
            case "store_sql" -> store(request);
            case "close_sql" -> texts.remove(request.get("sql_id").asInt());
            case "get_autocommit" -> response.put("is_autocommit", database.isAutocommit());
            case "close" -> closed = true;
            default -> throw new Misuse("unknown variant `" + type + "`");
        }
        return response;
    }

    private void store(JsonNode request) throws FakeDatabase.Failure {
        if (texts.size() >= 50) {
            throw new FakeDatabase.Failure("Too many SQL texts", "SQL_STORE_TOO_MANY");
        }
        if (texts.putIfAbsent(request.get("sql_id").asInt(), request.get("sql").asString()) != null) {
            throw new Misuse("SQL text id is in use");
        }
    }

    private String sql(JsonNode stmt) {
        if (stmt.hasNonNull("sql")) {
            return stmt.get("sql").asString();
        }
        String text = texts.get(stmt.path("sql_id").asInt());
        if (text == null) {
            throw new Misuse("SQL text id is not known");
        }
        return text;
    }

    private ObjectNode execute(JsonNode stmt) throws FakeDatabase.Failure {
        requireNotRobbed();
        return database.execute(sql(stmt), stmt);
    }

    private void requireNotRobbed() throws FakeDatabase.Failure {
        if (robbed) {
            robbed = false;
            throw robbery();
        }
    }

    private static FakeDatabase.Failure robbery() {
        return new FakeDatabase.Failure("Transaction timed-out", "TRANSACTION_TIMEOUT");
    }

    private void sequence(String sql) throws FakeDatabase.Failure {
        for (SqlText text : SqlText.parse(sql)) {
            database.execute(text.sql(), JSON.objectNode());
        }
    }

    private ObjectNode batch(JsonNode steps) throws FakeDatabase.Failure {
        if (mode == FakeHrana.Mode.SQLD) {
            for (JsonNode step : steps) {
                database.parse(sql(step.get("stmt")));
            }
        }
        Steps done = new Steps();
        for (JsonNode step : steps) {
            done.add(step, () -> {
                if (robbed) {
                    throw robbery();
                }
                JsonNode stmt = step.get("stmt");
                return database.execute(sql(stmt), stmt);
            });
        }
        robbed = false;
        return done.json();
    }

    private interface Execution {
        ObjectNode run() throws FakeDatabase.Failure;
    }

    /** Results of the steps of a batch so far. */
    private final class Steps {
        private final List<@Nullable ObjectNode> results = new ArrayList<>();
        private final List<@Nullable ObjectNode> errors = new ArrayList<>();

        void add(JsonNode step, Execution execution) {
            ObjectNode result = null;
            ObjectNode error = null;
            if (robbed || holds(step.path("condition"))) {
                try {
                    result = execution.run();
                } catch (FakeDatabase.Failure e) {
                    error = e.json();
                }
            }
            results.add(result);
            errors.add(error);
        }

        private boolean holds(JsonNode condition) {
            return switch (condition.path("type").asString("none")) {
                case "none" -> true;
                case "ok" -> results.get(condition.get("step").asInt()) != null;
                case "error" -> failed(condition.get("step").asInt());
                case "not" -> !holds(condition.get("cond"));
                case "and" -> condition.get("conds").valueStream().allMatch(this::holds);
                case "or" -> condition.get("conds").valueStream().anyMatch(this::holds);
                case "is_autocommit" -> database.isAutocommit();
                default -> throw new Misuse("unknown condition");
            };
        }

        /** sqld takes a skipped step for a failed one. */
        private boolean failed(int step) {
            return mode == FakeHrana.Mode.SQLD ? results.get(step) == null : errors.get(step) != null;
        }

        ObjectNode json() {
            ObjectNode json = JSON.objectNode();
            ArrayNode resultNodes = json.putArray("step_results");
            results.forEach(resultNodes::add);
            ArrayNode errorNodes = json.putArray("step_errors");
            errors.forEach(errorNodes::add);
            return json;
        }
    }

    /** Writes a cursor's entries. An unparsable text is thrown before anything is written. */
    FakeHttp.Body cursor(JsonNode batch, String header) throws FakeDatabase.Failure {
        JsonNode steps = batch.path("steps");
        if (mode == FakeHrana.Mode.SQLD) {
            for (JsonNode step : steps) {
                database.parse(sql(step.get("stmt")));
            }
        }
        return out -> {
            working.lock();
            try {
                new Cursor(out).write(steps, header);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } finally {
                working.unlock();
            }
        };
    }

    private final class Cursor implements FakeDatabase.Sink {
        private final OutputStream out;
        private final Steps done = new Steps();
        private int step;

        Cursor(OutputStream out) {
            this.out = out;
        }

        void write(JsonNode steps, String header) throws IOException {
            line(header);
            out.flush();
            for (JsonNode next : steps) {
                int before = done.results.size();
                done.add(next, () -> {
                    database.run(sql(next.get("stmt")), next.get("stmt"), this);
                    line("{\"type\":\"step_end\",\"affected_row_count\":0,\"last_insert_rowid\":null}");
                    return JSON.objectNode();
                });
                ObjectNode error = done.errors.get(before);
                if (error != null) {
                    ObjectNode entry =
                            JSON.objectNode().put("type", "step_error").put("step", step);
                    entry.set("error", error);
                    line(entry.toString());
                }
                step++;
            }
            if (mode == FakeHrana.Mode.SQLD) {
                line("{\"type\":\"replication_index\",\"replication_index\":4}");
            }
        }

        @Override
        public void columns(ArrayNode columns) {
            ObjectNode entry = JSON.objectNode().put("type", "step_begin").put("step", step);
            entry.set("cols", columns);
            line(entry.toString());
        }

        @Override
        public boolean row(ArrayNode row) {
            ObjectNode entry = JSON.objectNode().put("type", "row");
            entry.set("row", row);
            line(entry.toString());
            if (closed) {
                throw new UncheckedIOException(new IOException("The stream was closed"));
            }
            return true;
        }

        private void line(String text) {
            try {
                out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
