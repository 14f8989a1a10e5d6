package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.charla.libsql.OnServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was acknowledged survives the death of the process: a real one, killed without warning while it works. */
class CrashIT {

    private static final int DEATHS = 3;
    private static final int SENDERS = 12;
    private static final int BEFORE_DEATH = 400;
    private static final Pattern ADDRESS = Pattern.compile("Charla answers at (http://localhost:\\d+)");

    @TempDir
    private Path folder;

    private @Nullable Process process;
    private int starts;

    /** What each sender was told, by clientId. */
    private final Map<String, JsonNode> acknowledged = new ConcurrentHashMap<>();

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void everyAcknowledgedMessageIsThereOnceAndInOrder() throws Exception {
        Caller nobody = start();
        List<Caller> senders = IntStream.range(0, SENDERS)
                .mapToObj(i -> Callers.register(nobody, "sender-" + i))
                .toList();
        String chat = senders.getFirst().group("Storm", senders.toArray(Caller[]::new));

        Map<String, String> unanswered = Map.of();
        for (int death = 1; death <= DEATHS; death++) {
            unanswered = talkUntilKilled(senders, chat, unanswered, death);
            String server = start().server();
            senders = senders.stream()
                    .map(sender -> new Caller(server, sender.username(), sender.id(), sender.token()))
                    .toList();
            verify(senders.getFirst(), chat);
        }
    }

    /** Answers what was sent without being acknowledged, by sender: it is sent again as it was. */
    private Map<String, String> talkUntilKilled(
            List<Caller> senders, String chat, Map<String, String> unanswered, int death) throws Exception {
        int known = acknowledged.size();
        var pending = new ConcurrentHashMap<String, String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Caller sender : senders) {
                threads.submit(() -> talk(sender, chat, unanswered.get(sender.username()), death, pending));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= known + BEFORE_DEATH);
            kill();
        }
        assertThat(pending).as("somebody was talking when it died").isNotEmpty();
        return pending;
    }

    private void talk(Caller sender, String chat, @Nullable String again, int death, Map<String, String> pending) {
        try {
            if (again != null) {
                send(sender, chat, again, pending);
            }
            for (int i = 0; ; i++) {
                send(sender, chat, sender.username() + "-" + death + "-" + i, pending);
            }
        } catch (UncheckedIOException died) {
            // its last message stays pending
        }
    }

    private void send(Caller sender, String chat, String clientId, Map<String, String> pending) {
        pending.put(sender.username(), clientId);
        Answer answer = sender.post(chat, Map.of("text", "text of " + clientId, "clientId", clientId));
        assertThat(answer.status()).isIn(200, 201);
        acknowledged.put(clientId, answer.json());
        pending.remove(sender.username());
    }

    private void verify(Caller reader, String chat) {
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
                .as("no more than what was on its way each time it died")
                .isLessThanOrEqualTo(SENDERS);
    }

    private static List<JsonNode> history(Caller reader, String chat) {
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

    private Caller start() throws IOException {
        Path log = folder.resolve("log-" + starts++);
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "app.charla.CharlaApplication")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment()
                .putAll(Map.of("PORT", "0", "DATA_DIR", folder.resolve("data").toString(), "RATE_LIMITS", "off"));
        command.environment().put("DB_URL", System.getProperty(OnServer.DB_URL, ""));
        process = command.start();
        await().atMost(Duration.ofMinutes(3)).until(() -> address(log) != null);
        return new Caller(String.valueOf(address(log)), "", "", "");
    }

    private static @Nullable String address(Path log) throws IOException {
        Matcher told = ADDRESS.matcher(Files.readString(log));
        return told.find() ? told.group(1) : null;
    }

    /** On Unix this is {@code kill -9}: nothing is flushed, no hook runs. */
    private void kill() throws InterruptedException {
        Process victim = java.util.Objects.requireNonNull(process);
        victim.destroyForcibly();
        assertThat(victim.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
}
