package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** REST resources of accounts: registration, sign-in, sessions, profile, presence. */
@Tag("server")
@ApiTest
class AccountResourceTest {

    @Autowired
    private ApiClients apiClients;

    private ApiClient ana;
    private ApiClient ben;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
        ben = apiClients.person("ben");
    }

    @Test
    void registersAnAccountAndAnswersWithAToken() {
        String name = "carla-" + ana.username();
        Response made = apiClients
                .stranger()
                .post("/auth/register", Map.of("username", name, "password", ApiClients.PASSWORD, "language", "en"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/account/username")).isEqualTo(name);
        assertThat(made.text("/account/language")).isEqualTo("EN");
        assertThat(made.text("/token")).hasSizeGreaterThan(40);
        assertThat(made.text("/expiresAt")).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(made.body()).doesNotContain(ApiClients.PASSWORD);
    }

    @Test
    void registersWithADisplayName() {
        String username = "nora-" + ana.username();
        Response made = apiClients
                .stranger()
                .post(
                        "/auth/register",
                        Map.of("name", "Nora Ibáñez", "username", username, "password", ApiClients.PASSWORD));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/account/name")).isEqualTo("Nora Ibáñez");
    }

    @Test
    void signsInByUsernameOrEmail() {
        String name = "dora-" + ana.username();
        String email = name + "@example.org";
        apiClients
                .stranger()
                .post("/auth/register", Map.of("username", name, "password", ApiClients.PASSWORD, "email", email));

        Response byName =
                apiClients.stranger().post("/auth/login", Map.of("username", name, "password", ApiClients.PASSWORD));
        Response byEmail =
                apiClients.stranger().post("/auth/login", Map.of("username", email, "password", ApiClients.PASSWORD));

        assertThat(List.of(byName.status(), byEmail.status())).containsOnly(200);
        assertThat(byName.text("/account/id")).isEqualTo(byEmail.text("/account/id"));
        assertThat(byName.text("/token")).isNotEqualTo(byEmail.text("/token"));
    }

    @Test
    void changesPresenceSettings() {
        Response usual = ana.get("/me/presence");
        assertThat(usual.text("/choice")).isEqualTo("AUTOMATIC");
        assertThat(usual.json().at("/receipts").asBoolean()).isTrue();

        Response chosen = ana.put(
                "/me/presence",
                Map.of(
                        "choice",
                        "DO_NOT_DISTURB",
                        "receipts",
                        false,
                        "status",
                        Map.of("emoji", "🌴", "text", "fuera", "until", "2999-01-01T00:00:00Z")));
        assertThat(chosen.text("/choice")).isEqualTo("DO_NOT_DISTURB");
        assertThat(chosen.text("/status/text")).isEqualTo("fuera");
        assertThat(chosen.json().at("/receipts").asBoolean()).isFalse();
        assertThat(ana.put("/me/presence", Map.of()).body()).isEqualTo(chosen.body());
        assertThat(ana.put("/me/presence", Map.of("status", Map.of("emoji", "no")))
                        .status())
                .isEqualTo(422);

        Response seen = ben.get("/presence?people=" + ana.username() + "," + ben.id());
        assertThat(seen.json().at("/presences")).hasSize(2);
        assertThat(seen.json().toString()).doesNotContain("fuera"); // an offline person shows no status
        assertThat(ben.get("/presence?people=nobody-at-all").status()).isEqualTo(422);
    }

    @Test
    void findsPeopleAndChangesTheCallersAccount() {
        Response found = ana.get("/people?q=" + ben.username());
        assertThat(found.text("/people/0/id")).isEqualTo(ben.id());

        Response me = ana.json("PATCH", "/me", Map.of("name", "Ana María", "theme", "dark"));
        assertThat(me.text("/name")).isEqualTo("Ana María");
        assertThat(ana.get("/me").text("/theme")).isEqualTo("DARK");
        assertThat(ana.put("/me", Map.of("language", "EN")).text("/theme")).isEqualTo("DARK");
    }

    @Test
    void showsProfilesAccordingToVisibility() {
        assertThat(ben.get("/people/" + ana.username() + "/profile").status()).isEqualTo(404);
        ana.get("/chats"); // comes in
        ana.put("/me/profile", Map.of("about", "Plays the trombone."));
        Response link = ana.post("/me/profile/links", Map.of("address", "ana.example"));
        ana.post("/me/profile/links", Map.of("address", "mine.example", "visibility", "ME"));
        Response own = ana.get("/me/profile");

        assertThat(link.status()).isEqualTo(201);
        assertThat(own.text("/backlink")).endsWith("/people/" + ana.id());
        assertThat(own.json().at("/links")).hasSize(2);
        Response seen = ben.get("/people/" + ana.username() + "/profile");
        assertThat(seen.text("/about")).isEqualTo("Plays the trombone.");
        assertThat(seen.json().at("/links")).hasSize(1);
        assertThat(seen.text("/links/0/address")).isEqualTo("https://ana.example/");
        assertThat(ben.get("/people/01234567-89ab-7def-8123-456789abcdef/profile")
                        .status())
                .isEqualTo(404);
        assertThat(ana.post("/me/profile/links", Map.of("address", "http://ana.example"))
                        .status())
                .isEqualTo(422);
        assertThat(ana.delete("/me/profile/links/" + link.text("/id")).status()).isEqualTo(204);
    }

    @Test
    void listsAndEndsSessions() {
        Response other = apiClients
                .stranger()
                .post(
                        "/auth/login",
                        Map.of("username", ana.username(), "password", ApiClients.PASSWORD),
                        "User-Agent",
                        "x/1");
        ApiClient second = new ApiClient(ana.server(), ana.username(), ana.id(), other.text("/token"));
        JsonNode sessions = ana.get("/auth/sessions").json().at("/sessions");

        assertThat(sessions).hasSize(2);
        JsonNode notMine = sessions.get(0).at("/current").asBoolean() ? sessions.get(1) : sessions.get(0);
        assertThat(notMine.at("/label").asString()).isEqualTo("x/1");
        assertThat(ana.delete("/auth/sessions/" + notMine.at("/id").asString()).status())
                .isEqualTo(204);
        assertThat(second.get("/me").status()).isEqualTo(401);

        assertThat(ana.post("/auth/logout", "").status()).isEqualTo(204);
        assertThat(ana.get("/me").status()).isEqualTo(401);
    }

    private ApiClient signIn(String program) {
        Response answer = apiClients
                .stranger()
                .post(
                        "/auth/login",
                        Map.of("username", ana.username(), "password", ApiClients.PASSWORD),
                        "User-Agent",
                        program);
        return new ApiClient(ana.server(), ana.username(), ana.id(), answer.text("/token"));
    }

    @Test
    void dismissesAndRejectsSecurityAlerts() {
        assertThat(ana.get("/auth/alerts").json().at("/alerts")).isEmpty();
        ApiClient phone = signIn("phone/1");
        String known = ana.get("/auth/alerts").text("/alerts/0/id");
        assertThat(ana.delete("/auth/alerts/" + known).status()).isEqualTo(204);
        assertThat(ana.get("/auth/alerts").json().at("/alerts")).isEmpty();
        assertThat(ana.delete("/auth/alerts/" + known).status()).isEqualTo(404);
        assertThat(phone.get("/me").status()).isEqualTo(200);

        ApiClient thief = signIn("thief/1");
        String foreign = ana.get("/auth/alerts").text("/alerts/0/id");
        assertThat(ana.post("/auth/alerts/" + foreign + "/rejection", "").status())
                .isEqualTo(204);
        assertThat(ana.get("/auth/alerts").json().at("/alerts")).isEmpty();
        assertThat(thief.get("/me").status()).isEqualTo(401);
        assertThat(ana.post("/auth/alerts/" + foreign + "/rejection", "").status())
                .isEqualTo(404);
        assertThat(ana.delete("/auth/alerts/nonsense").status()).isEqualTo(404);
    }

    @Test
    void signsOutEverywhere() {
        assertThat(ana.post("/auth/logout-everywhere", "").status()).isEqualTo(204);
        assertThat(ana.get("/me").status()).isEqualTo(401);
    }
}
