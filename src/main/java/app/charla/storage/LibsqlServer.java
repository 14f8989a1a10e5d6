package app.charla.storage;

import app.charla.libsql.LibsqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Data sources for databases on a libSQL server. A connection holds nothing on the server between transactions, so
 * there is no pool: connections are created when needed.
 */
final class LibsqlServer {

    /** URL and token of a database on a server. */
    record Access(String url, String token) {

        /** Omits the token. */
        @Override
        public String toString() {
            return url;
        }
    }

    private LibsqlServer() {}

    /** Opens the directory and migrates its schema. */
    static DataSource directory(StorageProperties storage) {
        DataSource database = source(new Access(storage.dbUrl(), storage.dbToken()), Map.of());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/directory")
                .load()
                .migrate();
        return database;
    }

    /**
     * Opens a space and migrates its schema. The home space may share its database with the directory, so it has a
     * migration history of its own.
     *
     * <p>A transaction of its writer only inserts: with deferred batches it is sent to the server in one request.
     */
    static DataSource space(Access access) {
        DataSource database = source(access, Map.of("deferredBatches", "true"));
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/space")
                .table("space_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        return database;
    }

    /** Opens a connection that checks foreign keys at the commit only. */
    static Connection unconstrained(Access access) throws SQLException {
        return source(access, Map.of("initSql", "PRAGMA foreign_keys = OFF")).getConnection();
    }

    private static DataSource source(Access access, Map<String, String> options) {
        var properties = new Properties();
        properties.putAll(options);
        if (!access.token().isBlank()) {
            properties.setProperty("authToken", access.token());
        }
        try {
            return new LibsqlDataSource("jdbc:libsql:" + access.url(), properties);
        } catch (SQLException malformed) {
            throw new IllegalArgumentException("not the address of a libSQL database: " + access, malformed);
        }
    }
}
