package app.charla.fetch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.util.matcher.InetAddressMatchers;

/** Local web server for tests of the whole application: of its two addresses only one counts as public. */
public class LoopbackWeb implements AutoCloseable {

    private static final String PUBLIC = "127.0.0.1";

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final List<String> requested = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    LoopbackWeb() throws IOException {
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            requested.add(path);
            byte[] page = pages.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(page.length == 0 ? 404 : 200, page.length == 0 ? -1 : page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    /** Adds a page and returns its URL. */
    public String page(String path, String html) {
        pages.put(path, html);
        return url("site.example", path);
    }

    /** Returns a URL of this server by some host name. */
    public String url(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    /** Returns the requested paths, in order. */
    public List<String> requestedPaths() {
        return requested;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Makes the application fetch from this server. {@code inside.example} resolves to its non-public address. */
    @TestConfiguration
    public static class FetcherConfiguration {

        @Bean
        LoopbackWeb web() throws IOException {
            return new LoopbackWeb();
        }

        @Bean
        @Primary
        PageFetcher pageFetch() {
            var names = new FakeDns(PUBLIC) {
                @Override
                public InetAddress[] resolve(String host) throws UnknownHostException {
                    String address = host.equals("inside.example") ? "127.0.0.2" : host;
                    return address.matches("[0-9.]+") ? InetAddress.getAllByName(address) : super.resolve(host);
                }
            };
            return new PageFetcher(
                    new PublicAddressResolver(names, InetAddressMatchers.fromIpAddress(PUBLIC)), port -> true);
        }
    }
}
