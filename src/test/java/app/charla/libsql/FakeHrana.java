package app.charla.libsql;

import app.charla.libsql.FakeHttp.Answer;
import app.charla.libsql.FakeHttp.Body;
import app.charla.libsql.FakeHttp.HangUp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A libSQL server inside the test: SQLite behind Hrana 3 (and the version check of 2), with a clock that can be
 * moved. The two modes differ where the reference server and sqld do.
 */
final class FakeHrana implements HranaServer, BeforeEachCallback, AfterEachCallback {

    enum Mode {
        /** As the specification and the reference server have it. */
        SPEC,
        /** As sqld 0.24 has it. */
        SQLD
    }

    private static final Duration EXPIRES_AFTER = Duration.ofSeconds(10);
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(300);

    private final Mode mode;
    private final Map<Long, FakeStream> streams = new ConcurrentHashMap<>();
    private final Map<Long, Instant> expired = new ConcurrentHashMap<>();
    private final AtomicLong nextStream = new AtomicLong(1);
    private volatile Duration offset = Duration.ZERO;
    private volatile String key = "";
    private volatile @Nullable String token;
    private volatile @Nullable String namespace;
    private volatile int maxStreams = 128;
    private volatile long maxResponse = 10 << 20;
    private volatile int busyMillis = 300;
    private @Nullable Wire wire;
    private @Nullable Path directory;

    FakeHrana(Mode mode) {
        this.mode = mode;
    }

    Mode mode() {
        return mode;
    }

    // Life

    void start() throws IOException {
        directory = Files.createTempDirectory("fake-hrana");
        key = UUID.randomUUID().toString();
        wire = new Wire(this::proper);
    }

    void stop() throws IOException {
        wire().close();
        streams.values().forEach(FakeStream::end);
        streams.clear();
        try (Stream<Path> files = Files.walk(directory())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        stop();
    }

    @Override
    public Wire wire() {
        return Objects.requireNonNull(wire);
    }

    private Path directory() {
        return Objects.requireNonNull(directory);
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:libsql:" + wire().url();
    }

    /** A look at the data behind the server's back. */
    FakeDatabase database() {
        return new FakeDatabase(mode, directory().resolve("data.db").toString(), busyMillis, () -> maxResponse);
    }

    @Override
    public int openStreams() {
        sweep();
        return streams.size();
    }

    // Switches

    @Override
    public void pass(Duration time) {
        offset = offset.plus(time);
        sweep();
    }

    @Override
    public void letWritersIn() {
        pass(EXPIRES_AFTER.plusSeconds(1));
    }

    /** Forgets all streams; their batons are not even known as expired. */
    void restart() {
        key = UUID.randomUUID().toString();
        streams.values().forEach(FakeStream::end);
        streams.clear();
        expired.clear();
    }

    @Override
    public void stealLock() {
        streams.values().forEach(FakeStream::stealLock);
    }

    void requireToken(String required) {
        token = required;
    }

    void requireNamespace(String required) {
        namespace = required;
    }

    void limitStreams(int most) {
        maxStreams = most;
    }

    void limitResponses(long bytes) {
        maxResponse = bytes;
    }

    // Answering

    private Answer proper(Wire.Recorded request, HangUp hangUp) {
        if (request.method().equals("GET")) {
            boolean known = List.of("/v3", "/v2", "/health", "/version").contains(request.path());
            return Answer.of(known ? 200 : 404, "text/plain", "Fake");
        }
        if (namespace != null && !namespace.equals(request.headers().get("x-namespace"))) {
            return Answer.of(404, "application/json", "{\"error\":\"Namespace `x` doesn't exist\"}");
        }
        if (token != null && !("Bearer " + token).equals(request.headers().get("authorization"))) {
            return Answer.of(401, "application/json", "{\"error\":\"Authentication failed\"}");
        }
        if (request.json().isMissingNode() || request.text().contains("\\/")) {
            return Answer.of(400, "text/plain", "Cannot deserialize client message from JSON");
        }
        return switch (request.path()) {
            case "/v3/pipeline", "/v2/pipeline" -> pipeline(request, hangUp);
            case "/v3/cursor" -> cursor(request, hangUp);
            default -> Answer.of(404, "text/plain", "not found");
        };
    }

    private Answer pipeline(Wire.Recorded request, HangUp hangUp) {
        Found found = stream(request);
        if (found.refusal() != null) {
            return found.refusal();
        }
        FakeStream stream = found.require();
        hangUp.then(() -> drop(stream));
        try {
            ObjectNode answer = Wire.MAPPER.createObjectNode();
            JsonNode results = stream.pipeline(request.json().path("requests"));
            hangUp.then(() -> {});
            if (stream.closed) {
                drop(stream);
            }
            answer.put("baton", stream.closed ? null : nextBaton(stream));
            answer.putNull("base_url");
            answer.set("results", capped(results));
            answer.put("a_field_of_the_future", 1);
            return Answer.of(200, "application/json", answer.toString());
        } catch (FakeStream.Misuse e) {
            drop(stream);
            return refusal(String.valueOf(e.getMessage()));
        }
    }

    private JsonNode capped(JsonNode results) {
        for (JsonNode result : results) {
            if (result.path("response").has("result") && result.toString().length() > maxResponse) {
                ObjectNode tooLarge = (ObjectNode) result;
                tooLarge.remove("response");
                tooLarge.put("type", "error");
                tooLarge.putObject("error")
                        .put("message", "Response is too large")
                        .put("code", "RESPONSE_TOO_LARGE");
            }
        }
        return results;
    }

    private Answer cursor(Wire.Recorded request, HangUp hangUp) {
        Found found = stream(request);
        if (found.refusal() != null) {
            return found.refusal();
        }
        FakeStream stream = found.require();
        try {
            String header = "{\"baton\":\"" + nextBaton(stream) + "\",\"base_url\":null}";
            Body body = stream.cursor(request.json().path("batch"), header);
            hangUp.then(stream.database::interrupt);
            return new Answer(200, "text/plain", -1, out -> {
                body.writeTo(out);
                hangUp.then(() -> {});
            });
        } catch (FakeDatabase.Failure e) {
            drop(stream);
            return Answer.of(500, "application/json", "{\"error\":\"Internal Error: `" + e.getMessage() + "`\"}");
        }
    }

    private void drop(FakeStream stream) {
        if (streams.remove(stream.id) != null) {
            stream.end();
        }
    }

    private record Found(
            @Nullable FakeStream stream, @Nullable Answer refusal) {
        FakeStream require() {
            return Objects.requireNonNull(stream);
        }
    }

    private Found stream(Wire.Recorded request) {
        sweep();
        if (request.startsStream()) {
            return opened();
        }
        String[] parts = request.json().get("baton").asString().split("\\.", -1);
        if (parts.length != 3 || !parts[2].equals(signature(parts[0], parts[1]))) {
            return new Found(null, refusal("Received an invalid baton"));
        }
        long id = Long.parseLong(parts[0]);
        if (expired.containsKey(id)) {
            String body = "{\"message\":\"The stream has expired due to inactivity\",\"code\":\"STREAM_EXPIRED\"}";
            return new Found(null, Answer.of(400, "application/json", body));
        }
        FakeStream stream = streams.get(id);
        if (stream == null || stream.sequence != Long.parseLong(parts[1])) {
            return new Found(null, refusal("Received a baton that has already been used"));
        }
        stream.lastUsed = now();
        return new Found(stream, null);
    }

    private Found opened() {
        if (streams.size() >= maxStreams) {
            String body = "{\"error\":\"Timed out while opening database connection\"}";
            return new Found(null, Answer.of(429, "application/json", body));
        }
        FakeStream stream = new FakeStream(nextStream.getAndIncrement(), mode, database(), now());
        streams.put(stream.id, stream);
        return new Found(stream, null);
    }

    private Answer refusal(String message) {
        return Answer.of(mode == Mode.SQLD ? 400 : 500, "text/plain", message);
    }

    private String nextBaton(FakeStream stream) {
        stream.sequence++;
        stream.lastUsed = now();
        return stream.id + "." + stream.sequence + "." + signature("" + stream.id, "" + stream.sequence);
    }

    private String signature(String id, String sequence) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((id + "." + sequence).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant now() {
        return Instant.now().plus(offset);
    }

    private void sweep() {
        Instant now = now();
        for (FakeStream stream : streams.values()) {
            if (stream.lastUsed.plus(EXPIRES_AFTER).isBefore(now)) {
                expired.put(stream.id, now);
                drop(stream);
            }
        }
        expired.values().removeIf(since -> since.plus(REMEMBERED_FOR).isBefore(now));
    }
}
