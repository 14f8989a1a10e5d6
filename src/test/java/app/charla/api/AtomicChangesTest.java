package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Partial updates of which one field is refused: the valid fields beside it are not changed either. */
@ApiTest
@SuppressWarnings("NullAway.Init")
class AtomicChangesTest {

    private static final String LONG = "x".repeat(300);

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
    void changesNothingOfAChat() {
        String group = ana.group("Before", ben);
        assertUnchanged(ana, group, Map.of("name", "After", "topic", LONG), 422);
        assertUnchanged(ana, group, Map.of("name", LONG, "topic", "After"), 422);
        assertUnchanged(ana, group, Map.of("name", " ", "topic", "After", "muted", true), 422);
        assertUnchanged(
                ana, group, Map.of("name", "After", "notifications", "ALL", "mutedUntil", "2099-01-01T00:00:00Z"), 422);
        assertUnchanged(ben, group, Map.of("muted", true, "name", "Mine"), 403);
        assertUnchanged(ben, group, Map.of("muted", true, "topic", "Mine"), 403);

        String pair = "/chats/private/"
                + ana.post("/chats/private", Map.of("username", ben.username())).text("/id");
        assertUnchanged(ana, pair, Map.of("muted", true, "name", "After"), 422);
        assertUnchanged(ana, pair, Map.of("muted", true, "topic", "After"), 422);
    }

    @Test
    void changesAllOfAChatAtOnce() {
        String group = ana.group("Before", ben);
        Response changed = ana.put(group, Map.of("name", "After", "topic", "New", "notifications", "MENTIONS"));

        assertThat(changed.status()).isEqualTo(200);
        for (ApiClient each : List.of(ana, ben)) {
            assertThat(each.get(group).text("/name")).isEqualTo("After");
            assertThat(each.get(group).text("/topic")).isEqualTo("New");
        }
        assertThat(changed.text("/notifications")).isEqualTo("MENTIONS");
    }

    @Test
    void changesNothingOfASpace() {
        String slug =
                ana.post("/spaces", Map.of("name", "Before " + ana.username())).text("/slug");
        String space = "/spaces/" + slug;
        org.awaitility.Awaitility.await()
                .until(() -> ana.get(space).json().at("/space/state").asString().equals("READY"));
        assertUnchanged(ana, space, Map.of("name", "After", "retentionDays", -1), 422);
        assertUnchanged(ana, space, Map.of("name", "After", "color", "red"), 422);
        assertUnchanged(ana, space, Map.of("name", "After", "chats", List.of()), 422);
        assertUnchanged(ana, space, Map.of("welcome", "After", "chats", List.of(LONG)), 422);
        assertUnchanged(ana, space, Map.of("welcome", "After", "name", LONG), 422);
        assertUnchanged(ana, space, Map.of("name", "After", "welcome", "x".repeat(100_000 / 2)), 422);
    }

    @Test
    void changesNothingOfAnAccount() {
        assertUnchanged(ana, "/me", Map.of("name", "After", "accent", "pink?"), 422);
        assertUnchanged(ana, "/me", Map.of("name", "After", "timeZone", "Nowhere/Land"), 422);
        assertUnchanged(ana, "/me", Map.of("name", LONG, "sounds", false), 422);
        assertUnchanged(
                ana,
                "/me/presence",
                Map.of("choice", "INVISIBLE", "status", Map.of("emoji", "", "text", "x".repeat(500))),
                422);
    }

    private static void assertUnchanged(ApiClient caller, String path, Map<String, Object> change, int status) {
        JsonNode before = caller.get(path).json();
        assertThat(caller.put(path, change).status()).as("%s %s", path, change).isEqualTo(status);
        assertThat(caller.get(path).json()).as("%s %s", path, change).isEqualTo(before);
    }
}
