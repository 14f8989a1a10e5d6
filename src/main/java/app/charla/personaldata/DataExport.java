package app.charla.personaldata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a personal-data export.
 *
 * @param percent the progress, 0–100
 * @param expiresAt when the file is deleted; null while it is being written, and after a failure
 */
public record DataExport(State state, int percent, @Nullable Instant expiresAt) {

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
