package app.charla.storage;

import app.charla.libsql.LibsqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Opens databases on a libSQL server. Its connections hold nothing on the server between transactions, so there is no
 * pool: they are made as they are needed.
 */
final class LibsqlServer {

    /** A database on a server, and what opens it. */
    record Access(String url, String token) {

        /** Without the secret. */
        @Override
        public String toString() {
            return url;
        }
    }

    private LibsqlServer() {}

    /** Opens the directory and brings its schema up to date. */
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
     * Opens a space and brings its schema up to date. The home space may share its database with the directory, so it
     * keeps a history of its own.
     *
     * <p>A transaction of its writer only adds: with deferred batches it travels to the server in one request.
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

    /** A connection whose rows need not belong together before the end. */
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
