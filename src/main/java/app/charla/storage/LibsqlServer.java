package app.charla.storage;

import app.charla.libsql.LibsqlDataSource;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Opens databases on a libSQL server. Its connections hold nothing on the server between transactions, so there is no
 * pool: they are made as they are needed.
 */
final class LibsqlServer {

    private LibsqlServer() {}

    /** Opens the directory and brings its schema up to date. */
    static DataSource directory(StorageProperties storage) {
        DataSource database = source(storage.dbUrl(), storage.dbToken(), new Properties());
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
    static DataSource space(String url, String token) {
        var options = new Properties();
        options.setProperty("deferredBatches", "true");
        DataSource database = source(url, token, options);
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

    private static DataSource source(String url, String token, Properties options) {
        if (!token.isBlank()) {
            options.setProperty("authToken", token);
        }
        try {
            return new LibsqlDataSource("jdbc:libsql:" + url, options);
        } catch (SQLException malformed) {
            throw new IllegalArgumentException("not the address of a libSQL database: " + url, malformed);
        }
    }
}
