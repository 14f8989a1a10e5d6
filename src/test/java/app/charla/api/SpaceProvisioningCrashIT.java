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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Space provisioning resumes after {@code kill -9} at each of its steps. */
@Tag("server")
class SpaceProvisioningCrashIT {

    private static final List<String> STEPS = List.of(
            Step.REQUESTED.name(),
            Step.STARTED.name(),
            CrashingCharla.CREATED,
            Step.DATABASE.name(),
            Step.SCHEMA.name(),
            Step.CONTENT.name(),
            Step.READY.name());

    /** Further spaces requested with each that kills, to be interrupted at other steps. */
    private static final int BYSTANDERS = 3;

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void makesEveryRequestedSpaceReadyAfterARestart() throws Exception {
        try (var server = new ServerProcess(folder, CrashingCharla.class)) {
            ApiClient ana = ApiClients.register(server.start(), "ana");
            int expected = 1; // home
            for (String step : STEPS) {
                requestBeforeKill(ana, step);
                server.awaitExit();
                ana = ana.at(server.start());
                List<String> requested = request(ana, step);
                expected += requested.size();
                awaitReady(ana, expected);
                assertThat(request(ana, step)).as("the same requests").isEqualTo(requested);
                verify(ana, requested);
            }
            ana = killWhileDeleting(ana, server);
            assertThat(ana.get("/spaces").json().at("/spaces")).hasSize(expected);
        }
    }

    private static ApiClient killWhileDeleting(ApiClient ana, ServerProcess server)
            throws IOException, InterruptedException {
        String name = CrashingCharla.name(CrashingCharla.REMOVED);
        String space = path(ana.post("/spaces", Map.of("name", name)));
        await().atMost(TIMEOUT).until(() -> isReady(ana, space));
        assertThat(ana.json("DELETE", space, Map.of("name", name)).status()).isEqualTo(202);
        server.awaitExit();
        ApiClient restarted = ana.at(server.start());
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(restarted.get(space).status()).isEqualTo(404));
        return restarted;
    }

    /** Requests spaces of a server about to be killed, which may or may not answer. */
    private static void requestBeforeKill(ApiClient ana, String step) {
        try {
            request(ana, step);
        } catch (UncheckedIOException died) {
            assertThat(died).hasCauseInstanceOf(IOException.class);
        }
    }

    private static List<String> request(ApiClient ana, String step) {
        Stream<String> bystanders = IntStream.range(0, BYSTANDERS).mapToObj(number -> "Beside " + step + " " + number);
        return Stream.concat(bystanders, Stream.of(CrashingCharla.name(step)))
                .map(name -> path(ana.post("/spaces", Map.of("name", name, "requestKey", name))))
                .toList();
    }

    private static String path(Response accepted) {
        return accepted.header("Location").substring("/v1/api".length());
    }

    private static void awaitReady(ApiClient ana, int count) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(ana.get("/spaces").json().at("/spaces"))
                        .hasSize(count)
                        .allMatch(space -> space.at("/state").asString().equals("READY")));
    }

    private static boolean isReady(ApiClient ana, String space) {
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
