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
 * Fetches a page of the web for somebody who named its address, and goes nowhere but out into the open: what a name
 * resolves to is checked, that very address is connected to, and every redirect is an address of its own. No cookie, no
 * credential, no proxy; nothing is kept. May be called on any thread, and blocks it for {@link #TIMEOUT} at most.
 *
 * @see <a href="../../../../../docs/decisions/022-profile-links-and-ssrf-guard.md">decision 022</a>
 */
@Component
public class PageFetcher {

    /** How long a page may take, redirects and all. */
    public static final Duration TIMEOUT = Duration.ofSeconds(3);

    /** So much of a page is read; the rest stays away. */
    static final int MAX_BYTES = 1_000_000;

    static final int MAX_REDIRECTS = 3;

    /** Nobody's answer begins without end. */
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
     * @param addresses gives only those that may be connected to
     * @param ports which may be asked; -1 is that of the scheme
     */
    PageFetcher(DnsResolver addresses, IntPredicate ports) {
        this.ports = ports;
        Timeout longest = Timeout.of(TIMEOUT);
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADER_LIMITS)
                                .build())
                        .setMaxConnTotal(MAX_CONCURRENT)
                        .setMaxConnPerRoute(MAX_CONCURRENT)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(longest)
                                .setSocketTimeout(longest)
                                .build())
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(longest)
                        .setResponseTimeout(longest)
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
     * Fetches a page of HTML.
     *
     * @return the page, with the address at which it was found in the end as its location
     * @throws UnfetchableException if it may not be asked for, is not there, is something else, or takes too long
     */
    public Document fetch(URI address) {
        Future<Document> page = workers.submit(() -> follow(address));
        try {
            return page.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            throw new UnfetchableException(address + " takes too long", tooSlow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnfetchableException("stopped", stopped);
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
                request.cancel(); // closing politely would read on to the end
            }
        }
        throw new UnfetchableException(start + " leads on and on");
    }

    private void requireAllowed(URI address) {
        boolean allowed = address.getHost() != null
                && SCHEMES.contains(address.getScheme())
                && address.getRawUserInfo() == null
                && ports.test(address.getPort());
        if (!allowed) {
            throw new UnfetchableException(address + " is not asked for");
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
            throw new UnfetchableException(from + " leads nowhere", malformed);
        }
    }

    private static Document read(ClassicHttpResponse response, URI address) throws IOException {
        HttpEntity entity = response.getEntity();
        ContentType type = entity == null ? null : ContentType.parseLenient(entity.getContentType());
        boolean isPage = type != null && TYPES.contains(type.getMimeType()) && entity.getContentEncoding() == null;
        if (response.getCode() != HttpStatus.SC_OK || type == null || !isPage) {
            throw new UnfetchableException(address + " is no page: " + response.getCode() + " " + type);
        }
        byte[] beginning = entity.getContent().readNBytes(MAX_BYTES);
        String charset = type.getCharset() == null ? null : type.getCharset().name();
        return Jsoup.parse(new ByteArrayInputStream(beginning), charset, address.toString());
    }
}
