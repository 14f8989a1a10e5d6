package app.charla.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** Data sources for SQLite files with the durability that Charla promises: what was committed survives a power cut. */
final class SqliteFile {

    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    private static final int CACHE_KIB = 16_384;

    /** WAL pages after which a commit checkpoints by itself; the {@link Checkpointer} runs long before. */
    private static final int CHECKPOINT_PAGES = 16_000;

    private SqliteFile() {}

    private static final int SPACE_CONNECTIONS = 8;

    /**
     * Opens a space: one connection for its writer, the others for readers.
     *
     * @param mayBeMade whether the file may be created if it is missing
     */
    static HikariDataSource space(Path file, boolean mayBeMade) {
        if (!mayBeMade && Files.notExists(file)) {
            throw new IllegalStateException("the file is missing: " + file);
        }
        return open(file, "classpath:db/space", SPACE_CONNECTIONS);
    }

    /**
     * Opens the file, creating it if it is missing, and migrates its schema.
     *
     * @param migrations the class path folder of its migrations
     * @param connections the maximum number of connections. SQLite allows many readers but one writer, and fails a
     * transaction that begins to write after another has written: either one thread alone writes, or there is one
     * connection
     */
    static HikariDataSource open(Path file, String migrations, int connections) {
        try {
            PrivateFiles.createFolder(
                    Objects.requireNonNull(file.toAbsolutePath().getParent()));
            PrivateFiles.createDatabase(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot create the data folder for " + file, unwritable);
        }
        Flyway.configure().dataSource(source(file)).locations(migrations).load().migrate();
        return new HikariDataSource(pool(file, connections));
    }

    private static HikariConfig pool(Path file, int connections) {
        var config = new HikariConfig();
        config.setPoolName(file.getFileName().toString());
        config.setDataSource(source(file));
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        return config;
    }

    private static SQLiteDataSource source(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setCacheSize(-CACHE_KIB);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, String.valueOf(CHECKPOINT_PAGES));
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }
}
