package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Input that no well-meant client sends: each is answered with a problem document that blames the request. */
@ApiTest
@SuppressWarnings("NullAway.Init")
class OddInputTest {

    @Autowired
    private ApiClients apiClients;

    private ApiClient ana;
    private String chat;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
        chat = ana.group("G");
    }

    private static void assertRejected(Response response) {
        assertThat(response.status()).as(response.toString()).isBetween(400, 499);
        assertThat(response.header("Content-Type")).as(response.toString()).startsWith("application/problem+json");
        assertThat(response.text("/code")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chats", "/chats/gruop", "/auth/login", "/media/uploads", "/me"})
    void multipartWithoutBoundary(String path) {
        assertRejected(ana.send("POST", path, BodyPublishers.ofString("x"), "Content-Type", "multipart/form-data"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /chats/gruop, '{\"name\":\"a\",\"members\":[null]}'",
        "POST, /chats/gruop, '{\"name\":\"a\",\"members\":[[null]]}'",
        "POST, CHAT, '{\"text\":\"a\",\"media\":[null]}'",
        "POST, CHAT/members, '{\"members\":[null]}'"
    })
    void nullInLists(String method, String path, String body) {
        assertRejected(ana.json(method, path.replace("CHAT", chat), body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages?limit=%", "/messages?before=%zz", "/messages?x=%ff%", "?%"})
    void malformedPercentInAQuery(String query) throws IOException {
        String answer = raw("GET /v1/api" + chat + query + " HTTP/1.1");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /v1/api/chats?a=<b> HTTP/1.1", "GET /v1/api/\\ HTTP/1.1", "GET /v1/api/%00 HTTP/1.1", "X"})
    void malformedRequestLines(String line) throws IOException {
        String answer = raw(line);

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("<html").contains("\"status\":400");
    }

    @Test
    void halvesOfCharacters() {
        Response message = ana.post(chat, "{\"text\":\"a\\ud83d\"}");
        assertRejected(message);
        assertThat(message.text("/errors/0/field")).isEqualTo("text");
        assertThat(message.text("/errors/0/code")).isEqualTo("text.unicode");
        assertRejected(apiClients
                .stranger()
                .post("/auth/register", "{\"username\":\"abcdef\",\"password\":\"mimosa-\\udc00-41\"}"));
        assertRejected(ana.post("/chats/gruop", "{\"name\":\"\\ude00\\ud83d\"}"));
        assertThat(ana.post(chat, "{\"text\":\"\\ud83d\\ude00\"}").status()).isEqualTo(201);
    }

    /** Sends a request as no HTTP client would write it, and returns the whole answer. */
    private String raw(String line) throws IOException {
        URI server = URI.create(ana.server());
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            String request = line + "\r\nHost: localhost\r\nAuthorization: Bearer " + ana.token()
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
