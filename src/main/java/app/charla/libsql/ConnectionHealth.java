package app.charla.libsql;

import app.charla.libsql.SqlErrors.During;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Time of the last answer from the server, so that a pool need not validate a connection that was just used. */
final class ConnectionHealth {

    private volatile boolean succeeded;
    private volatile long lastSuccess;

    List<Response> succeeded(List<Response> responses) {
        lastSuccess = System.nanoTime();
        succeeded = true;
        return responses;
    }

    SQLException failed(HranaException e, During during, boolean held) {
        lost();
        return SqlErrors.of(e, during, held);
    }

    void lost() {
        succeeded = false;
    }

    boolean within(Duration window) {
        return succeeded && System.nanoTime() - lastSuccess < window.toNanos();
    }
}
