package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.charla.api.json.ApiPaths;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Registration by REST in each mode, accounts that wait, and what administrators alone may do. */
@ApiTest
@TestPropertySource(properties = "REGISTRATION=open")
@SuppressWarnings("NullAway.Init")
class RegistrationTest {

    private static final String ID = "01234567-89ab-7def-8123-456789abcdef";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static @Nullable ApiClient first;

    @Autowired
    private ApiClients apiClients;

    @Autowired
    private MappedPaths mappedPaths;

    private ApiClient admin;

    @BeforeEach
    void setUp() {
        if (first == null) {
            first = apiClients.person("root");
        }
        admin = first;
    }

    @AfterEach
    void open() {
        rule("OPEN");
    }

    private void rule(String mode) {
        assertThat(admin.put("/admin/registration", Map.of("mode", mode)).status())
                .isEqualTo(200);
    }

    private static String name() {
        return "newcomer-" + COUNT.incrementAndGet();
    }

    private Response register(String username, @Nullable String invite) {
        Map<String, String> body = new HashMap<>(Map.of("username", username, "password", ApiClients.PASSWORD));
        if (invite != null) {
            body.put("invite", invite);
        }
        return apiClients.stranger().post("/auth/register", body);
    }

    private ApiClient client(String username, Response registered) {
        assertThat(registered.status()).isEqualTo(201);
        return new ApiClient(admin.server(), username, registered.text("/account/id"), registered.text("/token"));
    }

    private String space(ApiClient owner) {
        Response asked = owner.post("/spaces", Map.of("name", "Club"));
        String slug = asked.text("/slug");
        await().until(() -> owner.get("/spaces/" + slug).text("/space/state").equals("READY"));
        return slug;
    }

    @Test
    void aClosedServerTakesNobody() {
        rule("CLOSED");

        Response refused = register(name(), null);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/code")).isEqualTo("registration.closed");
        assertThat(admin.get("/admin/registration").text("/mode")).isEqualTo("CLOSED");
    }

    @Test
    void anInviteMakesAnAccountThatIsInItsSpace() {
        String slug = space(admin);
        String token =
                admin.post("/spaces/" + slug + "/invites", Map.of("maxUses", 1)).text("/token");
        rule("INVITE");
        assertThat(register(name(), null).text("/code")).isEqualTo("registration.invite");
        assertThat(register(name(), "nothing").text("/code")).isEqualTo("registration.invite");

        String username = name();
        ApiClient invited = client(username, register(username, token));

        assertThat(invited.get("/spaces/" + slug).status()).isEqualTo(200);
        assertThat(register(name(), token).text("/code")).isEqualTo("registration.invite");
    }

    @Test
    void anAccountThatWaitsIsRefusedEverywhere() {
        rule("APPROVAL");
        String username = name();
        Response registered = register(username, null);
        assertThat(registered.json().at("/waiting").asBoolean()).isTrue();
        ApiClient newcomer = client(username, registered);

        for (MappedPaths.Address address : mappedPaths.all()) {
            if (!Scopes.isPublic(address.path())) {
                Response response = newcomer.json(address.method(), address.of(ID, "1", admin.username()), "{}");
                assertThat(response.status()).as(address.toString()).isEqualTo(403);
                assertThat(response.text("/code")).as(address.toString()).isEqualTo("account.waiting");
            }
        }
        assertThat(admin.get("/people?q=" + username).body()).doesNotContain(username);
        assertThat(admin.post("/chats/private", Map.of("username", username)).status())
                .isIn(404, 422);
        assertThat(register(username, null).text("/code")).isEqualTo("username.taken");

        Response waiting = admin.get("/admin/waiting");
        assertThat(waiting.body()).contains(username, newcomer.id());
        assertThat(admin.post("/admin/waiting/" + newcomer.id(), "").status()).isEqualTo(204);

        assertThat(newcomer.get("/me").status()).isEqualTo(200);
        assertThat(newcomer.get("/chats").status()).isEqualTo(200);
        assertThat(admin.post("/admin/waiting/" + newcomer.id(), "").status()).isEqualTo(404);
    }

    @Test
    void aRefusedAccountIsGone() {
        rule("APPROVAL");
        String username = name();
        ApiClient newcomer = client(username, register(username, null));

        assertThat(admin.delete("/admin/waiting/" + newcomer.id()).status()).isEqualTo(204);

        assertThat(newcomer.get("/me").status()).isEqualTo(401);
        var credentials = Map.of("username", username, "password", ApiClients.PASSWORD);
        Response signIn = apiClients.stranger().post("/auth/login", credentials);
        Response unknown =
                apiClients.stranger().post("/auth/login", Map.of("username", name(), "password", ApiClients.PASSWORD));
        assertThat(signIn.status()).isEqualTo(401);
        assertThat(signIn.body()).isEqualTo(unknown.body());
        assertThat(register(username, null).status()).isEqualTo(201);
    }

    @Test
    void theLastAdministratorStays() {
        ApiClient ben = apiClients.person("ben");
        String own = "/admin/administrators/" + admin.username();
        assertThat(admin.delete(own).text("/code")).isEqualTo("administrator.last");
        assertThat(admin.delete(own).status()).isEqualTo(409);

        assertThat(admin.put("/admin/administrators/" + ben.username(), "").status())
                .isEqualTo(204);
        assertThat(ben.get("/admin/administrators").body()).contains(ben.username(), admin.username());
        assertThat(ben.delete("/admin/administrators/" + ben.username()).status())
                .isEqualTo(204);

        assertThat(ben.get("/admin/administrators").status()).isEqualTo(404);
        assertThat(admin.get("/auth/log").text("/events/0/kind")).isEqualTo("ADMINISTRATOR_ADDED");
    }

    @Test
    void administrationDoesNotExistForOthers() {
        ApiClient ben = apiClients.person("ben");
        List<MappedPaths.Address> all = mappedPaths.all().stream()
                .filter(address -> address.path().startsWith(ApiPaths.ADMIN + "/"))
                .toList();

        assertThat(all).hasSize(8);
        for (MappedPaths.Address address : all) {
            String path = address.of(ID, "1", admin.username());
            Response response = ben.json(address.method(), path, Map.of("mode", "CLOSED"));
            assertThat(response.status()).as(address.toString()).isEqualTo(404);
        }
    }

    @Test
    void administrationNeedsATokenOfTheWholeAccount() {
        for (String scope : List.of("READ", "WRITE")) {
            String token = admin.post("/auth/tokens", Map.of("name", "robot", "scope", scope, "days", 7))
                    .text("/token");
            var robot = new ApiClient(admin.server(), admin.username(), admin.id(), token);
            for (MappedPaths.Address address : mappedPaths.all()) {
                if (address.path().startsWith(ApiPaths.ADMIN + "/")) {
                    Response response = robot.json(address.method(), address.of(ID, "1", "nobody"), "{}");
                    assertThat(response.text("/code")).as(address.toString()).isEqualTo("token.scope");
                }
            }
        }
    }

    @Test
    void aSetupCodeThatWasUsedMakesNoAdministrator() {
        Response second = apiClients
                .stranger()
                .post(
                        "/auth/register",
                        Map.of(
                                "username",
                                name(),
                                "password",
                                ApiClients.PASSWORD,
                                "setupCode",
                                app.charla.People.SETUP_CODE));

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.text("/errors/0/field")).isEqualTo("setupCode");
    }
}
