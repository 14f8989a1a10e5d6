package app.charla.libsql;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Writes requests as JSON. Integers go as strings and nothing is escaped that need not be: sqld answers 400, and
 * drops the stream, to a number or to {@code \/} there.
 */
final class JsonRequests {

    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private final JsonGenerator out;
    private final Map<String, Integer> storedSql;

    private JsonRequests(JsonGenerator out, Map<String, Integer> storedSql) {
        this.out = out;
        this.storedSql = storedSql;
    }

    /** @param storedSql the texts the stream knows, by which the statements may refer to them */
    static byte[] pipeline(@Nullable String baton, List<Request> requests, Map<String, Integer> storedSql) {
        return body(baton, storedSql, writer -> {
            writer.out.writeName("requests");
            writer.out.writeStartArray();
            requests.forEach(writer::request);
            writer.out.writeEndArray();
        });
    }

    static byte[] cursor(@Nullable String baton, List<Step> steps) {
        return body(baton, Map.of(), writer -> writer.batch(steps));
    }

    private interface Content {
        void write(JsonRequests writer);
    }

    private static byte[] body(@Nullable String baton, Map<String, Integer> storedSql, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeStringProperty("baton", baton);
            content.write(new JsonRequests(out, storedSql));
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void request(Request request) {
        out.writeStartObject();
        out.writeStringProperty("type", request.type());
        switch (request) {
            case Request.Execute(Stmt stmt) -> stmt(stmt);
            case Request.Batch(List<Step> steps) -> batch(steps);
            case Request.Describe(String sql) -> out.writeStringProperty("sql", sql);
            case Request.StoreSql(int id, String sql) -> {
                out.writeNumberProperty("sql_id", id);
                out.writeStringProperty("sql", sql);
            }
            case Request.GetAutocommit _, Request.Close _ -> {}
        }
        out.writeEndObject();
    }

    private void batch(List<Step> steps) {
        out.writeName("batch");
        out.writeStartObject();
        out.writeName("steps");
        out.writeStartArray();
        for (Step step : steps) {
            out.writeStartObject();
            if (step.condition() != null) {
                out.writeName("condition");
                condition(step.condition());
            }
            stmt(step.stmt());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void condition(Condition condition) {
        out.writeStartObject();
        switch (condition) {
            case Condition.Ok(int step) -> {
                out.writeStringProperty("type", "ok");
                out.writeNumberProperty("step", step);
            }
            case Condition.Not(Condition inner) -> {
                out.writeStringProperty("type", "not");
                out.writeName("cond");
                condition(inner);
            }
            case Condition.And(List<Condition> all) -> {
                out.writeStringProperty("type", "and");
                out.writeName("conds");
                out.writeStartArray();
                all.forEach(this::condition);
                out.writeEndArray();
            }
            case Condition.IsAutocommit _ -> out.writeStringProperty("type", "is_autocommit");
        }
        out.writeEndObject();
    }

    private void stmt(Stmt stmt) {
        out.writeName("stmt");
        out.writeStartObject();
        Integer stored = storedSql.get(stmt.sql());
        if (stored == null) {
            out.writeStringProperty("sql", stmt.sql());
        } else {
            out.writeNumberProperty("sql_id", stored);
        }
        if (!stmt.args().isEmpty()) {
            out.writeName("args");
            out.writeStartArray();
            stmt.args().forEach(this::value);
            out.writeEndArray();
        }
        out.writeBooleanProperty("want_rows", true);
        out.writeEndObject();
    }

    private void value(@Nullable Object value) {
        out.writeStartObject();
        switch (value) {
            case null -> out.writeStringProperty("type", "null");
            case Long integer -> typed("integer", integer.toString());
            case String text -> typed("text", text);
            case Double real -> {
                out.writeStringProperty("type", "float");
                out.writeNumberProperty("value", real);
            }
            case byte[] bytes -> {
                out.writeStringProperty("type", "blob");
                out.writeStringProperty("base64", BASE64.encodeToString(bytes));
            }
            default -> throw new IllegalArgumentException("not an SQL value: " + value.getClass());
        }
        out.writeEndObject();
    }

    private void typed(String type, String value) {
        out.writeStringProperty("type", type);
        out.writeStringProperty("value", value);
    }
}
