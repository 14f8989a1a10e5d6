package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** REST resources of messages: sending, history, edits, reactions, pins, forwarding. */
@Tag("server")
@ApiTest
class MessageResourceTest {

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
    void answersASendWithTheStoredMessage() {
        String chat = ana.group("G");
        Response sent = ana.post(chat, Map.of("text", "hola ñ", "clientId", "c-1"));

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.body()).startsWith("{\"chatId\":\"" + chat.substring(chat.lastIndexOf('/') + 1) + "\",\"id\":");
        assertThat(sent.json().propertyNames()).startsWith("chatId", "id", "seq", "clientId", "text", "kind", "sender");
        assertThat(sent.number("/seq")).isEqualTo(1);
        assertThat(sent.text("/clientId")).isEqualTo("c-1");
        assertThat(sent.text("/text")).isEqualTo("hola ñ");
        assertThat(sent.text("/sender/username")).isEqualTo(ana.username());
        assertThat(sent.text("/sentAt")).endsWith("Z");
        assertThat(sent.json().at("/editedAt").isNull()).isTrue();
        assertThat(sent.json().at("/deleted").asBoolean()).isFalse();
    }

    @Test
    void quotesTheMessageRepliedTo() {
        String chat = ana.group("G");
        long asked = ana.say(chat, "¿Venís?\nMañana").number("/id");
        Response sent = ana.post(chat, Map.of("text", "Sí", "replyTo", asked));

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.number("/quote/id")).isEqualTo(asked);
        assertThat(sent.number("/quote/seq")).isEqualTo(1);
        assertThat(sent.text("/quote/text")).isEqualTo("¿Venís?");
        assertThat(sent.text("/quote/sender/username")).isEqualTo(ana.username());
        ana.delete(chat + "/messages/" + asked);
        Response left = ana.get(chat + "/messages/" + sent.number("/id"));
        assertThat(left.json().at("/quote/deleted").asBoolean()).isTrue();
        assertThat(left.text("/quote/text")).isEmpty();

        Response wrong = ana.post(chat, Map.of("text", "Sí", "replyTo", 999_999));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("replyTo");
    }

    @Test
    void togglesReactions() {
        String chat = ana.group("G", ben);
        String message = chat + "/messages/" + ana.say(chat, "hola").number("/id");
        String thumb = message + "/reactions/%F0%9F%91%8D";
        assertThat(ben.json("PUT", thumb, "").status()).isEqualTo(200);
        ana.json("PUT", thumb, "");
        Response again = ana.json("PUT", thumb, "");

        assertThat(again.json().at("/reactions")).hasSize(1);
        assertThat(again.text("/reactions/0/emoji")).isEqualTo("👍");
        assertThat(again.number("/reactions/0/count")).isEqualTo(2);
        assertThat(again.text("/reactions/0/people/0/username")).isEqualTo(ben.username());
        assertThat(again.number("/version")).isZero();
        assertThat(again.number("/revision")).isEqualTo(2);
        ana.delete(thumb);
        assertThat(ana.delete(thumb).status()).isEqualTo(200);
        assertThat(ana.get(message).number("/reactions/0/count")).isEqualTo(1);
        assertThat(ana.json("PUT", message + "/reactions/hi", "").status()).isEqualTo(422);
    }

    @Test
    void listsMentions() {
        String group = ana.group("Viaje", ben);
        Response sent = ana.say(group, "@" + ben.username() + " y `@" + ana.username() + "`, @all");

        assertThat(sent.json().at("/mentions")).hasSize(1);
        assertThat(sent.text("/mentions/0/username")).isEqualTo(ben.username());
        assertThat(sent.json().at("/mentionsAll").asBoolean()).isTrue();
        assertThat(ben.get("/chats").json().at("/chats/0/unreadMentions").asInt())
                .isEqualTo(1);
    }

    @Test
    void pinsForAllAndSavesForTheCaller() {
        String group = ana.group("Viaje", ben);
        String message = group + "/messages/" + ana.say(group, "a las nueve").text("/id");

        Response pinned = ben.put(message + "/pin", Map.of());
        assertThat(pinned.status()).isEqualTo(200);
        assertThat(pinned.json().at("/pinned").asBoolean()).isTrue();
        assertThat(ana.get(group + "/pins").text("/messages/0/text")).isEqualTo("a las nueve");
        assertThat(ana.get("/search?q=is:pinned").json().at("/hits")).hasSize(1);
        assertThat(ana.delete(message + "/pin").json().at("/pinned").asBoolean())
                .isFalse();

        assertThat(ben.put(message + "/saved", Map.of()).status()).isEqualTo(204);
        assertThat(ben.get("/chats/saved").text("/messages/0/text")).isEqualTo("a las nueve");
        assertThat(ana.get("/chats/saved").json().at("/messages")).isEmpty();
        assertThat(ben.delete(message + "/saved").status()).isEqualTo(204);
        assertThat(ben.get("/chats/saved").json().at("/messages")).isEmpty();
    }

    @Test
    void restoresARecentlyDeletedMessage() {
        String group = ana.group("Viaje", ben);
        String message = group + "/messages/" + ana.say(group, "a las nueve").text("/id");
        ana.put(message, Map.of("text", "a las diez"));
        assertThat(ben.get(message + "/versions").text("/versions/0/text")).isEqualTo("a las nueve");

        ana.delete(message);
        assertThat(ben.get(message + "/versions").json().at("/versions")).isEmpty();
        assertThat(ben.post(message + "/restore", Map.of()).status()).isEqualTo(409);
        assertThat(ana.post(message + "/restore", Map.of()).text("/text")).isEqualTo("a las diez");
    }

    @Test
    void forwardsToOtherChatsWithTheOrigin() {
        String group = ana.group("Viaje", ben);
        String other = ben.group("Cocina");
        String message = group + "/messages/" + ana.say(group, "a las nueve").text("/id");
        String to = other.substring(other.lastIndexOf('/') + 1);

        Response sent = ben.post(message + "/forward", Map.of("to", List.of(to)));
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.text("/messages/0/chatId")).isEqualTo(to);
        assertThat(sent.text("/messages/0/origin/sender/username")).isEqualTo(ana.username());
        assertThat(sent.json().at("/messages/0/origin/chatId").isNull()).isTrue();
        assertThat(ana.post(message + "/forward", Map.of("to", List.of(to))).status())
                .isEqualTo(404);
    }

    @Test
    void storesARepeatedSendOnce() {
        String chat = ana.group("G");
        Response sent = ana.post(chat, Map.of("text", "hola", "clientId", "c-1"));
        Response again = ana.post(chat + "/messages", Map.of("text", "hola"), "Idempotency-Key", "c-1");
        Response other = ana.post(chat, Map.of("text", "adiós", "clientId", "c-1"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(sent.json());
        assertThat(other.status()).isEqualTo(409);
        assertThat(ana.get(chat + "?after=0").json().at("/messages")).hasSize(1);
    }

    @Test
    void generatesAClientIdIfThereIsNone() {
        Response sent = ana.post(ana.group("G"), Map.of("text", "hola"));

        assertThat(sent.status()).isEqualTo(201);
        assertThat(UUID.fromString(sent.text("/clientId"))).isNotNull();
    }

    @Test
    void pagesThroughTheHistory() {
        String chat = ana.group("G");
        IntStream.rangeClosed(1, 7).forEach(i -> ana.say(chat, "m" + i));

        assertThat(texts(ana.get(chat + "/messages?after=0&limit=3"))).containsExactly("m1", "m2", "m3");
        assertThat(texts(ana.get(chat + "/messages?before=4&limit=2"))).containsExactly("m2", "m3");
        assertThat(texts(ana.get(chat + "/messages?around=4&limit=4"))).containsExactly("m3", "m4", "m5", "m6");
        assertThat(texts(ana.get(chat + "/messages?limit=2"))).containsExactly("m6", "m7");
        Response last = ana.get(chat + "?after=5");
        assertThat(texts(last)).containsExactly("m6", "m7");
        assertThat(last.json().at("/hasOlder").asBoolean()).isTrue();
        assertThat(last.json().at("/hasNewer").asBoolean()).isFalse();
    }

    @Test
    void rejectsEditsOfAnOutdatedVersion() {
        String chat = ana.group("G");
        String message = chat + "/messages/" + ana.say(chat, "hola").number("/id");

        Response read = ana.get(message);
        assertThat(read.header("ETag")).isEqualTo("\"0\"");
        Response edited = ana.put(message, Map.of("text", "hola a todos"), "If-Match", "\"0\"");
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.header("ETag")).isEqualTo("\"1\"");
        assertThat(edited.text("/editedAt")).endsWith("Z");

        assertThat(ana.put(message, Map.of("text", "x"), "If-Match", "\"0\"").status())
                .isEqualTo(412);
        assertThat(ana.put(message, Map.of("text", "x", "version", 0)).status()).isEqualTo(409);
        assertThat(ana.put(message, Map.of("text", "y", "version", 1)).status()).isEqualTo(200);
        assertThat(ana.put(message, Map.of("text", "z")).status()).isEqualTo(200);
        assertThat(ana.get(message, "If-None-Match", "\"3\"").status()).isEqualTo(304);
        assertThat(ana.delete(message, "If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(ana.delete(message, "If-Match", "\"3\"").status()).isEqualTo(204);
        assertThat(ana.get(message).json().at("/deleted").asBoolean()).isTrue();
        assertThat(ana.get(message).text("/text")).isEmpty();
    }

    @Test
    void removesTheLinkPreviewOfTheCallersMessage() {
        String chat = "/chats/group/"
                + ana.post("/chats/group", Map.of("name", "Links", "members", List.of(ben.username())))
                        .text("/id");
        Response said = ana.say(chat, "no link");
        String preview = chat + "/messages/" + said.number("/id") + "/preview";

        assertThat(said.json().at("/preview").isMissingNode()
                        || said.json().at("/preview").isNull())
                .isTrue();
        assertThat(ana.delete(preview).status()).isEqualTo(204);
        assertThat(ben.delete(preview).status()).isEqualTo(403);
        assertThat(ana.delete(chat + "/messages/1/preview").status()).isEqualTo(404);
    }

    private static List<String> texts(Response page) {
        return page.json()
                .at("/messages")
                .valueStream()
                .map(message -> message.at("/text").asString())
                .toList();
    }
}
