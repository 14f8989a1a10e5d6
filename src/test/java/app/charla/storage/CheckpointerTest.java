package app.charla.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.ServiceTest;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Tag("once")
@ServiceTest
@Import(AnySpace.class)
class CheckpointerTest {

    @Autowired
    private SpaceStore store;

    @Autowired
    private StorageProperties storage;

    @Autowired
    private Checkpointer checkpointer;

    @TempDir
    private Path folder;

    @Test
    void checkpointsTheWriteAheadLog() throws IOException, SQLException {
        SpaceId space = AnySpace.in(store);
        store.write(space, transaction -> transaction.appendChat(new ChatId(UUID.randomUUID())));

        checkpointer.checkpoint();

        // The file alone, without its write-ahead log.
        Path alone = Files.copy(storage.spaceFile(space), folder.resolve("alone.db"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + alone);
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM journal")) {
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }
}
