package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Acknowledged messages survive {@code kill -9} of a real server process under load. */
class MessageCrashIT {

    private static final int KILLS = 3;
    private static final int SENDERS = 12;
    private static final int MESSAGES_BEFORE_KILL = 400;

    @TempDir
    private Path folder;

    private @Nullable ServerProcess server;

    /** Acknowledged messages by clientId. */
    private final Map<String, JsonNode> acknowledged = new ConcurrentHashMap<>();

    private ServerProcess server() throws IOException {
        if (server == null) {
            server = new ServerProcess(folder);
        }
        return server;
    }

    @AfterEach
    void stop() throws IOException {
        server().close();
    }

    @Test
    void storesEveryAcknowledgedMessageOnceAndInOrder() throws Exception {
        ApiClient anonymous = server().start();
        List<ApiClient> senders = IntStream.range(0, SENDERS)
                .mapToObj(i -> ApiClients.register(anonymous, "sender-" + i))
                .toList();
        String chat = senders.getFirst().group("Storm", senders.toArray(ApiClient[]::new));

        Map<String, String> unacknowledged = Map.of();
        for (int kill = 1; kill <= KILLS; kill++) {
            unacknowledged = sendUntilKilled(senders, chat, unacknowledged, kill);
            ApiClient restarted = server().start();
            senders = senders.stream().map(sender -> sender.at(restarted)).toList();
            verify(senders.getFirst(), chat);
        }
    }

    /** Returns the unacknowledged clientId of each sender, which is sent again after the restart. */
    private Map<String, String> sendUntilKilled(
            List<ApiClient> senders, String chat, Map<String, String> unacknowledged, int kill) throws Exception {
        int known = acknowledged.size();
        var pending = new ConcurrentHashMap<String, String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ApiClient sender : senders) {
                threads.submit(() -> sendAll(sender, chat, unacknowledged.get(sender.username()), kill, pending));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= known + MESSAGES_BEFORE_KILL);
            server().kill();
        }
        assertThat(pending).as("messages were in flight at the kill").isNotEmpty();
        return pending;
    }

    private void sendAll(
            ApiClient sender, String chat, @Nullable String repeated, int kill, Map<String, String> pending) {
        try {
            if (repeated != null) {
                send(sender, chat, repeated, pending);
            }
            for (int i = 0; ; i++) {
                send(sender, chat, sender.username() + "-" + kill + "-" + i, pending);
            }
        } catch (UncheckedIOException died) {
            // the last message stays pending
        }
    }

    private void send(ApiClient sender, String chat, String clientId, Map<String, String> pending) {
        pending.put(sender.username(), clientId);
        Response response = sender.post(chat, Map.of("text", "text of " + clientId, "clientId", clientId));
        assertThat(response.status()).isIn(200, 201);
        acknowledged.put(clientId, response.json());
        pending.remove(sender.username());
    }

    private void verify(ApiClient reader, String chat) {
        List<JsonNode> history = history(reader, chat);
        assertThat(history)
                .extracting(message -> message.at("/seq").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, history.size()).boxed().toList());
        var byClientId = new HashMap<String, JsonNode>();
        for (JsonNode message : history) {
            assertThat(byClientId.put(message.at("/clientId").asString(), message))
                    .as("stored once")
                    .isNull();
        }
        assertThat(byClientId).containsAllEntriesOf(acknowledged);
        assertThat(history.size() - acknowledged.size())
                .as("at most one message in flight per sender and kill")
                .isLessThanOrEqualTo(SENDERS);
    }

    private static List<JsonNode> history(ApiClient reader, String chat) {
        var all = new ArrayList<JsonNode>();
        for (long after = 0; ; after = all.getLast().at("/seq").asLong()) {
            JsonNode page = reader.get(chat + "/messages?limit=200&after=" + after)
                    .json()
                    .at("/messages");
            if (page.isEmpty()) {
                return all;
            }
            page.forEach(all::add);
        }
    }
}
