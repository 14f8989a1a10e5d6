package app.charla.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedPostTest {

    private final AtomicInteger redirected = new AtomicInteger();
    private HttpServer server;
    private GuardedPost post;

    @BeforeEach
    void start() throws IOException {
        post = new GuardedPost(true, 4);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", address("/secret").toString());
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        server.createContext("/secret", exchange -> {
            redirected.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(503, 0);
            try (var out = exchange.getResponseBody()) {
                for (int i = 0; i < 10_000; i++) {
                    out.write(new byte[10_000]);
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        post.close();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    @Test
    void followsNoRedirect() {
        assertThat(post.post(address("/moved"), Map.of(), "x".getBytes(UTF_8)).status())
                .isEqualTo(307);
        assertThat(redirected).hasValue(0);
    }

    @Test
    void readsNothingOfAnEndlessAnswerButItsHead() {
        for (int i = 0; i < 10; i++) {
            var answer = post.post(address("/endless"), Map.of(), new byte[0]);
            assertThat(answer).isEqualTo(new GuardedPost.Answer(503, "7"));
        }
    }

    @Test
    void givesUpOnAServerThatNeverAnswers() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://localhost:" + silent.getLocalPort());
            long began = System.nanoTime();
            assertThatThrownBy(() -> post.post(address, Map.of(), new byte[0]))
                    .isInstanceOf(UnfetchableException.class);
            assertThat(System.nanoTime() - began).isLessThan(2 * GuardedPost.TIMEOUT.toNanos());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "https://127.0.0.1",
                "https://localhost",
                "https://10.1.2.3",
                "https://a@b.org"
            })
    void allowsPublicAddressesByTlsOnly(String address) throws IOException {
        try (var strict = new GuardedPost(false, 1)) {
            assertThat(strict.isAllowed(URI.create(address))).isFalse();
            assertThat(strict.isAllowed(URI.create("https://example.org/push/1")))
                    .isTrue();
        }
    }

    @Test
    void refusesANameThatLeadsToAPrivateAddress() throws IOException {
        try (var strict = new GuardedPost(false, 1)) {
            assertThatThrownBy(() -> strict.post(URI.create("https://localhost."), Map.of(), new byte[0]))
                    .isInstanceOf(UnfetchableException.class);
        }
    }
}
