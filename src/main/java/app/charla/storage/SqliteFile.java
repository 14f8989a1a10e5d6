package app.charla.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** Opens a database file with the guarantees that Charla promises: what was committed survives a power cut. */
final class SqliteFile {

    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    private static final int CACHE_KIB = 16_384;

    private SqliteFile() {}

    /**
     * Opens the file, creating it when missing, and brings its schema up to date.
     *
     * @param migrations the class path folder of its migrations
     */
    static HikariDataSource open(Path file, String migrations) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot create the data folder for " + file, unwritable);
        }
        var pool = new HikariDataSource(pool(file));
        Flyway.configure().dataSource(pool).locations(migrations).load().migrate();
        return pool;
    }

    private static HikariConfig pool(Path file) {
        var config = new HikariConfig();
        config.setPoolName(file.getFileName().toString());
        config.setDataSource(source(file));
        config.setMaximumPoolSize(8);
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
        // Writing transactions take the lock at once (no deadlock by upgrade), reading ones never wait for it.
        config.setExplicitReadOnly(true);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }
}
