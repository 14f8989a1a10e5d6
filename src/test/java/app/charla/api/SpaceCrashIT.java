package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A space that was asked for comes to be, although the process that makes it is killed without warning. */
class SpaceCrashIT {

    /** How many spaces of each round are ready when the process is killed. */
    private static final List<Integer> READY_AT_DEATH = List.of(0, 1, 3, 5);

    private static final int ASKED = 8;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyAcceptedSpaceIsReadyAfterTheNextStart() throws Exception {
        try (var server = new ServerProcess(folder)) {
            Caller ana = Callers.register(server.start(), "ana");
            int expected = 1; // home
            for (int ready : READY_AT_DEATH) {
                List<String> spaces = ask(ana, ready);
                Caller asked = ana;
                await().pollInterval(Duration.ofMillis(2)).until(() -> ready(asked) >= asked(spaces, ready));
                server.kill();
                ana = new Caller(server.start().server(), ana.username(), ana.id(), ana.token());
                expected += ASKED;
                int all = expected;
                Caller again = ana;
                await().atMost(Duration.ofMinutes(1)).until(() -> ready(again) == all);
                assertThat(ask(ana, ready)).as("the same requests").isEqualTo(spaces);
                verify(ana, spaces);
            }
            assertThat(ana.get("/spaces").json().at("/spaces")).hasSize(expected);
        }
    }

    private static List<String> ask(Caller ana, int round) {
        return IntStream.range(0, ASKED)
                .mapToObj(number -> ana.post("/spaces", Map.of("name", "Espacio", "requestKey", round + "-" + number)))
                .map(answer -> answer.header("Location").substring("/v1/api".length()))
                .toList();
    }

    /** Spaces that are ready: those of earlier rounds, home, and so many of this one. */
    private static int asked(List<String> spaces, int ready) {
        return 1 + READY_AT_DEATH.indexOf(ready) * spaces.size() + ready;
    }

    private static int ready(Caller ana) {
        int ready = 0;
        for (JsonNode space : ana.get("/spaces").json().at("/spaces")) {
            ready += space.at("/state").asString().equals("READY") ? 1 : 0;
        }
        return ready;
    }

    private static void verify(Caller ana, List<String> spaces) {
        for (String space : spaces) {
            assertThat(ana.get(space + "/members").json().at("/members")).hasSize(1);
            JsonNode chats = ana.get(space + "/chats/public").json().at("/chats");
            assertThat(chats).hasSize(1);
            String plaza = space + "/chats/public/" + chats.at("/0/id").asString();
            assertThat(ana.say(plaza, "hola").number("/seq")).isEqualTo(1);
        }
    }
}
