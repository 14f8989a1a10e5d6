package app.charla.core;

import java.time.Duration;

/** Rate limit reached; nothing was done. */
public class TooManyRequestsException extends RuntimeException {

    private final transient Duration retryAfter;

    /** @param retryAfter the time until the next attempt can succeed; positive */
    public TooManyRequestsException(Duration retryAfter) {
        super("too many requests, retry after " + retryAfter);
        this.retryAfter = retryAfter;
    }

    /** Time until the next attempt can succeed. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
