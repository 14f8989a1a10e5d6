package app.charla.storage;

import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.stereotype.Component;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Spaces as files for export and restore: one SQLite file holds everything that the database of a space does. */
@Component
public class SpaceFiles {

    private final SpaceStore store;
    private final SpaceDatabases databases;
    private final StorageProperties storage;

    SpaceFiles(SpaceStore store, SpaceDatabases databases, StorageProperties storage) {
        this.store = store;
        this.databases = databases;
        this.storage = storage;
    }

    /**
     * Writes a consistent snapshot of a space into a new file, without blocking readers or the writer.
     *
     * @param file does not exist yet
     * @throws UnavailableException if the database does not answer, or the disk is full
     */
    public void copy(SpaceId space, Path file) {
        try {
            Connection connection = databases.getConnection(space);
            try {
                copy(connection, file);
            } finally {
                databases.releaseConnection(space, connection);
            }
        } catch (SQLException failure) {
            throw new UnavailableException(failure);
        }
    }

    private static void copy(Connection from, Path file) throws SQLException {
        if (from.isWrapperFor(SQLiteConnection.class)) {
            try (PreparedStatement vacuum = from.prepareStatement("VACUUM INTO ?")) {
                vacuum.setString(1, file.toString());
                vacuum.execute();
            }
        } else {
            flyway(file, "latest").migrate();
            from.setReadOnly(true);
            try (Connection to = unconstrained(file)) {
                TableCopy.copy(TableCopy.tables(to), from, to);
            }
        }
    }

    /**
     * Opens a connection without foreign keys: rows are inserted table by table, and the constraints hold at the end.
     */
    private static Connection unconstrained(Path file) throws SQLException {
        Connection connection = open(file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
        }
        return connection;
    }

    /**
     * Validates a file of unknown origin and migrates its schema: it is intact, and its schema is exactly that of a
     * space of this or an earlier version, without triggers or views.
     *
     * @param file changed by this
     * @param besides further tables that are allowed
     * @throws ForeignFileException if it is not such a file
     */
    public void check(Path file, Set<String> besides) {
        Path own = file.resolveSibling(file.getFileName() + ".own");
        try {
            Files.deleteIfExists(own);
            check(file, own, besides);
        } catch (SQLException | IOException | FlywayException unreadable) {
            throw new ForeignFileException(unreadable);
        } finally {
            deleteQuietly(own);
        }
    }

    private static void check(Path file, Path own, Set<String> besides) throws SQLException, IOException {
        String version;
        try (Connection connection = open(file);
                Statement statement = connection.createStatement()) {
            // A view of that name could keep whoever asks it busy for ever.
            require(statement, "SELECT type FROM sqlite_schema WHERE name = 'flyway_schema_history'", "table");
            require(statement, "PRAGMA integrity_check", "ok");
            try (ResultSet rows = statement.executeQuery(
                    "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success = 1")) {
                version = rows.next() ? rows.getString(1) : null;
            }
        }
        if (version == null || !version.matches("[1-9][0-9]{0,3}")) {
            throw new ForeignFileException(null);
        }
        flyway(own, version).migrate();
        try (Connection theirs = open(file);
                Connection ours = open(own)) {
            Set<String> expected = schema(ours, Set.of());
            if (expected.isEmpty() || !expected.equals(schema(theirs, besides))) {
                throw new ForeignFileException(null);
            }
            try (Statement statement = theirs.createStatement();
                    ResultSet broken = statement.executeQuery("PRAGMA foreign_key_check")) {
                if (broken.next()) {
                    throw new ForeignFileException(null);
                }
            }
        }
        replaceHistory(file, own);
        flyway(file, "latest").migrate();
        try (Connection theirs = open(file)) {
            TableCopy.resetFollowers(theirs);
        }
    }

    private static void require(Statement statement, String question, String answer) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            if (!rows.next() || !answer.equals(rows.getString(1))) {
                throw new ForeignFileException(null);
            }
        }
    }

    /** Replaces the migration history of the file, which is not trusted: its schema is known to be correct. */
    private static void replaceHistory(Path file, Path own) throws SQLException {
        try (Connection connection = open(file);
                PreparedStatement attach = connection.prepareStatement("ATTACH ? AS own");
                Statement statement = connection.createStatement()) {
            attach.setString(1, own.toString());
            attach.execute();
            statement.execute("DELETE FROM main.flyway_schema_history");
            statement.execute("INSERT INTO main.flyway_schema_history SELECT * FROM own.flyway_schema_history");
        }
    }

    private static Set<String> schema(Connection connection, Set<String> besides) throws SQLException {
        var schema = new TreeSet<String>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema")) {
            while (rows.next()) {
                boolean byItself = rows.getString(1).equals("index")
                        && rows.getString(4).isEmpty(); // SQLite's own, for a primary key
                boolean known = (rows.getString(1).equals("table") || byItself) && besides.contains(rows.getString(3));
                if (!known) {
                    schema.add(String.join(
                            "|", rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
        }
        return schema;
    }

    /**
     * Replaces the database of a space by a checked file.
     *
     * @param file is moved if the space is a file, too
     * @throws UnavailableException if the database does not answer, or the disk is full
     */
    public void load(SpaceId space, DatabaseAddress address, Path file) {
        store.close(space);
        try {
            if (address.isDefault()) {
                move(file, storage.spaceFile(space));
            } else {
                send(file, address);
            }
        } catch (IOException | SQLException failure) {
            throw new UnavailableException(failure);
        }
    }

    private static void move(Path file, Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        for (String ending : new String[] {"-wal", "-shm", "-journal"}) {
            Files.deleteIfExists(target.resolveSibling(target.getFileName() + ending));
        }
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private void send(Path file, DatabaseAddress address) throws SQLException {
        LibsqlServer.Access access = databases.access(address);
        LibsqlServer.space(access);
        try (Connection from = open(file);
                Connection to = LibsqlServer.unconstrained(access)) {
            TableCopy.copy(TableCopy.tables(from), from, to);
        }
    }

    /**
     * Folder for files during export and restore, on the same disk as the databases. Like these it is for the server's user
     * only, and so is the folder of all data.
     */
    public Path workFolder() {
        Path folder = storage.dataDir().resolve("workshop");
        try {
            PrivateFiles.createFolder(storage.dataDir()); // without a database in it, nobody else does
            PrivateFiles.createFolder(folder);
            return folder.toAbsolutePath();
        } catch (IOException failure) {
            throw new UnavailableException(failure);
        }
    }

    private static Flyway flyway(Path file, String target) {
        return Flyway.configure()
                .dataSource(source(file))
                .locations("classpath:db/space")
                .target(target)
                .load();
    }

    /** Opens a file that no space uses at the moment, without trusting its content. */
    public static Connection open(Path file) throws SQLException {
        Connection connection = source(file).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA cell_size_check = ON");
        }
        return connection;
    }

    private static SQLiteDataSource source(Path file) {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new UnavailableException(left);
        }
    }
}
