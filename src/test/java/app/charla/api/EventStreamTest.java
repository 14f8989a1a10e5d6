package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The Server-Sent Events stream. */
@Tag("server")
@ApiTest
class EventStreamTest {

    @Autowired
    private ApiClients apiClients;

    private ApiClient ana;
    private ApiClient ben;
    private String chat;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
        ben = apiClients.person("ben");
        chat = ana.group("G", ben);
    }

    @Test
    void sendsEventsInJournalOrder() {
        try (LiveStream stream = open(ben)) {
            long id = ana.say(chat, "hola").number("/id");
            ana.put(chat + "/messages/" + id, Map.of("text", "hola a todos"));
            ben.put(chat + "/read", Map.of("seq", 1));
            ana.put(chat, Map.of("name", "H"));
            ana.delete(chat);

            await().untilAsserted(() -> assertThat(stream.events())
                    .extracting(LiveStream.Event::name)
                    .containsExactly("message", "message-changed", "read", "message", "chat", "chat-gone"));
            assertThat(stream.events())
                    .extracting(event -> Long.valueOf(event.id()))
                    .isSorted();
            assertThat(stream.events().getFirst().json().at("/id").asLong()).isEqualTo(id);
            assertThat(stream.events().getFirst().json().at("/sender/username").asString())
                    .isEqualTo(ana.username());
            assertThat(stream.events().get(1).json().at("/text").asString()).isEqualTo("hola a todos");
            assertThat(stream.events().get(4).json().at("/name").asString()).isEqualTo("H");
        }
    }

    @Test
    void sendsTypingAndReceiptsOfOthers() {
        try (LiveStream bens = open(ben);
                LiveStream anas = open(ana)) {
            ana.say(chat, "hola");
            assertThat(ana.post(chat + "/typing", "").status()).isEqualTo(204);
            ben.put(chat + "/read", Map.of("seq", 1));

            await().until(() ->
                    bens.events("typing").size() == 1 && anas.events("receipt").size() == 1);
            JsonNode typing = bens.events("typing").getFirst().json();
            assertThat(typing.at("/person/username").asString()).isEqualTo(ana.username());
            assertThat(chat).endsWith(typing.at("/chatId").asString());
            JsonNode receipt = anas.events("receipt").getFirst().json();
            assertThat(receipt.at("/accountId").asString()).isEqualTo(ben.id());
            assertThat(receipt.at("/readSeq").asLong()).isEqualTo(1);
            assertThat(anas.events("typing")).isEmpty();
            assertThat(bens.events("receipt")).isEmpty();
        }
    }

    @Test
    void sendsDraftsToTheSameAccountOnly() {
        try (LiveStream own = open(ana);
                LiveStream bens = open(ben)) {
            ana.put(chat + "/draft", Map.of("text", "querido Ben"));
            ana.post(chat + "/typing", "");

            await().until(() ->
                    own.events("draft").size() == 1 && bens.events("typing").size() == 1);
            assertThat(own.events("draft").getFirst().json().at("/text").asString())
                    .isEqualTo("querido Ben");
            assertThat(bens.events("draft")).isEmpty();
        }
        assertThat(ana.get(chat + "/draft").text("/text")).isEqualTo("querido Ben");
        assertThat(ben.get(chat + "/draft").text("/text")).isEmpty();
    }

    @Test
    void sendsPresenceOfWatchedPeople() {
        try (LiveStream anas = ana.watch(ben.username())) {
            await().until(() -> availability(anas).equals(List.of("OFFLINE")));
            try (LiveStream bens = open(ben)) {
                await().until(() -> availability(anas).equals(List.of("OFFLINE", "ONLINE")));
                ben.put("/me/presence", Map.of("choice", "INVISIBLE"));
                await().until(() -> availability(anas).equals(List.of("OFFLINE", "ONLINE", "OFFLINE")));
            }
        }
    }

    private static List<String> availability(LiveStream stream) {
        return stream.events("presence").stream()
                .map(event -> event.json().at("/availability").asString())
                .toList();
    }

    @Test
    void resumesAfterLastEventId() {
        String before;
        try (LiveStream stream = open(ben)) {
            ana.say(chat, "one");
            await().until(() -> stream.events("message").size() == 1);
            before = stream.lastId();
        }
        ana.say(chat, "two");
        ana.say(chat, "three");

        try (LiveStream byHeader = ben.listen("Last-Event-ID", before)) {
            await().untilAsserted(() -> assertThat(texts(byHeader)).containsExactly("two", "three"));
            ana.say(chat, "four");
            await().untilAsserted(() -> assertThat(texts(byHeader)).containsExactly("two", "three", "four"));
        }
    }

    @Test
    void sendsResyncForATooOldPosition() {
        for (String lost : List.of("999999999", "-5", "not-a-position")) {
            try (LiveStream stream = ben.listen("Last-Event-ID", lost)) {
                await().untilAsserted(() -> assertThat(stream.events("resync")).hasSize(1));
                ana.say(chat, "and on it goes");
                await().untilAsserted(() -> assertThat(texts(stream)).containsExactly("and on it goes"));
            }
        }
    }

    @Test
    void losesNoEventWhileOpening() throws InterruptedException {
        var sender = Thread.ofVirtual().start(() -> IntStream.range(0, 200).forEach(i -> ana.say(chat, "m" + i)));
        await().until(() -> ana.get(chat).number("/lastSeq") > 5);
        try (LiveStream stream = ben.listen("Last-Event-ID", "0")) {
            sender.join();
            await().untilAsserted(() -> assertThat(stream.events("message").stream()
                            .map(LiveStream.Event::json)
                            .filter(message ->
                                    chat.endsWith(message.at("/chatId").asString()))
                            .map(message -> message.at("/seq").asLong())
                            .filter(seq -> seq > 0))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 200)
                            .mapToObj(Long::valueOf)
                            .toList()));
        }
    }

    @Test
    void endsWithItsSession() {
        ApiClient elsewhere = new ApiClient(
                ben.server(),
                ben.username(),
                ben.id(),
                apiClients
                        .stranger()
                        .post("/auth/login", Map.of("username", ben.username(), "password", ApiClients.PASSWORD))
                        .text("/token"));
        try (LiveStream ended = open(ben);
                LiveStream other = open(elsewhere)) {
            ben.post("/auth/logout", "");

            await().atMost(Duration.ofSeconds(5)).until(ended::isClosed);
            ana.say(chat, "still there?");
            await().untilAsserted(() -> assertThat(texts(other)).containsExactly("still there?"));
            elsewhere.post("/auth/logout-everywhere", "");
            await().atMost(Duration.ofSeconds(5)).until(other::isClosed);
        }
        assertThat(ben.get("/events").status()).isEqualTo(401);
    }

    @Test
    void aSlowClientDelaysNobodyAndGetsResync() throws IOException {
        try (Socket slow = listenWithoutReading(ben);
                LiveStream quick = open(ana)) {
            String long8000 = "x".repeat(8_000);
            int sent = 1_000; // more than socket buffers and the queue hold together

            IntStream.range(0, sent).forEach(i -> ana.say(chat, long8000));

            await().untilAsserted(() -> assertThat(quick.events("message")).hasSize(sent));
            assertThat(quick.events("resync")).isEmpty();
            try (var late = new BufferedReader(new InputStreamReader(slow.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(late.lines().anyMatch("event: resync"::equals)).isTrue();
            }
        }
    }

    private static Socket listenWithoutReading(ApiClient client) throws IOException {
        URI server = URI.create(client.server());
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket.getOutputStream()
                .write("GET /v1/api/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(client.token())
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H'); // the response head
        return socket;
    }

    @Test
    void disablesProxyBuffering() {
        try (LiveStream stream = open(ben)) {
            assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(stream.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(stream.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        }
    }

    private static LiveStream open(ApiClient client) {
        LiveStream stream = client.listen();
        await().until(() -> !stream.lastId().isEmpty());
        return stream;
    }

    private static List<String> texts(LiveStream stream) {
        return stream.events("message").stream()
                .map(event -> event.json().at("/text").asString())
                .toList();
    }
}
