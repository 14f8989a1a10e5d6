package app.charla.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.ServiceTest;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@Tag("once")
@ServiceTest
@Import(AnySpace.class)
@TestPropertySource(properties = "charla.storage.open-spaces=5")
class SpaceDatabasesTest {

    @Autowired
    private SpaceStore store;

    @Autowired
    private SpaceDatabases databases;

    @Autowired
    private StorageProperties storage;

    @Test
    void closesIdleSpacesAtTheLimitOfOpenOnes() throws Exception {
        List<SpaceId> spaces = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            spaces.add(AnySpace.in(store));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                SpaceId space = spaces.get(i % spaces.size());
                writing.add(threads.submit(() -> append(space)));
            }
            for (Future<?> each : writing) {
                each.get();
            }
        }
        for (SpaceId space : spaces) {
            assertThat(append(space)).isEqualTo(11);
            assertThat(databases.opened()).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void reportsAMissingFileInsteadOfCreatingASpace() throws Exception {
        SpaceId space = AnySpace.in(store);
        append(space);
        store.close(space);
        Path file = storage.spaceFile(space);
        Path away = Files.move(file, file.resolveSibling("away"));
        assertThatThrownBy(() -> append(space)).isInstanceOf(UnavailableException.class);
        assertThat(file).doesNotExist();
        assertThat(append(AnySpace.in(store))).as("others are well").isEqualTo(1);

        Files.move(away, file);
        await().ignoreException(UnavailableException.class).until(() -> append(space) == 2);
    }

    @Test
    void opensOtherSpacesWhenOneIsCorrupt() throws Exception {
        SpaceId space = AnySpace.in(store);
        store.close(space);
        Files.writeString(storage.spaceFile(space), "this is no database, however long it goes on ".repeat(200));
        assertThatThrownBy(() -> append(space)).isInstanceOf(UnavailableException.class);
        assertThat(append(AnySpace.in(store))).isEqualTo(1);
    }

    @Test
    void opensOtherSpacesWhenOneCannotBeMigrated() throws Exception {
        SpaceId space = AnySpace.in(store);
        store.close(space);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + storage.spaceFile(space));
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM flyway_schema_history WHERE version = '2'");
        }
        assertThatThrownBy(() -> append(space)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> store.read(space, () -> 1)).isInstanceOf(UnavailableException.class);
        assertThat(append(AnySpace.in(store))).isEqualTo(1);
    }

    private long append(SpaceId space) {
        return store.write(space, transaction -> transaction.appendChat(new ChatId(UUID.randomUUID())));
    }
}
