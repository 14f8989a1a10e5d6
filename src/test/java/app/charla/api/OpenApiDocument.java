package app.charla.api;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document of the server under test, and a validator of answers against it. It is stricter than the document:
 * an answer has no field that the document does not name.
 */
final class OpenApiDocument {

    private static final String IRI = "https://charla.test/openapi";
    private static final String PROBLEM = "application/problem+json";

    private static @Nullable OpenApiDocument shared;

    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private OpenApiDocument(JsonNode document) {
        root = document;
        for (Map.Entry<String, JsonNode> path : root.at("/paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                operations.add(new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        pattern(path.getKey()),
                        operation.getValue()));
            }
        }
        operations.sort(Comparator.comparingLong(Operation::variables)); // a literal path before a template
        registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(),
                builder -> builder.schemas(Map.of(IRI, strict(root)))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** Returns the document. All servers of the tests have the same. */
    static synchronized OpenApiDocument of(ApiClient anybody) {
        if (shared == null) {
            shared = new OpenApiDocument(
                    Response.JSON.readTree(new String(anybody.bytes("/v3/api-docs"), StandardCharsets.UTF_8)));
        }
        return shared;
    }

    /** An operation of the document. */
    record Operation(String method, String path, Pattern pattern, JsonNode node) {

        private long variables() {
            return path.chars().filter(c -> c == '{').count();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(Stream.of(path.split("/"))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .reduce((a, b) -> a + "/" + b)
                .orElse(""));
    }

    /** Forbids unknown fields, which the document itself leaves open for later versions. */
    private static String strict(JsonNode document) {
        JsonNode copy = document.deepCopy();
        copy.at("/components/schemas").forEach(schema -> {
            close(schema);
            close(schema.at("/properties/data")); // of events
        });
        return copy.toString();
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode model && model.has("properties")) {
            model.put("additionalProperties", false);
        }
    }

    JsonNode root() {
        return root;
    }

    List<Operation> operations() {
        return operations;
    }

    Optional<Operation> find(String method, String path) {
        String plain = path.split("\\?", 2)[0];
        return operations.stream()
                .filter(operation -> operation.method().equals(method)
                        && operation.pattern().matcher(plain).matches())
                .findFirst();
    }

    /** Returns the node, or the one it refers to. */
    JsonNode follow(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** Returns what is wrong with an answer: nothing if it is as documented. */
    List<String> violations(String method, String path, Response response) {
        return find(method.equals("HEAD") ? "GET" : method, path)
                .map(operation -> violations(operation, response))
                .orElseGet(() -> response.status() < 400 ? List.of("not documented") : problem(response));
    }

    List<String> violations(Operation operation, Response response) {
        JsonNode documented = operation.node().at("/responses").get(Integer.toString(response.status()));
        if (documented == null) {
            return List.of(operation + " does not document " + response.status() + ": " + response.body());
        }
        JsonNode content = follow(documented).path("content");
        if (response.body().isEmpty()) {
            return content.isEmpty() || content.has("*/*")
                    ? List.of()
                    : List.of(operation + " " + response.status() + " has no body");
        }
        String type = response.header("Content-Type").replaceFirst(";.*", "");
        JsonNode schema = content.has(type) ? content.at("/" + type.replace("/", "~1") + "/schema") : null;
        if (schema == null) {
            return content.has("*/*")
                    ? List.of()
                    : List.of(operation + " " + response.status() + " does not document the type " + type);
        }
        return type.endsWith("json") ? validate(schema, response.json()) : List.of();
    }

    private List<String> problem(Response response) {
        return response.body().isEmpty() || !response.header("Content-Type").startsWith(PROBLEM)
                ? List.of("not a problem document: " + response)
                : validate("#/components/schemas/Problem", response.json());
    }

    private List<String> validate(JsonNode schema, JsonNode value) {
        return schema.has("$ref")
                ? validate(schema.get("$ref").asString(), value)
                : List.of("a schema without a name: " + schema);
    }

    /** Returns what is wrong with a value of a schema that the document names. */
    List<String> validate(String reference, JsonNode value) {
        return schemas
                .computeIfAbsent(reference, unknown -> registry.getSchema(SchemaLocation.of(IRI + reference)))
                .validate(value)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
