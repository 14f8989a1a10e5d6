package app.charla.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * WAL checkpoints in the background, every few seconds. Otherwise SQLite would checkpoint within a commit, and one
 * sender would wait for it.
 *
 * @see <a href="../../../../../docs/decisions/013-jvm-tuning-for-two-cores.md">decision 013</a>
 */
@Component
class Checkpointer {

    private static final Logger log = LoggerFactory.getLogger(Checkpointer.class);

    private final DataSource directory;
    private final SpaceDatabases spaces;
    private final boolean inFiles;

    Checkpointer(DataSource directory, SpaceDatabases spaces, StorageProperties storage) {
        this.inFiles = storage.inFiles();
        this.directory = directory;
        this.spaces = spaces;
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void checkpoint() {
        if (inFiles) {
            checkpoint(directory);
            spaces.opened().forEach(Checkpointer::checkpoint);
        }
    }

    /** Passive checkpoint: copies what it can without blocking a reader or the writer. */
    private static void checkpoint(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException failure) {
            boolean closedMeanwhile = database instanceof HikariDataSource pool && pool.isClosed();
            if (!closedMeanwhile) { // closing moves everything by itself
                log.warn("a checkpoint failed; it is tried again soon", failure);
            }
        }
    }
}
