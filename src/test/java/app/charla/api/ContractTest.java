package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every row of the contract, as a program meets it. */
@ApiTest
class ContractTest {

    @Autowired
    private ApiClients apiClients;

    private ApiClient ana;
    private ApiClient ben;

    @BeforeEach
    void twoPeople() {
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
        Response list = ana.get("/chats/public");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().at("/chats")).isNotEmpty();
        assertThat(list.text("/chats/0/kind")).isEqualTo("PUBLIC");
        assertThat(list.json().at("/chats/0/joined").asBoolean()).isTrue();
    }

    @Test
    void joinsLeavesAndTalksInAPublicChat() {
        String plaza = "/chats/public/" + ana.get("/chats/public").text("/chats/0/id");

        assertThat(ana.delete(plaza + "/members/me").status()).isEqualTo(204);
        assertThat(ana.get(plaza).json().at("/joined").asBoolean()).isFalse();
        assertThat(ana.post(plaza + "/members", "").status()).isEqualTo(204);
        assertThat(ana.get(plaza).json().at("/joined").asBoolean()).isTrue();
        assertThat(ana.delete(plaza).status()).isEqualTo(204);
        assertThat(ana.say(plaza, "whoever talks joins").status()).isEqualTo(201);
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
    void putsAPrivateChatAwayUntilSomethingNewIsSaid() {
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
        Response told = ana.put(chat, Map.of("notifications", "MENTIONS"));
        assertThat(told.text("/notifications")).isEqualTo("MENTIONS");
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
    void makesOneGroupOfARepeatedRequest() {
        var body = Map.of("name", "Una", "members", List.of());
        Response made = ana.post("/chats/gruop", body, "Idempotency-Key", "k-1");
        Response again = ana.post("/chats/group", body, "Idempotency-Key", "k-1");

        assertThat(made.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/id")).isEqualTo(made.text("/id"));
    }

    @Test
    void answersASendWithWhatWasStored() {
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
    void quotesWhatIsAnswered() {
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
    void tellsWhomAMessageNames() {
        String group = ana.group("Viaje", ben);
        Response sent = ana.say(group, "@" + ben.username() + " y `@" + ana.username() + "`, @all");

        assertThat(sent.json().at("/mentions")).hasSize(1);
        assertThat(sent.text("/mentions/0/username")).isEqualTo(ben.username());
        assertThat(sent.json().at("/mentionsAll").asBoolean()).isTrue();
        assertThat(ben.get("/chats").json().at("/chats/0/unreadMentions").asInt())
                .isEqualTo(1);
    }

    @Test
    void pinsForAllAndSavesForOne() {
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
    void bringsBackWhatWasDeletedAMomentAgo() {
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
    void forwardsToOtherChatsAndTellsWhoSaidIt() {
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
    void namesASendThatNamesItselfInNoWay() {
        Response sent = ana.post(ana.group("G"), Map.of("text", "hola"));

        assertThat(sent.status()).isEqualTo(201);
        assertThat(UUID.fromString(sent.text("/clientId"))).isNotNull();
    }

    @Test
    void pagesThroughAConversation() {
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
    void editsAMessageOnlyAsItsEditorSawIt() {
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
    void marksUnreadAndAllAsReadAndTellsWhoHasRead() {
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
    void choosesWhatOthersNotice() {
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
        assertThat(seen.json().toString()).doesNotContain("fuera"); // nobody is there
        assertThat(ben.get("/presence?people=nobody-at-all").status()).isEqualTo(422);
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
    void whoDoesNotOwnAGroupLeavesItByDeleting() {
        String chat = ana.group("G", ben);

        assertThat(ben.delete(chat).status()).isEqualTo(204);
        assertThat(ben.get(chat).status()).isEqualTo(404);
        assertThat(ana.get(chat).status()).isEqualTo(200);
    }

    @Test
    void findsPeopleAndKeepsTheCallersProfile() {
        Response found = ana.get("/people?q=" + ben.username());
        assertThat(found.text("/people/0/id")).isEqualTo(ben.id());

        Response me = ana.json("PATCH", "/me", Map.of("name", "Ana María", "theme", "dark"));
        assertThat(me.text("/name")).isEqualTo("Ana María");
        assertThat(ana.get("/me").text("/theme")).isEqualTo("DARK");
        assertThat(ana.put("/me", Map.of("language", "EN")).text("/theme")).isEqualTo("DARK");
    }

    @Test
    void tellsOthersOfTheCallerAsFarAsTheCallerWants() {
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

    @Test
    void signsOutEverywhere() {
        assertThat(ana.post("/auth/logout-everywhere", "").status()).isEqualTo(204);
        assertThat(ana.get("/me").status()).isEqualTo(401);
    }

    @Test
    void takesTheSpaceFromAHeader() {
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

    private static List<String> texts(Response page) {
        return page.json()
                .at("/messages")
                .valueStream()
                .map(message -> message.at("/text").asString())
                .toList();
    }

    @Test
    void takesThePreviewOfOnesOwnMessageAway() {
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
}
