package app.charla.libsql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** A server to test against, empty at the beginning of each test. */
interface HranaServer {

    /** Proxy that all requests of the driver pass. */
    Wire wire();

    String jdbcUrl();

    /** Returns the number of open streams; those that other tests have lost count until they expire. */
    int openStreams();

    /** Lets time pass for the server, really or not. */
    void pass(Duration time);

    /** Makes sure that a stream whose baton is lost keeps no writer waiting for long. */
    void letWritersIn();

    /** Makes the server roll back what the connection has open, because another writer waits for the lock. */
    void stealLock() throws SQLException;

    /** @param properties names and values in turn */
    default LibsqlDataSource dataSource(String... properties) throws SQLException {
        Properties all = new Properties();
        for (int i = 0; i < properties.length; i += 2) {
            all.setProperty(properties[i], properties[i + 1]);
        }
        return new LibsqlDataSource(jdbcUrl(), all);
    }
}
