package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.api.OpenApiDocument.Operation;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document is complete and correct: it lists every operation, and each answers as documented. */
@ApiTest
class OpenApiTest {

    @Autowired
    private ApiClients apiClients;

    @Autowired
    private MappedPaths mappedPaths;

    private OpenApiDocument document;

    @BeforeEach
    void read() {
        document = OpenApiDocument.of(apiClients.stranger());
    }

    @Test
    void listsExactlyTheMappedPaths() {
        Set<String> real = new TreeSet<>();
        mappedPaths.all().forEach(address -> {
            real.add(address.method() + " " + address.path());
            if (address.path().matches("/v1/api/(chats|media|events)(/.*)?")) {
                real.add(address.method() + " " + address.path().replace("/v1/api/", "/v1/api/spaces/{slug}/"));
            }
        });

        assertThat(new TreeSet<>(
                        document.operations().stream().map(Operation::toString).toList()))
                .isEqualTo(real);
    }

    @Test
    void listsThePathsOfTheContract() {
        for (String path : List.of(
                "/v1/api/auth/register",
                "/v1/api/auth/login",
                "/v1/api/chats",
                "/v1/api/chats/public",
                "/v1/api/chats/private",
                "/v1/api/chats/private/{id}",
                "/v1/api/chats/gruop",
                "/v1/api/chats/gruop/{id}",
                "/v1/api/chats/group",
                "/v1/api/chats/group/{id}",
                "/v1/api/events")) {
            assertThat(document.root().at("/paths").has(path)).as(path).isTrue();
        }
    }

    @Test
    void documentsWhichOperationsNeedAToken() {
        for (Operation operation : document.operations()) {
            Response response =
                    call(apiClients.stranger(), operation, "01234567-89ab-7def-8123-456789abcdef", "1", "{}");

            if (!operation.node().at("/security").isEmpty()) {
                assertThat(response.status()).as(operation.toString()).isEqualTo(401);
            } else {
                assertThat(response.status()).as(operation.toString()).isNotEqualTo(401);
            }
        }
    }

    @Test
    void documentsEveryResponse() {
        for (Operation operation : document.operations()) {
            if (operation.path().endsWith("/events") || isSameUnderSpace(operation)) {
                continue; // the stream never completes: see EventStreamTest
            }
            ApiClient ana = apiClients.person("ana");
            ApiClient ben = apiClients.person("ben");
            String kind = kind(operation.path());
            String chat = chat(kind, ana, ben);
            String message =
                    Long.toString(ana.say("/chats/" + kind + "/" + chat, "hola").number("/id"));

            for (String body : bodies(operation, ben)) {
                call(ana, operation, chat, message, body, ben.username()); // fails if it is not as documented
            }
        }
    }

    @Test
    void marksRequiredFields() {
        assertThat(document.root()
                        .at("/components/schemas/MessageJson/required")
                        .toString())
                .contains("\"id\"", "\"seq\"", "\"clientId\"")
                .doesNotContain("editedAt");
        assertThat(document.root()
                        .at("/components/schemas/SendRequest/required")
                        .toString())
                .isEqualTo("[\"text\"]");
    }

    @Test
    void namesEveryOperation() {
        assertThat(document.operations())
                .allSatisfy(operation -> assertThat(operation.node().has("summary"))
                        .as("openapi/operations.properties has a line for %s", operation)
                        .isTrue())
                .extracting(operation -> operation.node().at("/operationId").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void hasAValidExampleOfEveryBodyAndTheMainAnswers() {
        JsonNode examples = document.root().at("/components/examples");
        for (Map.Entry<String, JsonNode> example : examples.properties()) {
            assertThat(document.validate(
                            "#/components/schemas/" + example.getKey(),
                            example.getValue().path("value")))
                    .as(example.getKey())
                    .isEmpty();
        }
        for (Operation operation : document.operations()) {
            JsonNode content = operation.node().at("/requestBody/content/application~1json");
            assertThat(content.isMissingNode() || content.has("examples"))
                    .as("openapi/examples.json has the body of %s", operation)
                    .isTrue();
        }
        assertThat(examples.propertyNames())
                .contains("SignedIn", "AccountJson", "OpenChatJson", "MessageJson", "MessagesJson", "AttachmentJson");
    }

    @Test
    void describesBothWaysToUploadAFile() {
        JsonNode content = document.root().at("/paths/~1v1~1api~1media/post/requestBody/content");

        assertThat(content.propertyNames())
                .contains("application/octet-stream", "image/*", "multipart/form-data")
                .doesNotContain("*/*");
        assertThat(content.path("multipart/form-data")
                        .at("/schema/additionalProperties/format")
                        .asString())
                .isEqualTo("binary");
        assertThat(content.path("multipart/form-data").at("/schema/required").toString())
                .isEqualTo("[\"file\"]");
    }

    @Test
    void declaresNullableFields() {
        assertThat(document.root()
                        .at("/components/schemas/MessageJson/properties/editedAt/type")
                        .toString())
                .contains("\"string\"", "\"null\"");
        assertThat(document.root()
                        .at("/components/schemas/MessageJson/properties/quote/anyOf")
                        .toString())
                .contains("QuoteJson", "\"null\"");
        assertThat(document.root()
                        .at("/components/schemas/OpenChatJson/properties/mutedUntil/type")
                        .toString())
                .contains("\"null\"");
        assertThat(document.root().at("/components/schemas/Exchange/required").toString())
                .isEqualTo("[\"code\",\"code_verifier\"]");
    }

    @Test
    void rejectsAnswersThatAreNotAsDocumented() {
        var headers = HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (name, value) -> true);

        assertThat(document.violations("GET", "/v1/api/chats", new Response(200, headers, "{\"chats\":[]}")))
                .isEmpty();
        for (String body : List.of("{}", "{\"chats\":null}", "{\"chats\":[{}]}", "{\"chats\":[],\"other\":1}")) {
            assertThat(document.violations("GET", "/v1/api/chats", new Response(200, headers, body)))
                    .as(body)
                    .isNotEmpty();
        }
        assertThat(document.violations("GET", "/v1/api/chats", new Response(418, headers, "{}")))
                .isNotEmpty();
    }

    private static boolean isSameUnderSpace(Operation operation) {
        return operation.node().at("/operationId").asString().endsWith("OfSpace");
    }

    private static Response call(
            ApiClient client, Operation operation, String chat, String message, String body, String... member) {
        String path = new MappedPaths.Address(operation.method(), operation.path())
                .of(chat, message, member.length == 0 ? "nobody" : member[0]);
        return switch (operation.method()) {
            case "GET" -> client.get(path);
            case "DELETE" ->
                operation.node().has("requestBody") ? client.json("DELETE", path, body) : client.delete(path);
            default -> client.json(operation.method(), path, body);
        };
    }

    private static String kind(String path) {
        for (String kind : List.of("public", "private", "group")) {
            if (path.contains("/chats/" + kind)) {
                return kind;
            }
        }
        return "gruop";
    }

    private static String chat(String kind, ApiClient ana, ApiClient ben) {
        return switch (kind) {
            case "public" -> ana.homeChat().substring("/chats/public/".length());
            case "private" ->
                ana.post("/chats/private", Map.of("username", ben.username())).text("/id");
            default -> ana.group("G", ben).substring("/chats/gruop/".length());
        };
    }

    /** A malformed body, an empty one, and a valid one. */
    private List<String> bodies(Operation operation, ApiClient ben) {
        JsonNode example = document.follow(
                        operation.node().at("/requestBody/content/application~1json/examples/example"))
                .path("value");
        return List.of(
                "nonsense",
                "{}",
                example.isMissingNode() ? "" : example.toString().replace("bruno", ben.username()));
    }
}
