package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** REST resources of chats: lists, creation, members, read markers. */
@Tag("server")
@ApiTest
class ChatResourceTest {

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
    void listsAllChatsOfTheCallerByCursor() {
        List<String> groups =
                IntStream.range(0, 5).mapToObj(i -> ana.group("G" + i)).toList();
        groups.forEach(group -> ana.say(group, "hola"));
        ana.say(groups.getFirst(), "otra vez");

        Response first = ana.get("/chats?limit=4");
        Response second = ana.get("/chats?limit=4&cursor=" + first.text("/next"));

        assertThat(first.json().at("/chats")).hasSize(4);
        assertThat(groups.getFirst()).endsWith(first.text("/chats/0/id"));
        assertThat(first.text("/chats/0/last/text")).isEqualTo("otra vez");
        assertThat(second.json().at("/chats")).hasSize(2); // the fifth group and the public chat
        assertThat(second.json().at("/next").isNull()).isTrue();
    }

    @Test
    void listsPublicChatsWithOrWithoutTheCaller() {
        ben.post("/chats/public", Map.of("name", "Of " + ben.username()));

        JsonNode chats = ana.get("/chats/public?limit=200").json().at("/chats");

        assertThat(chats).allMatch(chat -> chat.at("/kind").asString().equals("PUBLIC"));
        assertThat(chats).anyMatch(chat -> chat.at("/joined").asBoolean());
        assertThat(chats).anyMatch(chat -> !chat.at("/joined").asBoolean());
    }

    @Test
    void joinsLeavesAndSendsToAPublicChat() {
        String plaza = ana.homeChat();

        assertThat(ana.delete(plaza + "/members/me").status()).isEqualTo(204);
        assertThat(ana.get(plaza).json().at("/joined").asBoolean()).isFalse();
        assertThat(ana.post(plaza + "/members", "").status()).isEqualTo(204);
        assertThat(ana.get(plaza).json().at("/joined").asBoolean()).isTrue();
        assertThat(ana.delete(plaza).status()).isEqualTo(204);
        assertThat(ana.say(plaza, "sending joins").status()).isEqualTo(201);
        assertThat(ana.get(plaza).json().at("/joined").asBoolean()).isTrue();
    }

    @Test
    void opensOnePrivateChatForTheSamePair() {
        Response opened = ana.post("/chats/private", Map.of("username", ben.username()));
        Response again = ben.post("/chats/private", Map.of("accountId", ana.id()));

        assertThat(opened.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/id")).isEqualTo(opened.text("/id"));
        assertThat(opened.text("/with/username")).isEqualTo(ben.username());
        assertThat(ids(ana.get("/chats/private"))).containsExactly(opened.text("/id"));
    }

    @Test
    void hidesAPrivateChatUntilANewMessage() {
        String id =
                ana.post("/chats/private", Map.of("username", ben.username())).text("/id");
        String chat = "/chats/private/" + id;
        ana.say(chat, "hola");

        assertThat(ana.delete(chat).status()).isEqualTo(204);
        assertThat(ids(ana.get("/chats/private"))).isEmpty();
        assertThat(ids(ben.get("/chats/private"))).containsExactly(id);
        ben.say(chat, "¿estás?");
        assertThat(ids(ana.get("/chats/private"))).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gruop", "group"})
    void createsListsReadsChangesAndRemovesGroups(String spelling) {
        Response made = ana.post("/chats/" + spelling, Map.of("name", "Boda", "members", List.of(ben.username())));
        String chat = "/chats/" + spelling + "/" + made.text("/id");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().at("/members")).hasSize(2);
        assertThat(ids(ben.get("/chats/" + spelling))).containsExactly(made.text("/id"));

        assertThat(ana.say(chat, "hola").status()).isEqualTo(201);
        Response read = ben.get(chat);
        assertThat(read.text("/name")).isEqualTo("Boda");
        assertThat(read.number("/unread")).isEqualTo(1);
        assertThat(read.text("/messages/1/text")).isEqualTo("hola");

        Response changed = ana.put(chat, Map.of("name", "Bodas", "muted", true));
        assertThat(changed.text("/name")).isEqualTo("Bodas");
        assertThat(changed.json().at("/muted").asBoolean()).isTrue();
        Response notifications = ana.put(chat, Map.of("notifications", "MENTIONS"));
        assertThat(notifications.text("/notifications")).isEqualTo("MENTIONS");
        assertThat(ana.put(chat, Map.of("topic", "Where to sit")).text("/topic"))
                .isEqualTo("Where to sit");
        assertThat(ana.put(chat, Map.of("topic", "x".repeat(251))).status()).isEqualTo(422);
        assertThat(ben.get(chat).text("/topic")).isEqualTo("Where to sit");
        assertThat(ben.put(chat, Map.of("topic", "Mine")).status()).isEqualTo(403);
        Response until = ana.put(chat, Map.of("muted", true, "mutedUntil", "2999-01-01T00:00:00Z"));
        assertThat(until.text("/notifications")).isEqualTo("NOTHING");
        assertThat(until.text("/mutedUntil")).isEqualTo("2999-01-01T00:00:00Z");
        assertThat(ana.put(chat, Map.of("notifications", "ALL", "mutedUntil", "2999-01-01T00:00:00Z"))
                        .status())
                .isEqualTo(422);

        assertThat(ana.delete(chat).status()).isEqualTo(204);
        assertThat(ben.get(chat).status()).isEqualTo(404);
    }

    @Test
    void createsAGroupOnceForARepeatedRequest() {
        var body = Map.of("name", "Una", "members", List.of());
        Response made = ana.post("/chats/gruop", body, "Idempotency-Key", "k-1");
        Response again = ana.post("/chats/group", body, "Idempotency-Key", "k-1");

        assertThat(made.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/id")).isEqualTo(made.text("/id"));
    }

    @Test
    void managesTheMembersOfAGroup() {
        ApiClient carl = apiClients.person("carl");
        String chat = ana.group("G", ben);

        assertThat(ana.post(chat + "/members", Map.of("usernames", List.of(carl.username())))
                        .json()
                        .at("/members"))
                .hasSize(3);
        Response promoted = ana.put(chat + "/members/" + ben.username(), Map.of("role", "admin"));
        assertThat(promoted.text("/members/1/role")).isEqualTo("ADMIN");
        assertThat(ben.delete(chat + "/members/" + carl.id()).status()).isEqualTo(200);
        assertThat(carl.get(chat).status()).isEqualTo(404);
        assertThat(ben.get(chat + "/members").json().at("/members")).hasSize(2);
        assertThat(ana.delete(chat + "/members/me").status()).isEqualTo(409); // the last owner hands over first
        ana.put(chat + "/members/" + ben.id(), Map.of("role", "OWNER"));
        assertThat(ana.delete(chat + "/members/me").status()).isEqualTo(204);
        assertThat(ana.get(chat).status()).isEqualTo(404);
    }

    @Test
    void deletingAGroupOfAnotherOwnerLeavesIt() {
        String chat = ana.group("G", ben);

        assertThat(ben.delete(chat).status()).isEqualTo(204);
        assertThat(ben.get(chat).status()).isEqualTo(404);
        assertThat(ana.get(chat).status()).isEqualTo(200);
    }

    @Test
    void movesTheReadMarker() {
        String chat = ana.group("G", ben);
        ana.say(chat, "uno");
        ana.say(chat, "dos");

        Response marked = ben.put(chat + "/read", Map.of("seq", 1));

        assertThat(marked.number("/readSeq")).isEqualTo(1);
        assertThat(ben.get(chat).number("/unread")).isEqualTo(1);
    }

    @Test
    void marksUnreadAndAllReadAndListsReceipts() {
        String chat = ana.group("G", ben);
        ana.say(chat, "uno");
        ana.say(chat, "dos");

        assertThat(ben.post("/chats/read", "").status()).isEqualTo(204);
        assertThat(ben.get(chat).number("/unread")).isZero();
        Response receipts = ana.get(chat + "/receipts");
        assertThat(receipts.text("/receipts/0/reader/username")).isEqualTo(ben.username());
        assertThat(receipts.number("/receipts/0/readSeq")).isEqualTo(2);

        assertThat(ben.put(chat + "/unread", Map.of("seq", 2)).number("/readSeq"))
                .isEqualTo(1);
        assertThat(ben.get(chat).number("/unread")).isEqualTo(1);
    }

    @Test
    void takesTheSpaceFromTheHeader() {
        assertThat(ana.get("/chats", "X-Space", "home").status()).isEqualTo(200);
        assertThat(ana.get("/chats", "X-Space", "nowhere").status()).isEqualTo(404);
    }

    private static List<String> ids(Response chats) {
        return chats.json()
                .at("/chats")
                .valueStream()
                .map(chat -> chat.at("/id").asString())
                .toList();
    }
}
