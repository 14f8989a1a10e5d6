package app.charla.core;

import java.time.Duration;

/** A limit on how often something may be done was reached; nothing was done. */
public class TooManyRequestsException extends RuntimeException {

    private final transient Duration retryAfter;

    /** @param retryAfter how long to wait before the next try can succeed; positive */
    public TooManyRequestsException(Duration retryAfter) {
        super("too many requests, retry after " + retryAfter);
        this.retryAfter = retryAfter;
    }

    /** How long to wait before the next try can succeed. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
