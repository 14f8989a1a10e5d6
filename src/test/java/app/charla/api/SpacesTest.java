package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Spaces over REST: creation, settings, isolation, invites, members, download and restore. */
@Tag("server")
@ApiTest
class SpacesTest {

    private static final Duration PROVISIONING = Duration.ofSeconds(60);

    @Autowired
    private ApiClients apiClients;

    @Autowired
    private MappedPaths mappedPaths;

    private ApiClient ana;
    private ApiClient ben;
    private ApiClient eve;
    private String space;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
        ben = apiClients.person("ben");
        eve = apiClients.person("eve");
        space = create(ana, Map.of("name", "Club de lectura", "welcome", "Hola", "chats", List.of("Novedades")));
    }

    private static String create(ApiClient owner, Map<String, Object> request) {
        return awaitReady(owner, owner.post("/spaces", request));
    }

    private static String awaitReady(ApiClient owner, Response accepted) {
        assertThat(accepted.status()).isEqualTo(202);
        String location = accepted.header("Location");
        await().atMost(PROVISIONING)
                .until(() -> owner.get(location).text("/space/state").equals("READY"));
        return location.substring("/v1/api".length());
    }

    private String invited(ApiClient newcomer) {
        String token = ana.post(space + "/invites", Map.of()).text("/token");
        assertThat(newcomer.post("/invites/" + token, Map.of()).status()).isEqualTo(200);
        return token;
    }

    private String slug() {
        return space.substring("/spaces/".length());
    }

    @Test
    void areCreatedOnceForARepeatedRequest() {
        Map<String, Object> request = Map.of("name", "Coro", "requestKey", "k1");
        String first = create(ana, request);
        Response again = ana.post("/spaces", request);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Location")).endsWith(first);
        assertThat(ana.post("/spaces", Map.of("name", "Coro"), "Idempotency-Key", "k1")
                        .header("Location"))
                .endsWith(first);
        assertThat(ana.get("/spaces").json().at("/spaces")).hasSize(3);
    }

    @Test
    void returnTheirSettings() {
        Response response = ana.get(space);
        assertThat(response.text("/space/name")).isEqualTo("Club de lectura");
        assertThat(response.text("/space/role")).isEqualTo("OWNER");
        assertThat(response.text("/settings/welcome")).isEqualTo("Hola");
        assertThat(response.text("/settings/joining")).isEqualTo("INVITE");
        assertThat(response.json().at("/settings/chats").toString()).isEqualTo("[\"Novedades\"]");

        Response changed = ana.put(
                space, Map.of("name", "Lectores", "retentionDays", 30, "chats", List.of("Novedades", "Reseñas")));
        assertThat(changed.text("/space/name")).isEqualTo("Lectores");
        assertThat(changed.number("/settings/retentionDays")).isEqualTo(30);
        assertThat(changed.text("/settings/welcome")).isEqualTo("Hola");
        assertThat(ana.get(space + "/chats/public").json().at("/chats")).hasSize(2);
        assertThat(changed.json().at("/settings/previews").asBoolean()).isTrue();
        assertThat(ana.put(space, Map.of("previews", false))
                        .json()
                        .at("/settings/previews")
                        .asBoolean(true))
                .isFalse();
        assertThat(ana.put(space, Map.of("retentionDays", 0))
                        .json()
                        .at("/settings/retentionDays")
                        .isNull())
                .isTrue();
        assertThat(ana.put(space, Map.of("color", "red")).status()).isEqualTo(422);
        invited(ben);
        assertThat(ben.put(space, Map.of("name", "Mía")).status()).isEqualTo(403);
    }

    @Test
    void haveTheirOwnChats() {
        invited(ben);
        String plaza = "/chats/public/" + ana.get(space + "/chats/public").text("/chats/0/id");
        Response said = ana.say(space + plaza, "dentro");
        assertThat(said.status()).isEqualTo(201);
        assertThat(ben.get(plaza, "X-Space", slug()).json().at("/messages")).hasSize(1);
        assertThat(ben.get(plaza).status()).isEqualTo(404);
        assertThat(ben.get(space + "/chats").number("/chats/0/unread")).isEqualTo(1);
        await().untilAsserted(() -> assertThat(ben.get("/spaces").json().at("/spaces"))
                .anyMatch(each -> each.at("/slug").asString().equals(slug())
                        && each.at("/unread").asInt() == 1));
        assertThat(ana.get(space + "/nowhere").status()).isEqualTo(404);
    }

    @Test
    void haveTheirOwnEventStream() {
        invited(ben);
        String plaza = "/chats/public/" + ana.get(space + "/chats/public").text("/chats/0/id");
        String id = ana.get(space).text("/space/id");
        try (LiveStream stream = ben.listen("X-Space", slug())) {
            await().until(() -> !stream.lastId().isEmpty());
            ana.say(space + plaza, "dentro");
            await().untilAsserted(() -> assertThat(stream.events("message"))
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event.json().at("/spaceId").asString()).isEqualTo(id)));
        }
    }

    @Test
    void areNotFoundByOutsiders() {
        List<MappedPaths.Address> ofSpaces = mappedPaths.all().stream()
                .filter(address -> address.path().contains("{slug}"))
                .toList();
        assertThat(ofSpaces).hasSizeGreaterThan(12);
        for (MappedPaths.Address address : ofSpaces) {
            String path = address.path().replace("{slug}", slug());
            for (String body :
                    List.of("{}", "{\"name\":\"Club de lectura\"}", "{\"role\":\"OWNER\"}", "{\"welcome\":\"x\"}")) {
                String to = new MappedPaths.Address(address.method(), path).of("-", "-", ana.username());
                Response response = address.method().equals("GET") ? eve.get(to) : eve.json(address.method(), to, body);
                assertThat(response.status())
                        .as("%s %s %s", address.method(), to, body)
                        .isIn(404, 422);
                assertThat(response.body()).doesNotContain("Club");
            }
        }
        for (String path : List.of("/chats", "/chats/public", "/events")) {
            assertThat(eve.get(space + path).status()).as(path).isEqualTo(404);
            assertThat(eve.get(path, "X-Space", slug()).status()).as(path).isEqualTo(404);
        }
        assertThat(eve.get("/spaces").body()).doesNotContain("Club");
        assertThat(ana.get(space + "/members").json().at("/members")).hasSize(1);
        assertThat(ana.get(space).text("/settings/welcome")).isEqualTo("Hola");
    }

    @Test
    void excludeRemovedMembers() {
        invited(ben);
        String plaza = "/chats/public/" + ana.get(space + "/chats/public").text("/chats/0/id");
        try (LiveStream stream = ben.listen("X-Space", slug())) {
            await().until(() -> !stream.lastId().isEmpty());
            assertThat(ana.delete(space + "/members/" + ben.username()).status())
                    .isEqualTo(204);
            ana.say(space + plaza, "sin Ben");
            await().until(stream::isClosed);
            assertThat(stream.events()).noneMatch(event -> event.data().contains("sin Ben"));
        }
        for (String path : List.of(space, space + "/chats", space + plaza, space + "/members", space + "/events")) {
            assertThat(ben.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(ben.say(space + plaza, "hola").status()).isEqualTo(404);
    }

    @Test
    void areJoinedByInviteWithALimit() {
        Response invite = ana.post(space + "/invites", Map.of("maxUses", 1, "seconds", 3600));
        assertThat(invite.status()).isEqualTo(201);
        String token = invite.text("/token");
        Response preview = ben.get("/invites/" + token);
        assertThat(preview.text("/name")).isEqualTo("Club de lectura");
        assertThat(preview.text("/inviter/username")).isEqualTo(ana.username());
        assertThat(ben.post("/invites/" + token, Map.of()).text("/slug")).isEqualTo(slug());
        assertThat(ben.post("/invites/" + token, Map.of()).status()).isEqualTo(200);
        for (Response refused : List.of(
                eve.get("/invites/" + token), eve.post("/invites/" + token, Map.of()), eve.get("/invites/unknown"))) {
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.body()).doesNotContain("Club");
        }
        assertThat(ana.get(space + "/invites").json().at("/invites/0/joined").toString())
                .contains(ben.id())
                .doesNotContain(token);
        assertThat(ana.delete(space + "/invites/" + invite.text("/id")).status())
                .isEqualTo(204);
        assertThat(ben.delete(space + "/members/me").status()).isEqualTo(204);
        assertThat(ana.delete(space + "/members/me").status()).isEqualTo(409);
    }

    @Test
    void areJoinedByAnyoneIfOpen() {
        assertThat(eve.post(space + "/join", Map.of()).status()).isEqualTo(404);
        ana.put(space, Map.of("joining", "ANYONE"));
        assertThat(eve.post(space + "/join", Map.of()).text("/space/role")).isEqualTo("MEMBER");
    }

    @Test
    void areTransferred() {
        invited(ben);
        assertThat(ben.post(space + "/members/" + ben.username() + "/transfer", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(ana.put(space + "/members/" + ben.username(), Map.of("role", "ADMIN"))
                        .status())
                .isEqualTo(200);
        assertThat(ana.post(space + "/members/" + ben.username() + "/transfer", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(ana.get(space).text("/space/role")).isEqualTo("ADMIN");
        assertThat(ana.post(space + "/members/" + ben.username() + "/claim", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(ben.post(space + "/members/" + ana.username() + "/claim", Map.of())
                        .status())
                .isEqualTo(409); // the account has a password
    }

    @Test
    void areDownloadedAndRestored() {
        String plaza = "/chats/public/" + ana.get(space + "/chats/public").text("/chats/0/id");
        ana.say(space + plaza, "para siempre");
        byte[] file = ana.bytes(space + "/download");
        assertThat(new String(file, 0, 15, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("SQLite format 3");

        Response accepted = ana.send(
                "POST",
                "/spaces/restore?name=Otra",
                BodyPublishers.ofByteArray(file),
                "Content-Type",
                "application/octet-stream");
        String again = awaitReady(ana, accepted);
        assertThat(ana.get(again + plaza).text("/messages/0/text")).isEqualTo("para siempre");
        Response refused = ana.send(
                "POST",
                "/spaces/restore?name=Otra",
                BodyPublishers.ofString("no es un espacio"),
                "Content-Type",
                "application/octet-stream");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("space.file");
        assertThat(eve.get(space + "/download").status()).isEqualTo(404);
    }

    @Test
    void areDeleted() {
        invited(ben);
        assertThat(ana.json("DELETE", space, Map.of("name", "Otro")).status()).isEqualTo(422);
        assertThat(ben.json("DELETE", space, Map.of("name", "Club de lectura")).status())
                .isEqualTo(403);
        try (LiveStream stream = ben.listen("X-Space", slug())) {
            await().until(() -> !stream.lastId().isEmpty());
            assertThat(ana.json("DELETE", space, Map.of("name", "Club de lectura"))
                            .status())
                    .isEqualTo(202);
            await().until(stream::isClosed);
        }
        assertThat(ben.get(space + "/chats").status()).isEqualTo(404);
        assertThat(ana.json("DELETE", "/spaces/home", Map.of("name", "Plaza Mayor"))
                        .status())
                .isEqualTo(403);
        await().untilAsserted(() -> assertThat(ana.get(space).status()).isEqualTo(404));
    }
}
