package app.charla.account;

import app.charla.core.TooManyRequestsException;
import java.time.Duration;

/**
 * No hashing thread became free in time: the requests of all callers together exceed what this node can do. Nothing was
 * done. Answered with 503 where a reached rate limit, which is one caller's, is answered with 429.
 */
public class OverloadedException extends TooManyRequestsException {

    /** @param retryAfter the time after which another attempt makes sense; positive */
    public OverloadedException(Duration retryAfter) {
        super(retryAfter);
    }
}
