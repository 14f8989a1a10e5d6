package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Access of outsiders to a chat: every operation answers that it does not exist, and no list or stream shows it. */
@ApiTest
class OutsiderAccessTest {

    /** Bodies of which one is valid for each operation. */
    private static final List<Map<String, Object>> BODIES = List.of(
            Map.of("text", "let me in"),
            Map.of("seq", 1),
            Map.of("muted", true),
            Map.of("name", "mine now"),
            Map.of("role", "OWNER"),
            Map.of("members", List.of()));

    @Autowired
    private ApiClients apiClients;

    @Autowired
    private MappedPaths mappedPaths;

    private ApiClient ana;
    private ApiClient ben;
    private ApiClient eve;
    private String group;
    private String pair;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
        ben = apiClients.person("ben");
        eve = apiClients.person("eve");
        group = ana.group("Secret", ben);
        pair = "/chats/private/"
                + ana.post("/chats/private", Map.of("username", ben.username())).text("/id");
    }

    @Test
    void answersNotFoundForEveryPath() {
        long message = ana.say(group, "between us").number("/id");
        List<MappedPaths.Address> ofChats = mappedPaths.all().stream()
                .filter(address -> address.path().contains("{id}"))
                .toList();

        assertThat(ofChats).hasSizeGreaterThan(30);
        for (MappedPaths.Address address : ofChats) {
            for (String chat : List.of(group, pair)) {
                String path =
                        address.of(chat.substring(chat.lastIndexOf('/') + 1), Long.toString(message), ben.username());
                assertThat(answers(address.method(), path))
                        .as("%s %s", address.method(), path)
                        .allSatisfy(response -> assertThat(response.status()).isEqualTo(404))
                        .allSatisfy(response -> assertThat(response.body()).doesNotContain("Secret", "between us"));
            }
        }
        assertThat(ana.get(group).json().at("/members")).hasSize(2);
        assertThat(ana.get(group).text("/name")).isEqualTo("Secret");
        assertThat(ana.get(group).number("/lastSeq")).isEqualTo(1);
    }

    private List<Response> answers(String method, String path) {
        return method.equals("GET") || method.equals("DELETE")
                ? List.of(method.equals("GET") ? eve.get(path) : eve.delete(path))
                : BODIES.stream()
                        .map(body -> eve.json(method, path, body))
                        .filter(response -> response.status() != 422) // not a body of this operation
                        .toList();
    }

    @Test
    void listsNoneOfItsContent() {
        ana.say(group, "between us");

        for (String list : List.of("/chats", "/chats/private", "/chats/gruop", "/chats/group", "/chats/public")) {
            assertThat(eve.get(list).body()).doesNotContain(id(group), id(pair), "between us");
        }
    }

    @Test
    void receivesNoEvents() {
        try (LiveStream stranger = eve.listen();
                LiveStream replayed = eve.listen("Last-Event-ID", "0");
                LiveStream member = ben.listen()) {
            awaitOpen(stranger, replayed, member);
            ana.say(group, "between us");
            ana.say(pair, "between the two of us");
            String plaza = ana.homeChat();
            ana.say(plaza, "for all");

            await().untilAsserted(() -> assertThat(member.events("message")).hasSize(3));
            await().untilAsserted(() -> assertThat(stranger.events("message"))
                    .extracting(e -> e.json().at("/text").asString())
                    .containsExactly("for all"));
            await().untilAsserted(() -> assertThat(replayed.events())
                    .last()
                    .extracting(LiveStream.Event::data)
                    .asString()
                    .contains("for all"));
            assertThat(replayed.events())
                    .allSatisfy(event -> assertThat(event.data()).doesNotContain(id(group), id(pair), "between us"));
        }
    }

    @Test
    void removedMembersReceiveNoFurtherEvents() {
        try (LiveStream removed = ben.listen()) {
            awaitOpen(removed);
            ana.say(group, "before");
            ana.delete(group + "/members/" + ben.username());
            ana.say(group, "after");
            ana.say(ana.homeChat(), "for all");

            await().untilAsserted(() -> assertThat(removed.events("message")).hasSize(2));
            assertThat(removed.events("chat-gone")).hasSize(1);
            assertThat(removed.events())
                    .allSatisfy(event -> assertThat(event.data()).doesNotContain("after"));
        }
    }

    private static void awaitOpen(LiveStream... streams) {
        for (LiveStream stream : streams) {
            await().until(() -> !stream.lastId().isEmpty());
        }
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
