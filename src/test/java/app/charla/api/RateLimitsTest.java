package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The rate limits of a person who does too much of something: 429 with the time to wait; others go on. */
@ApiTest
@TestPropertySource(
        properties = {
            "charla.account.limited=true",
            "charla.account.people-searches-per-minute=3",
            "charla.chat.limited=true",
            "charla.chat.groups-per-hour=3",
            "charla.chat.drafts-per-minute=3",
            "charla.presence.limited=true",
            "charla.presence.typing-per-minute=3"
        })
@SuppressWarnings("NullAway.Init")
class RateLimitsTest {

    private static final int LIMIT = 3;
    private static final int MAX_STREAMS = 20;

    @Autowired
    private ApiClients apiClients;

    private ApiClient ana;
    private ApiClient ben;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
        ben = apiClients.person("ben");
    }

    private static void assertLimited(int times, int status, Supplier<Response> request) {
        for (int i = 0; i < times; i++) {
            assertThat(request.get().status()).isEqualTo(status);
        }
        assertRefused(request.get());
    }

    private static void assertRefused(Response refused) {
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.text("/code")).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }

    @Test
    void limitGroups() {
        assertLimited(LIMIT, 201, () -> ana.post("/chats/group", Map.of("name", "G", "members", List.of())));

        assertThat(ana.post("/chats/public", Map.of("name", "P")).status()).isEqualTo(429);
        assertThat(ben.post("/chats/group", Map.of("name", "G", "members", List.of()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void limitDraftsAndKeepTheLastOneThatWasTaken() {
        String chat = ana.group("G", ben);
        assertLimited(LIMIT, 200, () -> ana.put(chat + "/draft", Map.of("text", "hola")));

        assertRefused(ana.put(chat + "/draft", Map.of("text", "otra cosa")));
        assertThat(ana.get(chat + "/draft").text("/text")).isEqualTo("hola");
        assertThat(ben.put(chat + "/draft", Map.of("text", "hola")).status()).isEqualTo(200);
    }

    @Test
    void limitTypingInAllChatsTogether() {
        String chat = ana.group("G", ben);
        String other = ana.group("H", ben);
        assertThat(ana.post(other + "/typing", "").status()).isEqualTo(204);

        assertLimited(LIMIT - 1, 204, () -> ana.post(chat + "/typing", ""));

        assertRefused(ana.post(other + "/typing", ""));
        assertThat(ben.post(chat + "/typing", "").status()).isEqualTo(204);
    }

    @Test
    void limitSearchesForPeople() {
        assertLimited(LIMIT, 200, () -> ana.get("/people?q=b"));

        assertThat(ben.get("/people?q=b").status()).isEqualTo(200);
    }

    @Test
    void limitTheEventStreamsOfASession() {
        var streams = new ArrayList<LiveStream>();
        try {
            for (int i = 0; i < MAX_STREAMS; i++) {
                LiveStream stream = ana.listen();
                streams.add(stream);
                assertThat(stream.status()).isEqualTo(200);
            }
            assertRefused(ana.get("/events"));
            try (LiveStream bens = ben.listen()) {
                assertThat(bens.status()).isEqualTo(200);
            }
        } finally {
            streams.forEach(LiveStream::close);
        }
        await().untilAsserted(() -> {
            try (LiveStream again = ana.listen()) {
                assertThat(again.status()).isEqualTo(200);
            }
        });
    }
}
