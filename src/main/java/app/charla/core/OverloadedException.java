package app.charla.core;

import java.time.Duration;

/**
 * Server overloaded: the requests of all callers together exceed what it can do; nothing was done. Answered with 503 where
 * a reached rate limit, which is one caller's, is answered with 429.
 */
public class OverloadedException extends TooManyRequestsException {

    /** @param retryAfter the time after which another attempt makes sense; positive */
    public OverloadedException(Duration retryAfter) {
        super(retryAfter);
    }
}
