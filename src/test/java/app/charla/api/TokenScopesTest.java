package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.api.json.ApiPaths;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** API tokens: what each scope allows, at every path. */
@ApiTest
@SuppressWarnings("NullAway.Init")
class TokenScopesTest {

    private static final String ID = "01234567-89ab-7def-8123-456789abcdef";

    @Autowired
    private ApiClients apiClients;

    @Autowired
    private MappedPaths mappedPaths;

    private ApiClient ana;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
    }

    private ApiClient with(String scope) {
        Response made = ana.post("/auth/tokens", Map.of("name", "robot", "scope", scope, "days", 7));
        assertThat(made.status()).isEqualTo(201);
        return new ApiClient(ana.server(), ana.username(), ana.id(), made.text("/token"));
    }

    @Test
    void readScopeAllowsReadingOnly() {
        ApiClient robot = with("READ");
        assertThat(robot.get("/chats/public").status()).isEqualTo(200);
        assertThat(robot.get("/me").status()).isEqualTo(200);
        for (MappedPaths.Address address : mappedPaths.all()) {
            boolean reads = address.method().equals("GET") && !isAdministration(address.path());
            if (!reads && !isPublic(address.path())) {
                assertRefused(robot, address);
            }
        }
    }

    @Test
    void writeScopeAllowsChatsButNoAdministration() {
        ApiClient robot = with("WRITE");
        assertThat(robot.say(ana.group("Robots"), "hola").status()).isEqualTo(201);
        for (MappedPaths.Address address : mappedPaths.all()) {
            boolean looksAfter = !address.method().equals("GET")
                    && !address.path().startsWith("/v1/api/chats")
                    && !address.path().startsWith("/v1/api/media");
            if (address.path().startsWith("/v1/api/auth/") && !isPublic(address.path())
                    || isAdministration(address.path())
                    || looksAfter && !isPublic(address.path())) {
                assertRefused(robot, address);
            }
        }
    }

    @Test
    void adminScopeAllowsEverything() {
        ApiClient robot = with("ADMIN");
        assertThat(robot.json("PATCH", "/me", Map.of("name", "Ana R.")).status())
                .isEqualTo(200);
        assertThat(robot.get("/auth/tokens").json().at("/tokens/0/name").asString())
                .isEqualTo("robot");
        assertThat(robot.get("/auth/tokens").body()).doesNotContain(robot.token());
        assertThat(robot.post("/auth/tokens", Map.of("name", "another")).text("/code"))
                .isEqualTo("proof.required");
    }

    @Test
    void downloadNeedsAdminScope() {
        assertThat(with("WRITE").get("/spaces/home/download").text("/code")).isEqualTo("token.scope");
    }

    @Test
    void checksScopesOfRewrittenPaths() {
        ApiClient robot = with("READ");
        String chat = robot.get("/chats/public").text("/chats/0/id");
        assertThat(robot.say("/spaces/home/chats/public/" + chat, "hola").status())
                .isEqualTo(403);
        assertThat(robot.say("/chats/public/" + chat + "/", "hola").status()).isNotEqualTo(201);
        assertThat(robot.say("/chats/public/" + chat + ";x=y", "hola").status()).isNotEqualTo(201);
        assertThat(robot.get("/auth/sessions").status()).isEqualTo(403);
        assertThat(robot.get("/%61uth/sessions").status()).isNotEqualTo(200);
    }

    @Test
    void revokedTokensAreRejected() {
        ApiClient robot = with("READ");
        String id = ana.get("/auth/tokens").text("/tokens/0/id");
        try (LiveStream stream = robot.listen()) {
            assertThat(ana.delete("/auth/tokens/" + id).status()).isEqualTo(204);
            org.awaitility.Awaitility.await().until(stream::isClosed);
        }
        assertThat(robot.get("/me").status()).isEqualTo(401);
    }

    @Test
    void sessionsAreListedAndEnded() {
        ApiClient phone = signIn();
        assertThat(ana.get("/auth/sessions").json().at("/sessions")).hasSize(2);
        assertThat(ana.get("/auth/sessions").text("/sessions/0/address")).isNotBlank();
        assertThat(ana.delete("/auth/sessions").status()).isEqualTo(204);
        assertThat(phone.get("/me").status()).isEqualTo(401);
        assertThat(ana.get("/me").status()).isEqualTo(200);
        assertThat(ana.get("/auth/log").text("/events/0/kind")).isEqualTo("SESSION_ENDED");
    }

    private ApiClient signIn() {
        Response response =
                ana.post("/auth/login", Map.of("username", ana.username(), "password", ApiClients.PASSWORD));
        return new ApiClient(ana.server(), ana.username(), ana.id(), response.text("/token"));
    }

    private static void assertRefused(ApiClient robot, MappedPaths.Address address) {
        Response response = robot.json(address.method(), address.of(ID, "1", "nobody"), "{}");
        assertThat(response.status()).as(address.toString()).isEqualTo(403);
        assertThat(response.text("/code")).as(address.toString()).isEqualTo("token.scope");
    }

    private static boolean isAdministration(String path) {
        return path.startsWith(ApiPaths.ADMIN + "/");
    }

    private static boolean isPublic(String path) {
        return path.equals(ApiPaths.LOGIN)
                || path.equals(ApiPaths.REGISTER)
                || path.startsWith(ApiPaths.PASSWORD_RESETS)
                || path.startsWith(ApiPaths.CLAIMS + "/");
    }
}
