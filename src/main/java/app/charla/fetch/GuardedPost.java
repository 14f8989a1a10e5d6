package app.charla.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts bytes to addresses that strangers name, as protection against server-side request forgery (SSRF): https and public
 * addresses only, connected to as resolved and checked; redirects are answers like any other, and of an answer only its
 * status and {@code Retry-After} are read. Safe for many threads; a call blocks for {@link #TIMEOUT} at most.
 *
 * @see <a href="../../../../../docs/decisions/022-profile-links-and-ssrf-guard.md">decision 022</a>
 */
public final class GuardedPost implements AutoCloseable {

    /** The time limit of a post. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Answers up to this are read, in bytes, so that the connection serves again; others end it. */
    private static final int MAX_BODY = 8_192;

    private static final Http1Config HEADER_LIMITS =
            Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(16_384).build();

    private final CloseableHttpClient client;
    private final boolean loopback;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * The answer to a post.
     *
     * @param retryAfter the value of the header as it came; null if there is none
     */
    public record Answer(int status, @Nullable String retryAfter) {}

    /**
     * @param loopback whether http to the server's own host is allowed, too; for tests
     * @param maxConcurrent the maximum number of connections
     */
    public GuardedPost(boolean loopback, int maxConcurrent) {
        this.loopback = loopback;
        Timeout timeout = Timeout.of(TIMEOUT);
        var resolver = new PublicAddressResolver(
                SystemDefaultDnsResolver.INSTANCE,
                address -> PublicAddressResolver.PUBLIC.matches(address)
                        || (loopback && address != null && address.isLoopbackAddress()));
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADER_LIMITS)
                                .build())
                        .setMaxConnTotal(maxConcurrent)
                        .setMaxConnPerRoute(maxConcurrent)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .setUserAgent("Charla")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    /** Returns whether an address may be posted to, as far as it tells itself: its name is resolved with each post. */
    public boolean isAllowed(URI address) {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return false;
        }
        if (loopback && isLoopback(host)) {
            return "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        }
        return "https".equals(address.getScheme())
                && (address.getPort() == -1 || address.getPort() == 443)
                && isPublicOrName(host);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || literal(host) instanceof InetAddress address && address.isLoopbackAddress();
    }

    private static boolean isPublicOrName(String host) {
        InetAddress literal = literal(host);
        return literal == null ? !host.equals("localhost") : PublicAddressResolver.PUBLIC.matches(literal);
    }

    private static @Nullable InetAddress literal(String host) {
        try {
            return InetAddress.ofLiteral(host.replaceAll("^\\[|]$", ""));
        } catch (IllegalArgumentException name) {
            return null;
        }
    }

    /**
     * Posts bytes and returns the answer, whatever its status.
     *
     * @throws UnfetchableException if the address is not allowed, or does not answer in time
     */
    public Answer post(URI address, Map<String, String> headers, byte[] body) {
        if (!isAllowed(address)) {
            throw new UnfetchableException("not an allowed address");
        }
        Future<Answer> answer = workers.submit(() -> exchange(address, headers, body));
        try {
            return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            throw new UnfetchableException("timed out", tooSlow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnfetchableException("interrupted", stopped);
        } catch (ExecutionException failed) {
            throw new UnfetchableException("does not answer", failed);
        } finally {
            answer.cancel(true); // which closes its connection
        }
    }

    private Answer exchange(URI address, Map<String, String> headers, byte[] body) throws IOException {
        var request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_OCTET_STREAM));
        boolean reused = false;
        try {
            var host = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
            ClassicHttpResponse response = client.executeOpen(host, request, null);
            Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
            reused = isShort(response.getEntity());
            if (reused) {
                EntityUtils.consume(response.getEntity());
            }
            return new Answer(response.getCode(), retryAfter == null ? null : retryAfter.getValue());
        } finally {
            if (!reused) {
                request.cancel(); // close() would read the rest of the response
            }
        }
    }

    private static boolean isShort(@Nullable HttpEntity entity) {
        return entity == null || (entity.getContentLength() >= 0 && entity.getContentLength() <= MAX_BODY);
    }

    @Override
    public void close() throws IOException {
        workers.shutdownNow();
        client.close();
    }
}
