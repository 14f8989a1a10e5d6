package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.charla.notification.PushService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No push is lost by {@code kill -9} between the commit of a message and its push. */
class PushCrashIT {

    private static final int KILLS = 3;

    @TempDir
    private Path folder;

    private final PushService service = new PushService();

    private @Nullable ServerProcess server;

    private ServerProcess server() throws IOException {
        if (server == null) {
            server = new ServerProcess(folder).with("PUSH_ALLOW_LOOPBACK", "on");
        }
        return server;
    }

    @AfterEach
    void stop() throws IOException {
        server().close();
        service.close();
    }

    @Test
    void pushesAfterAKillBetweenCommitAndPush() throws Exception {
        ApiClient anonymous = server().start();
        ApiClient ana = ApiClients.register(anonymous, "ana");
        ApiClient bruno = ApiClients.register(anonymous, "bruno");
        String chat = ana.group("Storm", bruno);
        var keys = Map.of("p256dh", service.p256dh(), "auth", service.auth());
        assertThat(bruno.post("/push/subscriptions", Map.of("endpoint", service.endpoint(), "keys", keys))
                        .status())
                .isEqualTo(201);
        for (int kill = 0; kill < KILLS; kill++) {
            String text = "message of kill " + kill;
            assertThat(ana.say(chat, text).status()).isEqualTo(201);
            server().kill();
            assertThat(service.arrived())
                    .as("killed before the push")
                    .noneMatch(push -> push.text().contains(text));
            ana = ana.at(server().start());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> service.arrived().stream()
                            .anyMatch(push -> push.text().contains(text)));
        }
        assertThat(service.arrived())
                .extracting(push -> push.headers().get("Topic"))
                .as("shown once each: a repeat replaces the first")
                .containsOnly(service.arrived().getFirst().headers().get("Topic"));
    }
}
