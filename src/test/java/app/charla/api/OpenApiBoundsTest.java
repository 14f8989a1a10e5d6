package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.api.OpenApiDocument.Operation;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bounds in the OpenAPI document are those that hold: for every bounded property and parameter, a value at the bound is not
 * refused for it, and the next one is.
 */
@ApiTest
class OpenApiBoundsTest {

    private static final String NONE = "01234567-89ab-7def-8123-456789abcdef";

    /** A value and whether it is within the bounds. */
    private record Sample(JsonNode value, boolean valid) {}

    /** What is tried on an operation: everything but one value is an example. */
    private record Attempt(Operation operation, String name, Sample sample, Response answer) {

        /** Errors name the field, or where it stands among others; a part of a status is named by itself. */
        boolean isRefused() {
            return answer.status() == 422
                    && answer.json().path("errors").valueStream().anyMatch(error -> names(error.path("field")));
        }

        private boolean names(JsonNode field) {
            String refused = field.asString("");
            return refused.equals(name) || ALIASES.getOrDefault(name, name).equals(refused);
        }

        @Override
        public String toString() {
            String value = sample.value().toString();
            return "%s, %s = %s: %s"
                    .formatted(operation, name, value.substring(0, Math.min(80, value.length())), answer);
        }
    }

    /** Names of values that the program has another name for. */
    private static final Map<String, String> ALIASES = Map.of(
            "name", "filename",
            "seconds", "lifetime",
            "first", "last",
            "clientId", "Idempotency-Key",
            "requestKey", "Idempotency-Key",
            "Idempotency-Key", "clientId",
            "code_verifier", "code",
            "presence", "people",
            "Upload-Length", "size");

    @Autowired
    private ApiClients apiClients;

    private OpenApiDocument document;
    private ApiClient ana;
    private ApiClient ben;
    private String group;
    private String space;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
        ben = apiClients.person("ben");
        document = OpenApiDocument.of(ana);
        group = ana.group("G").substring("/chats/gruop/".length());
        ana.say("/chats/gruop/" + group, "hola");
        space = ana.post("/spaces", Map.of("name", "Bounds " + ana.username())).text("/slug");
        Awaitility.await()
                .until(() -> ana.get("/spaces/" + space)
                        .json()
                        .at("/space/state")
                        .asString()
                        .equals("READY"));
    }

    @Test
    void everyBoundOfAPropertyHolds() {
        var tried = new TreeSet<String>();
        for (Operation operation : operations()) {
            JsonNode content = operation.node().at("/requestBody/content/application~1json");
            String schema = content.at("/schema/$ref").asString("");
            for (Map.Entry<String, JsonNode> property : document.root()
                    .at(schema.isEmpty() ? "/none" : schema.substring(1))
                    .path("properties")
                    .properties()) {
                for (Sample sample : samples(property.getKey(), property.getValue())) {
                    ObjectNode body = example(content);
                    body.set(property.getKey(), sample.value());
                    judge(operation, property.getKey(), sample, send(operation, "", body.toString()));
                    tried.add(schema + " " + property.getKey());
                }
            }
        }

        assertThat(tried).hasSizeGreaterThan(35);
    }

    @Test
    void everyBoundOfAParameterHolds() {
        var tried = new TreeSet<String>();
        for (Operation operation : operations()) {
            for (JsonNode parameter : operation.node().path("parameters")) {
                String name = parameter.path("name").asString();
                for (Sample sample : samples(name, parameter.path("schema"))) {
                    if (parameter.path("in").asString().equals("header")) {
                        judge(
                                operation,
                                name,
                                sample,
                                send(operation, "", withoutKey(body(operation)), name, text(sample)));
                    } else {
                        String query = "?" + others(operation, name) + name + "=" + encoded(text(sample));
                        judge(operation, name, sample, send(operation, query, body(operation)));
                    }
                    tried.add(name);
                }
            }
        }

        assertThat(tried).contains("limit", "q", "name", "alt", "people", "Idempotency-Key", "Upload-Length");
    }

    /** Each operation once: those of every kind of chat and of a named space are the same methods. Streams have no end. */
    private List<Operation> operations() {
        return document.operations().stream()
                .filter(operation ->
                        !operation.node().at("/operationId").asString().endsWith("OfSpace"))
                .filter(operation -> !operation.path().matches(".*/chats/(public|private|group)/\\{id}.*"))
                .filter(operation -> !operation.path().endsWith("/events"))
                .toList();
    }

    private static void judge(Operation operation, String name, Sample sample, Response answer) {
        var attempt = new Attempt(operation, name, sample, answer);
        if (sample.valid()) {
            assertThat(attempt.isRefused() && !isRefusedForOtherReasons(attempt))
                    .as(attempt.toString())
                    .isFalse();
        } else if (isReached(attempt)) {
            assertThat(attempt.isRefused()).as(attempt.toString()).isTrue();
        }
    }

    /** A text of the right length may still be the wrong password, and people of the right number unknown. */
    private static boolean isRefusedForOtherReasons(Attempt attempt) {
        String code = attempt.answer().text("/code");
        return List.of(
                        "account.unknown",
                        "media.unknown",
                        "oauth.code",
                        "oauth.redirect",
                        "share.empty",
                        "cursor.unknown")
                .contains(code);
    }

    /** Whether the operation came as far as its values: there are no invites, passkeys or links to name in its path. */
    private static boolean isReached(Attempt attempt) {
        return attempt.answer().status() < 300 || attempt.answer().status() == 422;
    }

    private static List<Sample> samples(String name, JsonNode schema) {
        var samples = new ArrayList<Sample>();
        if (schema.has("maxLength")) {
            int max = schema.get("maxLength").asInt();
            samples.add(new Sample(json(text(name, max)), true));
            samples.add(new Sample(json(text(name, max + 1)), false));
        }
        if (schema.has("minLength")) {
            int min = schema.get("minLength").asInt();
            if (!name.equals("password")) { // so short a one may be weak
                samples.add(new Sample(json(text(name, min)), true));
            }
            samples.add(new Sample(json(text(name, min - 1)), false));
        }
        if (schema.has("minimum")) {
            samples.add(new Sample(json(schema.get("minimum").asLong()), true));
            samples.add(new Sample(json(schema.get("minimum").asLong() - 1), false));
        }
        if (schema.has("maximum")) {
            samples.add(new Sample(json(schema.get("maximum").asLong()), true));
            samples.add(new Sample(json(schema.get("maximum").asLong() + 1), false));
        }
        if (schema.has("maxItems")) {
            int max = schema.get("maxItems").asInt();
            samples.add(new Sample(items(schema, max), true));
            samples.add(new Sample(items(schema, max + 1), false));
        }
        if (schema.has("minItems")) {
            samples.add(new Sample(items(schema, schema.get("minItems").asInt() - 1), false));
        }
        if (schema.has("pattern")) {
            samples.add(new Sample(json("é!"), false));
        }
        if (schema.path("format").asString("").equals("email")) {
            samples.add(new Sample(json("ana@example.org"), true));
            samples.add(new Sample(json("ana at example"), false));
        }
        samples.sort(Comparator.comparing(Sample::valid)); // what is accepted may change what is accepted next
        return samples;
    }

    private static JsonNode json(Object value) {
        return Response.JSON.valueToTree(value);
    }

    /** A text that nothing but its length can be wrong with. */
    private static String text(String name, int length) {
        if (name.equals("emoji")) {
            return "\ud83c\udf34".repeat(length);
        }
        if (name.equals("address")) {
            String start = "https://ana.example.org/";
            return start + "a".repeat(Math.max(0, length - start.length()));
        }
        return new Random(length)
                .ints(length, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static JsonNode items(JsonNode schema, int count) {
        boolean identifiers = schema.at("/items/format").asString("").equals("uuid");
        return json(IntStream.range(0, count)
                .mapToObj(i -> identifiers ? new UUID(7L << 12, i).toString() : "item-" + i)
                .toList());
    }

    private ObjectNode example(JsonNode content) {
        String reference = content.at("/examples/example/$ref").asString().substring(1);
        String value = document.root().at(reference).path("value").toString();
        var example = (ObjectNode)
                Response.JSON.readTree(value.replace("bruno", ben.username()).replace("\"ana\"", "\"bounds.ana\""));
        if (example.has("current")) {
            example.put("current", ApiClients.PASSWORD);
        }
        return example;
    }

    private String body(Operation operation) {
        JsonNode content = operation.node().at("/requestBody/content/application~1json");
        return content.isMissingNode() ? "" : example(content).toString();
    }

    /** The header replaces the field. */
    private static String withoutKey(String body) {
        return body.replaceFirst(",?\"(clientId|requestKey)\":\"[^\"]*\"", "");
    }

    private static String text(Sample sample) {
        return sample.value().isArray()
                ? sample.value().valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                : sample.value().asString();
    }

    /** Parameters that must be there, so that the one that is tried is reached. */
    private static String others(Operation operation, String tried) {
        return switch (operation.node().at("/operationId").asString()) {
            case "startProviderSignIn" ->
                tried.equals("code_challenge") ? "" : "code_challenge=" + "a".repeat(43) + "&";
            case "restoreSpace" -> tried.equals("name") ? "" : "name=Bounds&";
            case "search" -> tried.equals("q") ? "" : "q=hola&";
            default -> operation.path().endsWith("/search") && !tried.equals("q") ? "q=hola&" : "";
        };
    }

    private Response send(Operation operation, String query, String body, String... headers) {
        String path = operation
                .path()
                .replace("{slug}", space)
                .replace("{id}", group)
                .replace("{messageId}", "1")
                .replace("{member}", "me")
                .replaceAll("\\{[^}]*}", NONE);
        boolean isJson = operation.node().at("/requestBody/content").has("application/json");
        var all = new ArrayList<>(List.of(headers));
        if (operation.path().endsWith("/uploads")) {
            all.addAll(List.of("Upload-Metadata", "filename YQ=="));
        }
        if (operation.node().has("requestBody")) {
            all.add("Content-Type");
            all.add(
                    isJson
                            ? "application/json"
                            : operation.path().contains("uploads")
                                    ? "application/offset+octet-stream"
                                    : "application/octet-stream");
        }
        return ana.send(
                operation.method(),
                path + query,
                operation.node().has("requestBody")
                        ? BodyPublishers.ofString(isJson ? body : "x")
                        : BodyPublishers.noBody(),
                all.toArray(String[]::new));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
