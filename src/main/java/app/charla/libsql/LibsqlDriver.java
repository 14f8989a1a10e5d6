package app.charla.libsql;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * JDBC driver for libSQL servers and Turso, over Hrana 3.
 *
 * <p>URLs: {@code jdbc:libsql:libsql://host} (TLS), {@code jdbc:libsql:https://host}, {@code jdbc:libsql:http://host}
 * for local servers, each with an optional port and path. The token is the password. Properties, in the URL's query
 * or as connection properties:
 *
 * <ul>
 *   <li>{@code authToken}: the token, instead of the password
 *   <li>{@code namespace}: the database on a server with namespaces
 *   <li>{@code encryptionKey}: for encrypted Turso databases
 *   <li>{@code transactionMode}: {@code auto} (the default: IMMEDIATE, or DEFERRED on read-only connections),
 *       {@code immediate}, {@code deferred}
 *   <li>{@code deferredBatches}: {@code true} lets {@code executeBatch} in a transaction answer
 *       {@link java.sql.Statement#SUCCESS_NO_INFO} at once; the batches travel with the next statement that needs an
 *       answer or with the COMMIT, so that a transaction of inserts costs one round trip. A failure then surfaces there
 *       as {@link java.sql.BatchUpdateException}, and the transaction is lost as a whole
 *   <li>{@code initSql}: statements, mostly pragmas, to run first on every stream; outside transactions a stream is
 *       one statement, so a pragma given there by hand has no effect on the next
 *   <li>{@code connectTimeoutMillis} (10000), {@code networkTimeoutMillis} (60000; 0: none) for one answer,
 *       {@code validationWindowMillis} (5000): how long an answer proves a connection valid
 *   <li>{@code keepAliveMillis} (0: never): how often to keep an idle transaction from expiring, for up to a minute;
 *       servers drop it after about 10 idle seconds
 *   <li>{@code maxConcurrentRequests} (64) over all connections, and how many of them may belong to transactions that write,
 *       {@code maxConcurrentWrites} (16): fewer, or the COMMIT for which the others wait would not get through
 *   <li>{@code tokenToForeignHosts}: {@code true} sends the token along when the server moves a stream to another site
 *   <li>{@code tls}: {@code 0} makes {@code libsql://} mean HTTP
 * </ul>
 *
 * <p>Opening a connection asks nothing of the server. Statements outside transactions hold nothing there, so idle
 * connections never break. A batch outside a transaction is a transaction of its own; a text of several statements is
 * not. {@code setFetchSize} streams the rows of reading statements, outside transactions and in read-only ones.
 *
 * <p>Points in time are text in UTC ({@code yyyy-MM-dd HH:mm:ss.SSSSSS}), {@link java.math.BigDecimal} is text, {@link
 * java.util.UUID} a blob of 16 bytes, boolean 0 or 1. Generated keys are the last rowid, or named columns by way of
 * RETURNING.
 *
 * <p>Exceptions that are transient promise that nothing was committed. SQLState 08007 says that a write or COMMIT may
 * or may not have been done; such requests are never repeated by the driver.
 */
public final class LibsqlDriver implements Driver {

    static {
        try {
            DriverManager.registerDriver(new LibsqlDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Connections with the same settings share a client, as long as one of them is alive. */
    private static final Map<LibsqlOptions, WeakReference<HranaClient>> CLIENTS = new HashMap<>();

    private static HranaClient client(LibsqlOptions options) {
        synchronized (CLIENTS) {
            CLIENTS.values().removeIf(reference -> reference.get() == null);
            WeakReference<HranaClient> known = CLIENTS.get(options);
            HranaClient client = known == null ? null : known.get();
            if (client == null) {
                client = new HranaClient(options);
                CLIENTS.put(options, new WeakReference<>(client));
            }
            return client;
        }
    }

    /** Opens a connection without asking the server. Null if the URL is not one of ours. */
    @Override
    public @Nullable Connection connect(String url, @Nullable Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        LibsqlOptions options = LibsqlOptions.parse(url, properties == null ? new Properties() : properties);
        return new LibsqlConnection(client(options));
    }

    @Override
    public boolean acceptsURL(@Nullable String url) {
        return LibsqlOptions.accepts(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, @Nullable Properties properties) {
        return LibsqlOptions.NAMES.stream()
                // Without values: one of them is the token.
                .map(name -> new DriverPropertyInfo(name, null))
                .toArray(DriverPropertyInfo[]::new);
    }

    @Override
    public int getMajorVersion() {
        return 0;
    }

    @Override
    public int getMinorVersion() {
        return 1;
    }

    /** No: that takes full SQL-92. */
    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("app.charla.libsql");
    }
}
