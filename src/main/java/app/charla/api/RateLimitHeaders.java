package app.charla.api;

import app.charla.account.RateLimit.Status;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rate limit headers of a response: {@code RateLimit-Policy} and {@code RateLimit} of the limit that the request came
 * nearest to. Times are seconds, rounded up.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields</a>
 */
final class RateLimitHeaders implements Consumer<Status> {

    private static final String POLICY = "\"default\"";

    private final HttpServletResponse response;
    private @Nullable Status nearest;

    RateLimitHeaders(HttpServletResponse response) {
        this.response = response;
    }

    @Override
    public void accept(Status status) {
        if (nearest != null && share(nearest) <= share(status)) {
            return;
        }
        nearest = status;
        response.setHeader("RateLimit-Policy", POLICY + ";q=" + status.quota() + ";w=" + seconds(status.window()));
        response.setHeader("RateLimit", POLICY + ";r=" + status.remaining() + ";t=" + seconds(status.reset()));
    }

    private static double share(Status status) {
        return (double) status.remaining() / status.quota();
    }

    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
