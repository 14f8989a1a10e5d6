package app.charla.libsql;

/** Mode in which transactions begin. */
enum TransactionMode {
    /** IMMEDIATE, or DEFERRED on a read-only connection. */
    AUTO,
    /** Takes the write lock at once, so that read-then-write cannot run into a snapshot that somebody has passed. */
    IMMEDIATE,
    /** Takes locks when they are needed; a later write may fail with a conflict that only a new transaction cures. */
    DEFERRED;

    String begin(boolean readOnly) {
        boolean deferred = this == DEFERRED || this == AUTO && readOnly;
        return deferred ? "BEGIN DEFERRED" : "BEGIN IMMEDIATE";
    }
}
