package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** REST resources of public chats: creation, posting, archive, conversion, deletion. */
@Tag("server")
@ApiTest
class PublicChatResourceTest {

    @Autowired
    private ApiClients apiClients;

    private ApiClient first; // the first person owns the home space
    private ApiClient ana;
    private ApiClient ben;
    private String name;
    private String id;
    private String chat;

    @BeforeEach
    void setUp() {
        first = apiClients.person("first");
        ana = apiClients.person("ana");
        ben = apiClients.person("ben");
        name = "Huerto " + ana.username();
        Response made = ana.post("/chats/public", Map.of("name", name, "topic", "Tomates", "posting", "MANAGERS"));
        assertThat(made.status()).isEqualTo(201);
        id = made.text("/id");
        chat = "/chats/public/" + id;
    }

    @Test
    void createsAChatThatEverybodyFinds() {
        Response seen = ben.get(chat);

        assertThat(seen.text("/name")).isEqualTo(name);
        assertThat(seen.text("/topic")).isEqualTo("Tomates");
        assertThat(seen.text("/posting")).isEqualTo("MANAGERS");
        assertThat(seen.json().at("/archived").asBoolean()).isFalse();
        assertThat(seen.json().at("/joined").asBoolean()).isFalse();
        assertThat(ana.get(chat).text("/role")).isEqualTo("OWNER");
        assertThat(ben.get("/chats/public?limit=200").body()).contains(id);
    }

    @Test
    void refusesWhatIsNotValid() {
        assertThat(ana.post("/chats/public", Map.of("topic", "x")).status()).isEqualTo(422);
        assertThat(ana.post("/chats/public", Map.of("name", "x", "posting", "NOBODY"))
                        .status())
                .isIn(400, 422);
        assertThat(ben.post("/chats/public", Map.of("name", name.toUpperCase(java.util.Locale.ROOT)))
                        .text("/code"))
                .isEqualTo("chat.name-taken");
    }

    @Test
    void saysWhoMayPost() {
        Response refused = ben.say(chat, "hola");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/code")).isEqualTo("chat.posting");
        assertThat(ben.put(chat, Map.of("posting", "EVERYBODY")).status()).isEqualTo(403);
        assertThat(ana.put(chat, Map.of("posting", "EVERYBODY", "name", name + "!"))
                        .text("/posting"))
                .isEqualTo("EVERYBODY");
        assertThat(ben.say(chat, "hola").status()).isEqualTo(201);
    }

    @Test
    void archivesAndUnarchives() {
        ana.say(chat, "hola");

        assertThat(ben.put(chat + "/archive", "").status()).isEqualTo(403);
        assertThat(ana.put(chat + "/archive", "").json().at("/archived").asBoolean())
                .isTrue();
        assertThat(ana.say(chat, "otra").text("/code")).isEqualTo("chat.archived");
        assertThat(ben.post(chat + "/members", "").text("/code")).isEqualTo("chat.archived");
        assertThat(ben.get("/chats/public?limit=200").body()).doesNotContain(id);
        assertThat(ben.get("/chats/public?limit=200&archived=true").body()).contains(id);
        assertThat(ben.get(chat).status()).isEqualTo(200);
        assertThat(ana.delete(chat + "/archive").json().at("/archived").asBoolean())
                .isFalse();
        assertThat(ana.say(chat, "otra").status()).isEqualTo(201);
    }

    @Test
    void turnsIntoAGroup() {
        assertThat(ben.post(chat + "/group", "").status()).isEqualTo(403);
        Response group = ana.post(chat + "/group", "");

        assertThat(group.text("/kind")).isEqualTo("GROUP");
        assertThat(group.text("/id")).isEqualTo(id);
        assertThat(ana.get("/chats/group/" + id).status()).isEqualTo(200);
        assertThat(ben.get("/chats/group/" + id).status()).isEqualTo(404);
        assertThat(ben.get(chat).status()).isEqualTo(404);
    }

    @Test
    void deletesForEverybodyOnlyWhenAsked() {
        ben.post(chat + "/members", "");

        assertThat(ben.delete(chat + "?everybody=true").status()).isEqualTo(403);
        assertThat(ana.delete(chat).status()).isEqualTo(204);
        assertThat(ben.get(chat).status()).isEqualTo(200);
        assertThat(ana.delete(chat + "?everybody=true").status()).isEqualTo(403); // who left owns it no more
    }

    @Test
    void deletesWithEverything() {
        assertThat(ana.delete(chat + "?everybody=true").status()).isEqualTo(204);
        assertThat(ana.get(chat).status()).isEqualTo(404);
        assertThat(first.get("/chats/public?limit=200").body()).doesNotContain(id);
    }
}
