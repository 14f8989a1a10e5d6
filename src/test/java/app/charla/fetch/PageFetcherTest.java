package app.charla.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.util.matcher.InetAddressMatchers;

/** Runs against a local web server, of whose addresses one counts as public. */
class PageFetcherTest {

    private static final String PUBLIC = "127.0.0.1";
    private static final String PRIVATE = "127.0.0.2";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private HttpServer web;

    @BeforeEach
    void serve() throws IOException {
        web = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        web.start();
    }

    @AfterEach
    void stop() {
        stopping.countDown();
        web.stop(0);
    }

    private void handle(String path, HttpHandler answer) {
        web.createContext(path, exchange -> {
            requests.add(exchange.getLocalAddress().getAddress().getHostAddress() + exchange.getRequestURI());
            try (exchange) {
                answer.handle(exchange);
            }
        });
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void page(String path, String html) {
        handle(path, exchange -> send(exchange, 200, "text/html; charset=utf-8", html));
    }

    private void redirect(String path, String location) {
        handle(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    private Document fetch(FakeDns dns, String path) {
        var resolver = new PublicAddressResolver(dns, InetAddressMatchers.fromIpAddress(PUBLIC));
        return new PageFetcher(resolver, port -> true).fetch(at(path));
    }

    private Document fetch(String path) {
        return fetch(new FakeDns(PUBLIC), path);
    }

    private URI at(String path) {
        return URI.create("http://site.example:" + web.getAddress().getPort() + path);
    }

    private void assertRefused(String path) {
        assertThatThrownBy(() -> fetch(path)).isInstanceOf(UnfetchableException.class);
    }

    @Test
    void fetchesPage() {
        page("/ana", "<a rel=me href=/hier>ñandú</a>");

        Document page = fetch("/ana");

        assertThat(page.expectFirst("a").text()).isEqualTo("ñandú");
        assertThat(page.expectFirst("a").absUrl("href")).endsWith("/hier");
    }

    @Test
    void sendsNoIdentifyingHeaders() {
        var headers = new CopyOnWriteArrayList<String>();
        handle("/", exchange -> {
            headers.addAll(exchange.getRequestHeaders().keySet());
            exchange.getResponseHeaders().add("Set-Cookie", "seen=yes; Path=/");
            send(exchange, 200, "text/html", "hi");
        });
        var resolver = new PublicAddressResolver(new FakeDns(PUBLIC), InetAddressMatchers.fromIpAddress(PUBLIC));
        var fetch = new PageFetcher(resolver, port -> true);

        fetch.fetch(at("/"));
        fetch.fetch(at("/"));

        assertThat(requests).hasSize(2);
        assertThat(headers).containsOnly("Accept", "Host", "Connection", "User-agent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.1/",
                "http://0/",
                "http://127.0.0.1./",
                "http://[::ffff:7f00:1]/",
                "http://[::ffff:169.254.169.254]/",
                "http://[2002:7f00:1::]/",
                "http://[::]/",
                "http://localhost/",
                "http://10.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[fe80::1]/",
                "http://[fd00::1]/",
                "http://224.0.0.1/",
                "https://ana:secret@example.org/",
                "http://example.org:8080/",
                "http://example.org:22/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "jar:http://example.org/!/",
                "mailto:ana@example.org",
                "/etc/passwd"
            })
    void rejectsNonPublicAddresses(String address) {
        assertThatThrownBy(() -> new PageFetcher().fetch(URI.create(address))).isInstanceOf(UnfetchableException.class);
    }

    @Test
    void connectsToTheCheckedAddress() {
        page("/", "here");
        FakeDns dns = new FakeDns(PUBLIC, PRIVATE).inTurn();

        assertThat(fetch(dns, "/").text()).isEqualTo("here");

        assertThat(dns.requestedHosts()).containsExactly("site.example");
        assertThat(requests).containsExactly(PUBLIC + "/");
    }

    @Test
    void checksAddressOfEachRedirect() {
        redirect("/", "/inside");
        page("/inside", "secret");
        FakeDns rebinding = new FakeDns(PUBLIC, PRIVATE).inTurn();

        assertThatThrownBy(() -> fetch(rebinding, "/")).isInstanceOf(UnfetchableException.class);

        assertThat(requests).containsExactly(PUBLIC + "/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "http://ana:secret@site.example/",
                "//",
                "http://[bad",
                "gopher://site.example/"
            })
    void rejectsRedirectsToInvalidAddresses(String location) {
        redirect("/", location);

        assertRefused("/");
        assertThat(requests).hasSize(1);
    }

    @Test
    void followsAtMostThreeRedirects() {
        page("/0", "end");
        for (int i = 1; i <= 4; i++) {
            redirect("/" + i, "/" + (i - 1));
        }

        assertThat(fetch("/3").text()).isEqualTo("end");
        requests.clear();
        assertRefused("/4");
        assertThat(requests).hasSize(PageFetcher.MAX_REDIRECTS + 1);
    }

    @Test
    void rejectsEverythingButHtml() {
        handle("/image", exchange -> send(exchange, 200, "image/png", "<a>"));
        handle("/text", exchange -> send(exchange, 200, "text/plain", "<a>"));
        handle("/none", exchange -> send(exchange, 404, "text/html", "<a>"));
        handle("/typeless", exchange -> exchange.sendResponseHeaders(200, -1));
        handle("/packed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, "text/html", "<a>");
        });

        for (String path : List.of("/image", "/text", "/none", "/typeless", "/packed")) {
            assertRefused(path);
        }
    }

    @Test
    void truncatesEndlessPage() {
        handle("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write("<title>endless</title>".getBytes(StandardCharsets.UTF_8));
            byte[] more = "more ".repeat(2_000).getBytes(StandardCharsets.UTF_8);
            while (true) {
                out.write(more); // until the client disconnects
            }
        });

        Document page = fetch("/");

        assertThat(page.title()).isEqualTo("endless");
        assertThat(page.html().length()).isLessThan(PageFetcher.MAX_BYTES + 1_000);
    }

    @Test
    void timesOutOnTricklingBody() {
        handle("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            trickle(exchange.getResponseBody());
        });
        long start = System.nanoTime();

        assertRefused("/");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    /** Fetches with a resolver that passes literal addresses on; all names resolve to the server. */
    private Document fetchWithLiterals(String path) {
        var names = new FakeDns(PUBLIC) {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return host.matches("[0-9.]+") ? InetAddress.getAllByName(host) : super.resolve(host);
            }
        };
        return fetch(names, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.2:%d/inside", "//127.0.0.2:%d/inside", "http://2130706434:%d/inside"})
    void rejectsRedirectsToPrivateAddresses(String location) {
        redirect("/", location.formatted(web.getAddress().getPort()));
        redirect("/first", "/");
        page("/inside", "secret");

        for (String start : List.of("/", "/first")) {
            assertThatThrownBy(() -> fetchWithLiterals(start)).isInstanceOf(UnfetchableException.class);
        }
        assertThat(requests).noneMatch(request -> request.contains("inside"));
    }

    @Test
    void sendsNoCookiesOrReferrerAfterRedirect() {
        var cookies = new CopyOnWriteArrayList<String>();
        handle("/", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "seen=yes; Path=/");
            exchange.getResponseHeaders().set("Location", "/next");
            exchange.sendResponseHeaders(302, -1);
        });
        handle("/next", exchange -> {
            cookies.addAll(exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
            cookies.addAll(exchange.getRequestHeaders().getOrDefault("Referer", List.of()));
            send(exchange, 200, "text/html", "hi");
        });

        fetch("/");

        assertThat(cookies).isEmpty();
    }

    @Test
    void sendsNoCredentials() {
        var credentials = new CopyOnWriteArrayList<String>();
        handle("/", exchange -> {
            credentials.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=charla");
            send(exchange, 401, "text/html", "authenticate");
        });

        assertRefused("/");

        assertThat(credentials).isEmpty();
        assertThat(requests).hasSize(1);
    }

    @Test
    void timesOutOnTricklingHeaders() throws IOException {
        try (var slow = new RawServer(out -> {
            out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            trickle(out);
        })) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> fetch(slow)).isInstanceOf(UnfetchableException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-More: more\r\n", "more"})
    void disconnectsOnEndlessHeaders(String more) throws IOException {
        byte[] bytes = more.repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        var sent = new AtomicLong();
        try (var endless = new RawServer(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(bytes); // until the client disconnects
                sent.addAndGet(bytes.length);
            }
        })) {
            assertThatThrownBy(() -> fetch(endless)).isInstanceOf(UnfetchableException.class);

            assertThat(sent).hasValueLessThan(20_000_000); // at most what network buffers hold
        }
    }

    @Test
    void parsesDeeplyNestedHtml() {
        page("/", "<title>deep</title>" + "<b>".repeat(200_000));

        assertThat(fetch("/").title()).isEqualTo("deep");
    }

    private Document fetch(RawServer server) {
        var resolver = new PublicAddressResolver(new FakeDns(PUBLIC), InetAddressMatchers.fromIpAddress(PUBLIC));
        return new PageFetcher(resolver, port -> true).fetch(URI.create("http://site.example:" + server.port() + "/"));
    }

    /** A server that sends raw bytes to its first client. */
    private static final class RawServer implements AutoCloseable {

        interface Answer {
            void to(OutputStream out) throws IOException;
        }

        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName(PUBLIC));

        RawServer(Answer answer) throws IOException {
            Thread.startVirtualThread(() -> {
                try (var client = socket.accept()) {
                    answer.to(client.getOutputStream());
                } catch (IOException disconnected) {
                    // expected
                }
            });
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Sends a byte now and then, so that no single read times out. */
    private void trickle(OutputStream out) throws IOException {
        try {
            do {
                out.write('.');
                out.flush();
            } while (!stopping.await(200, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
