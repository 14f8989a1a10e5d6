package app.charla.libsql;

import app.charla.libsql.FakeHttp.Answer;
import app.charla.libsql.FakeHttp.HangUp;
import app.charla.libsql.FakeHttp.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Proxy between a client and a server: logs all requests, and injects faults. */
final class Wire implements AutoCloseable {

    static final JsonMapper MAPPER =
            JsonMapper.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

    /** Answers as it should. */
    interface Backend {
        Answer answer(Recorded request, HangUp hangUp) throws IOException;
    }

    /** One request, for assertions about round trips. */
    record Recorded(String method, String path, Map<String, String> headers, String text, JsonNode json) {

        boolean isCursor() {
            return path.endsWith("/cursor");
        }

        boolean startsStream() {
            return !json.hasNonNull("baton");
        }

        /** The requests of a pipeline, the statements of its batches in brackets. */
        String shape() {
            if (isCursor()) {
                return "cursor" + steps(json.path("batch"));
            }
            Stream<String> parts = json.path("requests").valueStream().map(request -> switch (request.path("type")
                    .asString()) {
                case "batch" -> "batch" + steps(request.path("batch"));
                case String type -> type;
            });
            return String.join(" ", parts.toList());
        }

        private static String steps(JsonNode batch) {
            return batch.path("steps")
                    .valueStream()
                    .map(step -> verb(step.path("stmt").path("sql").asString("stored")) + " if "
                            + condition(step.path("condition")))
                    .toList()
                    .toString();
        }

        private static String verb(String sql) {
            return sql.strip().split("\\s+", -1)[0].toUpperCase(Locale.ROOT);
        }

        private static String condition(JsonNode condition) {
            return switch (condition.path("type").asString("none")) {
                case "ok" -> "ok" + condition.get("step").asInt();
                case "not" -> "!" + condition(condition.get("cond"));
                case "and" ->
                    String.join(
                            "&",
                            condition
                                    .get("conds")
                                    .valueStream()
                                    .map(Recorded::condition)
                                    .toList());
                case "is_autocommit" -> "ac";
                case "none" -> "always";
                case String other -> other;
            };
        }
    }

    /** Does something instead of, before or after the proper answer. */
    interface Fault {
        Answer answer(Recorded request, Proceed proper) throws IOException;
    }

    interface Proceed {
        Answer run() throws IOException;
    }

    private record Armed(Predicate<Recorded> when, Fault fault) {}

    private final FakeHttp http;
    private final Backend backend;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Recorded> log = new CopyOnWriteArrayList<>();
    private final List<Armed> armed = new CopyOnWriteArrayList<>();
    private volatile long latencyMillis;

    Wire(Backend backend) {
        this.backend = backend;
        this.http = new FakeHttp(this::answer, 0);
    }

    @Override
    public void close() {
        stopped.countDown();
        http.close();
    }

    String url() {
        return "http://127.0.0.1:" + http.port();
    }

    List<Recorded> requests() {
        return List.copyOf(log);
    }

    List<String> shapes() {
        return log.stream().map(Recorded::shape).toList();
    }

    void forgetRequests() {
        log.clear();
    }

    void once(Predicate<Recorded> when, Fault fault) {
        armed.add(new Armed(when, fault));
    }

    void once(Fault fault) {
        once(request -> true, fault);
    }

    /** Breaks nothing any more. */
    void recover() {
        armed.clear();
    }

    /** Delays every answer, as a network would. */
    void delayBy(long millis) {
        latencyMillis = millis;
    }

    static Fault dropBefore() {
        return (request, proper) -> {
            throw new IOException("dropped");
        };
    }

    /** A request that is lost for its sender, and arrives when a test lets it, as from a proxy on the way. */
    final class Late implements Fault {
        private final CompletableFuture<Recorded> held = new CompletableFuture<>();

        @Override
        public Answer answer(Recorded request, Proceed proper) throws IOException {
            held.complete(request);
            throw new IOException("dropped");
        }

        void arrive() throws IOException {
            pass(held.join(), new HangUp()).body().writeTo(OutputStream.nullOutputStream());
        }
    }

    Late late() {
        return new Late();
    }

    static Fault dropAfter() {
        return (request, proper) -> {
            proper.run().body().writeTo(OutputStream.nullOutputStream());
            throw new IOException("dropped");
        };
    }

    /** Answers properly, and makes the client open a new connection for its next request. */
    static Fault lastOnItsConnection() {
        return (request, proper) -> {
            byte[] whole = bytes(proper.run());
            String type = "application/json\r\nconnection: close";
            return new Answer(200, type, whole.length, out -> out.write(whole));
        };
    }

    static Fault status(int status, String type, String body) {
        return (request, proper) -> Answer.of(status, type, body);
    }

    static Fault html(int status) {
        return status(status, "text/html", "<html><body><h1>Bad Gateway</h1>" + "x".repeat(100_000) + "</body></html>");
    }

    static Fault htmlAfter(int status) {
        return (request, proper) -> {
            proper.run();
            return html(status).answer(request, proper);
        };
    }

    static Fault truncated() {
        return (request, proper) -> {
            byte[] whole = bytes(proper.run());
            return new Answer(200, "application/json", whole.length, out -> {
                out.write(whole, 0, whole.length / 2);
                out.flush();
                throw new IOException("cut");
            });
        };
    }

    /** Half of the body, and then nothing more. */
    Fault stalled() {
        return (request, proper) -> {
            byte[] whole = bytes(proper.run());
            return new Answer(200, "application/json", whole.length, out -> {
                out.write(whole, 0, whole.length / 2);
                out.flush();
                untilStopped();
            });
        };
    }

    /** Fault: the given number of cursor lines, and then nothing more. */
    Fault stalledCursor(int lines) {
        return (request, proper) -> {
            String[] all = new String(bytes(proper.run()), StandardCharsets.UTF_8).split("\n", -1);
            String start = String.join("\n", List.of(all).subList(0, lines)) + "\n";
            return new Answer(200, "text/plain", -1, out -> {
                out.write(start.getBytes(StandardCharsets.UTF_8));
                out.flush();
                untilStopped();
            });
        };
    }

    /** Runs the request and never answers. */
    Fault silent() {
        return (request, proper) -> {
            proper.run();
            untilStopped();
            throw new IOException("stopped");
        };
    }

    private void untilStopped() throws IOException {
        if (!await(60_000)) {
            throw new IOException("nobody hung up");
        }
    }

    private boolean await(long millis) throws IOException {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    static Fault changed(UnaryOperator<ObjectNode> change) {
        return (request, proper) -> {
            ObjectNode answer = (ObjectNode) MAPPER.readTree(bytes(proper.run()));
            return Answer.of(200, "application/json", change.apply(answer).toString());
        };
    }

    /** Ends a cursor after so many lines; broken off, or as if that were all. */
    static Fault cutCursor(int lines, boolean clean) {
        return (request, proper) -> {
            String[] all = new String(bytes(proper.run()), StandardCharsets.UTF_8).split("\n", -1);
            String start = String.join("\n", List.of(all).subList(0, lines)) + "\n";
            return new Answer(200, "text/plain", -1, out -> {
                out.write(start.getBytes(StandardCharsets.UTF_8));
                out.flush();
                if (!clean) {
                    throw new IOException("cut");
                }
            });
        };
    }

    /** Replaces what a cursor says after so many lines. */
    static Fault cursorSays(int lines, String rest) {
        return (request, proper) -> {
            String[] all = new String(bytes(proper.run()), StandardCharsets.UTF_8).split("\n", -1);
            String text = String.join("\n", List.of(all).subList(0, lines)) + "\n" + rest + "\n";
            return new Answer(200, "text/plain", -1, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        };
    }

    private static byte[] bytes(Answer answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answer.body().writeTo(bytes);
        return bytes.toByteArray();
    }

    private Answer answer(Message message, HangUp hangUp) throws IOException {
        String text = new String(message.body(), StandardCharsets.UTF_8);
        Recorded request = new Recorded(message.method(), message.path(), message.headers(), text, json(text));
        log.add(request);
        if (latencyMillis > 0 && await(latencyMillis)) {
            throw new IOException("stopped");
        }
        for (Armed candidate : armed) {
            if (candidate.when().test(request) && armed.remove(candidate)) {
                return candidate.fault().answer(request, () -> backend.answer(request, hangUp));
            }
        }
        return backend.answer(request, hangUp);
    }

    /** Answers without a fault and without a word in the log, for a second way to the same server. */
    Answer pass(Recorded request, HangUp hangUp) throws IOException {
        return backend.answer(request, hangUp);
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MAPPER.createObjectNode() : MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MAPPER.missingNode();
        }
    }
}
