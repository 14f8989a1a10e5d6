package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Followers of the journal catch up after {@code kill -9} between a commit and their step, without being woken. */
class FollowerCrashIT {

    private static final int KILLS = 3;

    @TempDir
    private Path folder;

    private @Nullable ServerProcess server;

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
    void catchesUpAfterAKillBetweenCommitAndFollower() throws Exception {
        ApiClient ana = ApiClients.register(server().start(), "ana");
        String chat = ana.group("Storm", ana);
        int behind = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            for (int i = 0; i < 20; i++) {
                String id = kill + "-" + i;
                assertThat(ana.post(chat, Map.of("text", "palabra" + id, "clientId", id))
                                .status())
                        .isEqualTo(201);
            }
            server().kill();
            behind += distance() > 0 ? 1 : 0;
            assertThat(marks()).as("the space is marked").isEqualTo(1);
            ana = ana.at(server().start());
            await().atMost(Duration.ofMinutes(1)).until(() -> distance() == 0);
        }
        assertThat(behind).as("kills that came before the follower").isPositive();
        assertThat(ana.get("/v1/api/search?q=palabra").json().at("/hits")).hasSizeGreaterThanOrEqualTo(20);
        server().stop();
        assertThat(marks()).as("an orderly end leaves no work").isZero();
    }

    /** How many journal entries the search index has not passed. */
    private long distance() throws SQLException, IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data").resolve("spaces"))) {
            List<Path> spaces =
                    files.filter(file -> file.toString().endsWith(".db")).toList();
            assertThat(spaces).hasSize(1);
            return number(
                    spaces.getFirst(),
                    "select (select max(position) from journal) - position from follower where name = 'search'");
        }
    }

    private long marks() throws SQLException {
        return number(folder.resolve("data").resolve("directory.db"), "select count(*) from follower_mark");
    }

    private static long number(Path file, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }
}
