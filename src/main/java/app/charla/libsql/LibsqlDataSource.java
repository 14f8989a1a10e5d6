package app.charla.libsql;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to one libSQL database. They share an HTTP client and a limit of concurrent requests. It pools
 * nothing, and need not: a connection is a handful of fields until it is in a transaction. Safe for many threads.
 */
public final class LibsqlDataSource implements DataSource {

    private final LibsqlOptions options;
    private final HranaClient client;
    private int loginTimeout;
    private @Nullable PrintWriter logWriter;

    /**
     * @param url as explained at {@link LibsqlDriver}
     * @param token the token, null if the server wants none
     * @throws SQLException if the URL cannot be understood
     */
    public LibsqlDataSource(String url, @Nullable String token) throws SQLException {
        this(url, withToken(token));
    }

    /**
     * @param url as explained at {@link LibsqlDriver}
     * @param properties as explained there
     * @throws SQLException if the URL or a property cannot be understood
     */
    public LibsqlDataSource(String url, Properties properties) throws SQLException {
        if (!LibsqlOptions.accepts(url)) {
            throw SqlErrors.badUrl("expected " + LibsqlOptions.PREFIX);
        }
        options = LibsqlOptions.parse(url, properties);
        client = new HranaClient(options);
    }

    private static Properties withToken(@Nullable String token) {
        Properties properties = new Properties();
        if (token != null) {
            properties.setProperty(LibsqlOptions.AUTH_TOKEN, token);
        }
        return properties;
    }

    /** Opens a connection without asking the server. */
    @Override
    public Connection getConnection() {
        return new LibsqlConnection(client);
    }

    /** Opens a connection with another token, through a client of its own. */
    @Override
    public Connection getConnection(@Nullable String username, @Nullable String password) throws SQLException {
        return password == null ? getConnection() : new LibsqlConnection(new HranaClient(options.withToken(password)));
    }

    /** Returns the number of streams, that is transactions and cursors, open on the server. */
    public int openStreams() {
        return client.openStreams();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        logWriter = out;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("app.charla.libsql");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Wrapping.unwrap(this, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public String toString() {
        return "libSQL database at " + options;
    }
}
