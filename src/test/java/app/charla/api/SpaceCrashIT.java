package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.charla.space.SpaceProgressed.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Spaces that were asked for come to be, although {@code kill -9} ends the process at each step of their making. */
class SpaceCrashIT {

    private static final List<String> POINTS = List.of(
            Step.REQUESTED.name(),
            Step.STARTED.name(),
            CrashingCharla.CREATED,
            Step.DATABASE.name(),
            Step.SCHEMA.name(),
            Step.CONTENT.name(),
            Step.READY.name());

    /** Asked for together with each that kills, to be caught somewhere on their way. */
    private static final int BYSTANDERS = 3;

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everySpaceAskedForIsReadyAfterTheNextStart() throws Exception {
        try (var server = new ServerProcess(folder, CrashingCharla.class)) {
            ApiClient ana = ApiClients.register(server.start(), "ana");
            int expected = 1; // home
            for (String point : POINTS) {
                askInVain(ana, point);
                server.awaitDeath();
                ana = ana.at(server.start());
                List<String> asked = ask(ana, point);
                expected += asked.size();
                awaitReady(ana, expected);
                assertThat(ask(ana, point)).as("the same requests").isEqualTo(asked);
                verify(ana, asked);
            }
            ana = dieRemoving(ana, server);
            assertThat(ana.get("/spaces").json().at("/spaces")).hasSize(expected);
        }
    }

    private static ApiClient dieRemoving(ApiClient ana, ServerProcess server) throws IOException, InterruptedException {
        String name = CrashingCharla.name(CrashingCharla.REMOVED);
        String space = place(ana.post("/spaces", Map.of("name", name)));
        await().atMost(LONG).until(() -> ready(ana, space));
        assertThat(ana.json("DELETE", space, Map.of("name", name)).status()).isEqualTo(202);
        server.awaitDeath();
        ApiClient again = ana.at(server.start());
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(again.get(space).status()).isEqualTo(404));
        return again;
    }

    /** Whoever asks a server that is about to die may or may not get an answer. */
    private static void askInVain(ApiClient ana, String point) {
        try {
            ask(ana, point);
        } catch (UncheckedIOException died) {
            assertThat(died).hasCauseInstanceOf(IOException.class);
        }
    }

    private static List<String> ask(ApiClient ana, String point) {
        Stream<String> bystanders = IntStream.range(0, BYSTANDERS).mapToObj(number -> "Beside " + point + " " + number);
        return Stream.concat(bystanders, Stream.of(CrashingCharla.name(point)))
                .map(name -> place(ana.post("/spaces", Map.of("name", name, "requestKey", name))))
                .toList();
    }

    private static String place(Response accepted) {
        return accepted.header("Location").substring("/v1/api".length());
    }

    private static void awaitReady(ApiClient ana, int count) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(ana.get("/spaces").json().at("/spaces"))
                        .hasSize(count)
                        .allMatch(space -> space.at("/state").asString().equals("READY")));
    }

    private static boolean ready(ApiClient ana, String space) {
        return ana.get(space).json().at("/space/state").asString().equals("READY");
    }

    private static void verify(ApiClient ana, List<String> spaces) {
        for (String space : spaces) {
            assertThat(ana.get(space + "/members").json().at("/members")).hasSize(1);
            JsonNode chats = ana.get(space + "/chats/public").json().at("/chats");
            assertThat(chats).hasSize(1);
            String plaza = space + "/chats/public/" + chats.at("/0/id").asString();
            assertThat(ana.say(plaza, "hola").number("/seq")).isEqualTo(1);
        }
    }
}
