package app.charla.libsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Nobody can be told who they are while the directory is away: that is no error of theirs, and passes. */
@Tag("application")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "charla.storage.data-dir=target/test-data/${random.uuid}")
class DirectoryAwayTest {

    private static final FakeHrana SERVER = new FakeHrana(FakeHrana.Mode.SQLD);

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry settings) throws IOException {
        SERVER.start();
        settings.add("charla.storage.db-url", () -> SERVER.wire().url());
    }

    @AfterAll
    static void stop() throws IOException {
        SERVER.stop();
    }

    @BeforeEach
    void goAway() {
        for (int i = 0; i < 200; i++) {
            SERVER.wire().once(request -> true, Wire.html(503));
        }
    }

    @AfterEach
    void comeBack() {
        SERVER.wire().recover();
    }

    @Test
    void answersProgramsWith503AndRetryAfterWhileTheServerIsAway() throws Exception {
        HttpResponse<String> answer = get("/v1/api/me", "Authorization", "Bearer unheard-of");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"code\":\"unavailable\"");
    }

    @Test
    void showsBrowsersARetryPageWhileTheServerIsAway() throws Exception {
        HttpResponse<String> answer = get("/", "Cookie", "charla_session=unheard-of");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).contains("data-offline");
        assertThat(get("/offline.html", "Cookie", "charla_session=unheard-of").statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> get(String path, String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(header, value)
                .header("Accept", path.startsWith("/v1") ? "application/json" : "text/html")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
