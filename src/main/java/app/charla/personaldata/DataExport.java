package app.charla.personaldata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The export of one's own data, as far as it has come.
 *
 * @param percent how much is done, 0–100
 * @param expiresAt when the file is gone; null while it is being made, and if that failed
 */
public record DataExport(State state, int percent, @Nullable Instant expiresAt) {

    /** How far an export has come. */
    public enum State {
        RUNNING,
        READY,
        FAILED
    }

    static DataExport running(int percent) {
        return new DataExport(State.RUNNING, percent, null);
    }

    static DataExport failed() {
        return new DataExport(State.FAILED, 0, null);
    }
}
