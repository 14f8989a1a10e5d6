package app.charla.api;

import app.charla.api.OpenApiDocument.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Fuzzer of the REST API: seeded requests made from the OpenAPI document, with wrong types, bounds, characters, headers,
 * methods, content types, sizes and things of others. It fails what is answered with 5xx, with HTML, with a stack trace, not
 * at all, or otherwise than documented.
 *
 * <p>Whole run against a server without rate limits: {@code RequestFuzzer http://localhost:8080 SEED COUNT THREADS}.
 */
final class RequestFuzzer {

    private static final int MAX_REPORTED = 200;
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get");

    /** What HTTP servers answer for every resource, or without a body. */
    private static final List<String> UNDOCUMENTED = List.of("HEAD", "OPTIONS");

    /** Operations that end the caller's session or are slow by intent are tried less often. */
    private static final List<String> RARE = List.of(
            "signOut",
            "signOutEverywhere",
            "endOtherSessions",
            "requestDeletion",
            "endSession",
            "registerAccount",
            "signIn",
            "createSpace",
            "restoreSpace",
            "changePassword",
            "claimAccount",
            "reauthenticate",
            "requestExport");

    private record Request(String method, String path, Operation operation, byte[] bytes) {}

    /** The outcome of a run. */
    record Report(long seed, int requests, Map<Integer, Integer> statuses, List<String> failures) {}

    private final ApiClient stranger;
    private final OpenApiDocument document;
    private final Random random;
    private final FuzzValues values;
    private final List<ApiClient> people = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final long seed;
    private int count;

    RequestFuzzer(ApiClient stranger, long seed) {
        this.stranger = stranger;
        this.seed = seed;
        document = OpenApiDocument.of(stranger);
        random = new Random(seed);
        values = new FuzzValues(random);
        for (int i = 0; i < 3; i++) {
            people.add(newPerson());
        }
    }

    /** Counts are printed also when the run is interrupted. */
    public static void main(String[] arguments) throws InterruptedException {
        long seed = Long.parseLong(arguments[1]);
        int threads = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 4;
        int each = Math.ceilDiv(Integer.parseInt(arguments[2]), threads);
        var server = new ApiClient(arguments[0], "", "", "");
        List<RequestFuzzer> fuzzers = IntStream.range(0, threads)
                .mapToObj(i -> new RequestFuzzer(server, seed * 1_000 + i))
                .toList();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> print(seed, fuzzers)));
        List<Thread> running = fuzzers.stream()
                .map(fuzzer -> Thread.ofPlatform().start(() -> fuzzer.run(each)))
                .toList();
        for (Thread thread : running) {
            thread.join();
        }
    }

    private static void print(long seed, List<RequestFuzzer> fuzzers) {
        var statuses = new TreeMap<Integer, Integer>();
        for (RequestFuzzer fuzzer : fuzzers) {
            Report report = fuzzer.report();
            report.failures().forEach(System.out::println);
            report.statuses().forEach((status, count) -> statuses.merge(status, count, Integer::sum));
        }
        System.out.printf(
                "seed %d: %d requests, answers %s, %d failures%n",
                seed,
                statuses.values().stream().mapToInt(Integer::intValue).sum(),
                statuses,
                fuzzers.stream()
                        .mapToInt(fuzzer -> fuzzer.report().failures().size())
                        .sum());
    }

    /** Registers a person with something of each sort to name in requests. */
    private ApiClient newPerson() {
        ApiClient person =
                ApiClients.register(stranger, "f" + UUID.randomUUID().toString().substring(0, 12));
        values.learn("username", person.username());
        values.learn("accountId", person.id());
        String group = person.group("G", people.toArray(ApiClient[]::new));
        values.learn("group", group.substring(group.lastIndexOf('/') + 1));
        values.learn("gruop", group.substring(group.lastIndexOf('/') + 1));
        values.learn(
                "messageId",
                Long.toString(person.say(group, "hola https://example.org").number("/id")));
        values.learn("public", person.homeChat().substring("/chats/public/".length()));
        if (!people.isEmpty()) {
            String other = people.getFirst().username();
            values.learn(
                    "private",
                    person.post("/chats/private", Map.of("username", other)).text("/id"));
        }
        values.learn("slug", "home");
        return person;
    }

    Report run(int requests) {
        for (; count < requests; count++) {
            Request request = request();
            try {
                boolean endless = request.path().replaceFirst("\\?.*", "").endsWith("/events");
                judge(request, RawHttp.send(stranger.server(), request.bytes(), endless));
            } catch (IOException unanswered) {
                fail(request, "no answer: " + unanswered);
            }
        }
        return report();
    }

    private Report report() {
        return new Report(seed, count, Map.copyOf(statuses), List.copyOf(failures));
    }

    private Request request() {
        Operation operation = values.any(document.operations());
        String id = operation.node().at("/operationId").asString();
        if (RARE.contains(id) && !values.chance(0.05)) {
            return request();
        }
        String method = values.chance(0.03) ? values.any(METHODS) : operation.method();
        var headers = new LinkedHashMap<String, String>();
        var query = new ArrayList<String>();
        operation.node().path("parameters").forEach(parameter -> {
            String name = parameter.path("name").asString();
            String in = parameter.path("in").asString();
            boolean sent = values.chance(parameter.path("required").asBoolean() ? 0.95 : 0.4);
            if (sent && in.equals("query")) {
                query.add(name + "=" + values.encoded(values.parameter(name, parameter.path("schema"))));
            } else if (sent && in.equals("header")) {
                headers.put(name, printable(values.parameter(name, parameter.path("schema"))));
            }
        });
        if (values.chance(0.03)) {
            query.add(values.any(List.of("%", "limit=%zz", "&&", "=", "a=%ff%fe", "limit=1&limit=2")));
        }
        String path = path(operation.path()) + (query.isEmpty() ? "" : "?" + String.join("&", query));
        byte[] body = body(operation, headers);
        return new Request(method, path, operation, bytes(method, path, headers, body));
    }

    private String path(String template) {
        var path = new StringBuilder();
        String before = "";
        for (String part : template.substring(1).split("/")) {
            String kind = before;
            path.append('/')
                    .append(
                            part.startsWith("{")
                                    ? values.encoded(values.variable(part.substring(1, part.length() - 1), kind))
                                    : part);
            before = part;
        }
        return path.toString();
    }

    private byte[] body(Operation operation, Map<String, String> headers) {
        JsonNode content = operation.node().at("/requestBody/content");
        if (content.isEmpty()) {
            return new byte[0];
        }
        String type = content.propertyNames().iterator().next();
        headers.put("Content-Type", values.chance(0.06) ? values.any(OddValues.TYPES) : type);
        if (!type.endsWith("json") || values.chance(0.02)) {
            var bytes = new byte[random.nextInt(values.chance(0.02) ? 100_000 : 200)];
            random.nextBytes(bytes);
            return bytes;
        }
        String json = values.json("body", content.get(type).get("schema"), document, 0);
        if (values.chance(0.03)) {
            json = json.substring(0, random.nextInt(json.length() + 1));
        }
        if (values.chance(0.01)) {
            json += " ".repeat(70_000);
        }
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(String method, String path, Map<String, String> headers, byte[] body) {
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        String token = token();
        if (!token.isEmpty()) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (values.chance(0.1)) {
            head.append(values.any(OddValues.HEADERS)).append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        var bytes = new byte[start.length + body.length];
        System.arraycopy(start, 0, bytes, 0, start.length);
        System.arraycopy(body, 0, bytes, start.length, body.length);
        return bytes;
    }

    private String token() {
        if (values.chance(0.03)) {
            return values.any(List.of("", "nonsense", "\u00e9", "Bearer"));
        }
        return values.any(people).token();
    }

    /** A header has room for characters of one line. */
    private static String printable(String text) {
        String line = text.replaceAll("[^ -\u00ff]|\\p{Cntrl}", "?");
        return line.substring(0, Math.min(line.length(), 2_000));
    }

    private void judge(Request request, Response response) {
        statuses.merge(response.status(), 1, Integer::sum);
        String body = response.body();
        if (response.status() >= 500) {
            fail(request, response.status() + " " + body);
        } else if (response.header("Content-Type").contains("html") || body.contains("<html")) {
            fail(request, "HTML: " + response);
        } else if (body.contains("\tat ") || body.contains("Exception:")) {
            fail(request, "a stack trace: " + body);
        } else if (!UNDOCUMENTED.contains(request.method())
                && !request.operation().path().endsWith("/events")) { // whose answers are read without their body
            document.violations(request.method(), request.path(), response)
                    .forEach(violation -> fail(request, violation));
        }
        learn(request, response);
    }

    private void learn(Request request, Response response) {
        if (response.status() == 401 && values.chance(0.05)) {
            people.set(random.nextInt(people.size()), newPerson());
        } else if (response.status() < 300 && response.header("Content-Type").startsWith("application/json")) {
            try {
                JsonNode json = response.json();
                values.learn(json);
                if (request.path().contains("/media") && json.has("id")) {
                    values.learn("mediaId", json.get("id").asString());
                } else if (json.has("clientId")) {
                    values.learn("messageId", json.get("id").asString());
                }
            } catch (JacksonException unreadable) {
                fail(request, "not JSON: " + response.body());
            }
        }
    }

    private void fail(Request request, String what) {
        if (failures.size() < MAX_REPORTED) {
            String sent = new String(request.bytes(), StandardCharsets.UTF_8);
            failures.add(
                    "seed %d, request %d: %s%n  %s".formatted(seed, count, shorten(what, 400), shorten(sent, 900)));
        }
    }

    private static String shorten(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
