package app.charla.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
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
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * Fetches web pages from public addresses only, as protection against server-side request forgery (SSRF): the resolved
 * address is checked and connected to, and every redirect is checked anew. No cookies, credentials, proxy or cache. May be
 * called on any thread, and blocks it for {@link #TIMEOUT} at most.
 *
 * @see <a href="../../../../../docs/decisions/022-profile-links-and-ssrf-guard.md">decision 022</a>
 */
@Component
public class PageFetcher {

    /** The time limit for a page, with all redirects. */
    public static final Duration TIMEOUT = Duration.ofSeconds(3);

    /** The part of a page that is read; the rest is ignored. */
    static final int MAX_BYTES = 1_000_000;

    static final int MAX_REDIRECTS = 3;

    /** Limits the response headers, which could be endless. */
    private static final Http1Config HEADER_LIMITS =
            Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(16_384).build();

    private static final int MAX_CONCURRENT = 20;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Set<String> TYPES = Set.of("text/html", "application/xhtml+xml");

    private final CloseableHttpClient client;
    private final IntPredicate ports;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    PageFetcher() {
        this(
                new PublicAddressResolver(SystemDefaultDnsResolver.INSTANCE, PublicAddressResolver.PUBLIC),
                port -> port == -1 || port == 80 || port == 443);
    }

    /**
     * @param resolver returns only addresses that may be connected to
     * @param ports accepts the allowed ports; -1 is the default of the scheme
     */
    PageFetcher(DnsResolver resolver, IntPredicate ports) {
        this.ports = ports;
        Timeout timeout = Timeout.of(TIMEOUT);
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADER_LIMITS)
                                .build())
                        .setMaxConnTotal(MAX_CONCURRENT)
                        .setMaxConnPerRoute(MAX_CONCURRENT)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
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

    /**
     * Fetches an HTML page.
     *
     * @return the page, with its address after redirects as its location
     * @throws UnfetchableException if it may not be fetched, does not exist, is not HTML, or takes too long
     */
    public Document fetch(URI address) {
        Future<Document> page = workers.submit(() -> follow(address));
        try {
            return page.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            throw new UnfetchableException(address + " timed out", tooSlow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnfetchableException("interrupted", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof UnfetchableException refused
                    ? refused
                    : new UnfetchableException(address + " does not answer", failed);
        } finally {
            page.cancel(true); // which closes its connection
        }
    }

    private Document follow(URI start) throws IOException {
        URI address = start;
        for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
            requireAllowed(address);
            var request = new HttpGet(address);
            request.setHeader(HttpHeaders.ACCEPT, "text/html,application/xhtml+xml");
            try {
                var host = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
                ClassicHttpResponse response = client.executeOpen(host, request, null);
                Header location = isRedirect(response.getCode()) ? response.getFirstHeader(HttpHeaders.LOCATION) : null;
                if (location == null) {
                    return read(response, address);
                }
                address = next(address, location.getValue());
            } finally {
                request.cancel(); // close() would read the rest of the response
            }
        }
        throw new UnfetchableException(start + " has too many redirects");
    }

    private void requireAllowed(URI address) {
        boolean allowed = address.getHost() != null
                && SCHEMES.contains(address.getScheme())
                && address.getRawUserInfo() == null
                && ports.test(address.getPort());
        if (!allowed) {
            throw new UnfetchableException(address + " is not an allowed address");
        }
    }

    private static boolean isRedirect(int status) {
        return switch (status) {
            case HttpStatus.SC_MOVED_PERMANENTLY,
                    HttpStatus.SC_MOVED_TEMPORARILY,
                    HttpStatus.SC_SEE_OTHER,
                    HttpStatus.SC_TEMPORARY_REDIRECT,
                    HttpStatus.SC_PERMANENT_REDIRECT -> true;
            default -> false;
        };
    }

    private static URI next(URI from, String location) {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException malformed) {
            throw new UnfetchableException(from + " redirects to a malformed address", malformed);
        }
    }

    private static Document read(ClassicHttpResponse response, URI address) throws IOException {
        HttpEntity entity = response.getEntity();
        ContentType type = entity == null ? null : ContentType.parseLenient(entity.getContentType());
        boolean isPage = type != null && TYPES.contains(type.getMimeType()) && entity.getContentEncoding() == null;
        if (response.getCode() != HttpStatus.SC_OK || type == null || !isPage) {
            throw new UnfetchableException(address + " is not an HTML page: " + response.getCode() + " " + type);
        }
        byte[] beginning = entity.getContent().readNBytes(MAX_BYTES);
        String charset = type.getCharset() == null ? null : type.getCharset().name();
        return Jsoup.parse(new ByteArrayInputStream(beginning), charset, address.toString());
    }
}
