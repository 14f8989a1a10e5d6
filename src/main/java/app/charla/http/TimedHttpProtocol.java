package app.charla.http;

import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP/1.1 connector that cuts slow requests: thousands of clients that send a byte now and then would hold as many
 * connections, threads and buffers for ever. Tomcat's own timeouts begin anew with each byte.
 *
 * <p>What an upgraded connection sends (WebSockets, event streams), and requests that wait for their answer (long polling),
 * are not timed here. Public because Tomcat creates it by its name.
 *
 * @see <a href="../../../../../docs/decisions/047-limits-of-requests-and-uploads.md">decision 047</a>
 */
public final class TimedHttpProtocol extends Http11NioProtocol {

    private static final Duration KEEP_ALIVE_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(60);

    /** Time in which nothing at all arrives of a body; a train in a tunnel is back by then, or resumes its upload. */
    private static final Duration BODY_TIMEOUT = Duration.ofSeconds(30);

    /**
     * Limits of slow requests.
     *
     * @param head longest time from the first byte of a request to the end of its headers
     * @param window time of waiting for bytes of the body after which the rate is checked, again and again
     * @param minBytes fewest bytes of the body in each window
     */
    record Limits(Duration head, Duration window, int minBytes) {}

    /** 100 bytes a second: a telephone line at its worst brings some thousand. */
    private static final Limits DEFAULT = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), 2_000);

    private final Limits limits;

    public TimedHttpProtocol() {
        this(DEFAULT);
    }

    TimedHttpProtocol(Limits limits) {
        this.limits = limits;
        setConnectionTimeout((int) limits.head().toMillis());
        setKeepAliveTimeout((int) KEEP_ALIVE_TIMEOUT.toMillis());
        setDisableUploadTimeout(false);
        setConnectionUploadTimeout((int) BODY_TIMEOUT.toMillis());
    }

    @Override
    protected Processor createProcessor() {
        return new TimedProcessor(this, limits, WRITE_TIMEOUT);
    }
}
