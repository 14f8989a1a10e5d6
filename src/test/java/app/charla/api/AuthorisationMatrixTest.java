package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.charla.account.Session.Scope;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The authorisation matrix: every operation has a row in {@code authorisation-matrix.txt}, and answers each caller and
 * each token as the row says.
 */
@ApiTest
@SuppressWarnings("NullAway.Init")
class AuthorisationMatrixTest {

    private static final Path MATRIX = Path.of("src/test/resources/authorisation-matrix.txt");
    private static final String ID = "01234567-89ab-7def-8123-456789abcdef";
    private static final List<String> REACHES = List.of("chat", "space", "account");

    /** A row. */
    private record Row(String method, String path, String scope, String reach, String outsider) {

        static Row parse(String line) {
            String[] cells = line.split(" +");
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }

        String operation() {
            return method + " " + path;
        }

        boolean isPublic() {
            return scope.equals("PUBLIC");
        }
    }

    @Autowired
    private ApiClients apiClients;

    @Autowired
    private MappedPaths mappedPaths;

    private List<Row> rows;
    private ApiClient ana;
    private String slug;
    private String chat;

    @BeforeEach
    void setUp() throws IOException {
        rows = Files.readAllLines(MATRIX).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Row::parse)
                .toList();
        ana = apiClients.person("ana");
        slug = ana.post("/spaces", Map.of("name", "Own " + ana.username())).text("/slug");
        await().until(() -> ana.get("/spaces/" + slug).text("/space/state").equals("READY"));
        chat = ana.get("/spaces/" + slug + "/chats/public").text("/chats/0/id");
    }

    @Test
    void hasARowForEachOperation() {
        Set<String> mapped = mappedPaths.all().stream()
                .map(address -> address.method() + " " + ofAnyKind(address.path()))
                .collect(Collectors.toSet());

        assertThat(rows).extracting(Row::operation).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(mapped);
    }

    private static String ofAnyKind(String path) {
        return path.replaceFirst("^(/v1/api/chats)/(public|private|gruop|group)/", "$1/{kind}/");
    }

    @Test
    void needsTheScopeOfTheRow() {
        for (Row row : rows) {
            assertThat(Scopes.isPublic(row.path())).as(row.operation()).isEqualTo(row.isPublic());
            if (!row.isPublic()) {
                assertThat(Scopes.needed(row.method(), row.path()))
                        .as(row.operation())
                        .isEqualTo(Scope.valueOf(row.scope()));
            }
        }
    }

    @Test
    void asksForAdminScopeAtUnknownAddresses() {
        for (String path :
                List.of("/v1/api/whatever", "/v1/api/admin/settings", "/v1/api/mediation", "/v1/api/search2")) {
            assertThat(Scopes.isPublic(path)).as(path).isFalse();
            assertThat(Scopes.needed("GET", path)).as(path).isEqualTo(Scope.ADMIN);
            assertThat(Scopes.needed("POST", path)).as(path).isEqualTo(Scope.ADMIN);
        }
        assertThat(Scopes.isPublic("/v1/api/resetting")).isFalse();
        assertThat(token("READ", null, null).get("/whatever").text("/code")).isEqualTo("token.scope");
    }

    @Test
    void refusesStrangersAndLesserScopes() {
        ApiClient reader = token("READ", null, null);
        ApiClient writer = token("WRITE", null, null);
        for (Row row : rows.stream().filter(row -> !row.isPublic()).toList()) {
            assertThat(call(apiClients.stranger(), row).status())
                    .as(row.operation())
                    .isEqualTo(401);
            if (!row.scope().equals("READ")) {
                assertThat(call(reader, row).text("/code")).as(row.operation()).isEqualTo("token.scope");
            }
            if (row.scope().equals("ADMIN")) {
                assertThat(call(writer, row).text("/code")).as(row.operation()).isEqualTo("token.scope");
            }
        }
    }

    @Test
    void showsOutsidersNothing() {
        ApiClient eve = apiClients.person("eve");
        for (Row row : rows.stream().filter(row -> row.outsider().equals("404")).toList()) {
            if (row.method().equals("GET")
                    || row.method().equals("DELETE") && !row.path().endsWith("{slug}")) {
                assertThat(call(eve, row).status()).as(row.operation()).isEqualTo(404);
            }
        }
    }

    @Test
    void limitsTokensToTheirReach() {
        ApiClient ofHome = token("ADMIN", "home", null);
        ApiClient ofOtherChat = token("ADMIN", slug, otherChat());
        for (Row row : rows.stream().filter(row -> !row.isPublic()).toList()) {
            assertThat(call(ofHome, row).text("/code"))
                    .as("%s of another space", row)
                    .isEqualTo("token.reach");
            if (row.path().contains("{id}") || !row.reach().equals("chat")) {
                assertThat(call(ofOtherChat, row).text("/code"))
                        .as("%s of another chat", row)
                        .isEqualTo("token.reach");
            }
        }
    }

    @Test
    void letsLimitedTokensDoWhatTheyReach() {
        for (Row row : rows.stream().filter(row -> !row.isPublic()).toList()) {
            if (row.method().equals("GET")
                    && !row.path().endsWith("/events")
                    && !row.path().endsWith("/download")) {
                for (String reach : REACHES.subList(0, 2)) {
                    ApiClient robot = reach.equals("chat") ? ofChat() : ofSpace();
                    String code = call(robot, row).text("/code");
                    boolean reached = REACHES.indexOf(row.reach()) <= REACHES.indexOf(reach);
                    assertThat(code.equals("token.reach"))
                            .as("%s by a token of a %s: %s", row.operation(), reach, code)
                            .isEqualTo(!reached);
                }
            }
        }
        assertThat(ofChat().say("/spaces/" + slug + "/chats/public/" + chat, "hola")
                        .status())
                .isEqualTo(201);
        assertThat(ofSpace()
                        .say("/spaces/" + slug + "/chats/public/" + chat, "hola")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void sendsLimitedTokensTheEventsOfTheirChat() {
        String own = "/spaces/" + slug + "/chats/public/" + chat;
        String other = "/spaces/" + slug + "/chats/group/"
                + ana.post("/spaces/" + slug + "/chats/group", Map.of("name", "Other"))
                        .text("/id");
        String events = "/spaces/" + slug + "/events";
        try (LiveStream stream = ofChat().listenAt(events)) {
            await().until(() -> !stream.lastId().isEmpty());
            ana.say(other, "not for robots");
            ana.say(own, "for robots");
            await().until(() -> stream.events("message").size() == 1);
            assertThat(stream.events().getFirst().data()).contains("for robots").doesNotContain("not for");
        }
        assertThat(ofChat().listenAt(events + "?presence=me").status()).isEqualTo(403);
        assertThat(ofChat().listenAt(events + "?chat=" + ID).status()).isEqualTo(403);
        assertThat(ofSpace().listenAt("/events").status()).isEqualTo(403);
    }

    @Test
    void makesNoTokenOfWhatOneDoesNotSee() {
        ApiClient eve = apiClients.person("eve");
        assertThat(make(eve, Map.of("name", "robot", "space", slug)).status()).isEqualTo(404);
        assertThat(make(eve, Map.of("name", "robot", "space", "home", "chatId", chat))
                        .status())
                .isEqualTo(404);
        assertThat(make(ana, Map.of("name", "robot", "chatId", chat)).status()).isEqualTo(422);
        Response made = make(ana, Map.of("name", "robot", "space", slug, "chatId", chat));
        assertThat(made.text("/chatId")).isEqualTo(chat);
        assertThat(ana.get("/auth/tokens").text("/tokens/0/chatId")).isEqualTo(chat);
    }

    private ApiClient ofChat() {
        return token("ADMIN", slug, chat);
    }

    private ApiClient ofSpace() {
        return token("ADMIN", slug, null);
    }

    private final Map<String, ApiClient> made = new java.util.HashMap<>();

    private ApiClient token(String scope, @Nullable String space, @Nullable String of) {
        return made.computeIfAbsent(scope + space + of, unknown -> {
            var wanted = new java.util.HashMap<String, Object>(Map.of("name", "robot", "scope", scope));
            if (space != null) {
                wanted.put("space", space);
            }
            if (of != null) {
                wanted.put("chatId", of);
            }
            return new ApiClient(
                    ana.server(), ana.username(), ana.id(), make(ana, wanted).text("/token"));
        });
    }

    private static Response make(ApiClient owner, Map<String, Object> wanted) {
        return owner.post("/auth/tokens", wanted);
    }

    private String otherChat() {
        return ana.post("/spaces/" + slug + "/chats/group", Map.of("name", "Elsewhere"))
                .text("/id");
    }

    /** Calls an operation in the space and the public chat of Ana. */
    private Response call(ApiClient caller, Row row) {
        String path = new MappedPaths.Address(
                        row.method(),
                        row.path()
                                .replace("{kind}", row.path().contains("{member}") ? "group" : "public")
                                .replace("{slug}", slug))
                .of(chat, "1", "nobody");
        var headers = new ArrayList<String>();
        if (row.path().startsWith("/v1/api/chats")
                || row.path().startsWith("/v1/api/media")
                || row.path().startsWith("/v1/api/events")
                || row.path().startsWith("/v1/api/search")
                || row.path().startsWith("/v1/api/presence")) {
            headers.addAll(List.of("X-Space", slug));
        }
        String[] all = headers.toArray(String[]::new);
        if (row.method().equals("GET")) {
            return caller.get(path, all);
        }
        Response answer = caller.json(row.method(), path, "{}", all);
        for (String type : List.of("application/octet-stream", "application/offset+octet-stream")) {
            if (answer.status() == 415) {
                var typed = new ArrayList<>(headers);
                typed.addAll(List.of("Content-Type", type));
                answer = caller.send(row.method(), path, BodyPublishers.noBody(), typed.toArray(String[]::new));
            }
        }
        return answer;
    }
}
