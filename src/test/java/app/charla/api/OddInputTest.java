package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
    void headersThatNoClientSendsAreBadRequests() throws IOException {
        for (String header : List.of("X-Space", "Range", "If-Match", "Idempotency-Key")) {
            String request =
                    "GET /v1/api/chats HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + ana.token() + "\r\n" + header + ": \u00e9\u0081\r\n\r\n";
            assertThat(RawHttp.send(ana.server(), request.getBytes(StandardCharsets.ISO_8859_1), false)
                            .status())
                    .as(header)
                    .isIn(200, 400, 404);
        }
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "+292278994-08-17T07:12:55.808Z",
                "-1000000000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "2026-01-01",
                ""
            })
    void timesOutOfRange(String time) {
        assertField("mutedUntil", ana.put(chat, Map.of("notifications", "NOTHING", "mutedUntil", time)));
        assertField("status.until", ana.put("/me/presence", Map.of("status", Map.of("text", "a", "until", time))));
        assertField("writtenAt", ana.put(chat + "/draft", Map.of("text", "a", "writtenAt", time)));
    }

    private static void assertField(String field, Response response) {
        assertRejected(response);
        assertThat(response.status()).isEqualTo(422);
        assertThat(response.text("/errors/0/field")).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "+292278995-01-01", "-999999999-01-01", "-0001-01-01", "2026-13-01"})
    void daysOutOfRangeInASearch(String day) {
        for (String operator : List.of("after:", "before:", "on:")) {
            Response response = ana.get("/search?q=" + operator + day.replace("+", "%2B"));
            assertThat(response.status()).as(response.toString()).isEqualTo(422);
            assertThat(response.text("/code")).isEqualTo("search.day");
        }
    }

    @Test
    void manyLanguages() {
        assertThat(ana.get("/me", "Accept-Language", "es,".repeat(1_000)).status())
                .isEqualTo(200);
    }

    @Test
    void veryLongSearches() {
        for (String path : List.of("/search?q=", chat + "/search?q=", "/people?q=")) {
            Response response = ana.get(path + "a".repeat(7_000));
            assertThat(response.status()).as(path).isIn(200, 422);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "json", ";", "/", "application/json;charset=nonsense"})
    void contentTypesThatNameNone(String type) throws IOException {
        for (String path : List.of(chat, "/chats/gruop", "/me/avatar", "/media?name=a", "/auth/login")) {
            String answer = raw(
                    (path.contains("avatar") ? "PUT" : "POST") + " /v1/api" + path
                            + " HTTP/1.1\r\nContent-Length: 2\r\nContent-Type: " + type,
                    "{}");
            assertThat(answer).as(path).startsWith("HTTP/1.1 4").contains("application/problem+json");
        }
    }

    /** Sends a request as no HTTP client would write it, and returns the whole answer. */
    private String raw(String line) throws IOException {
        return raw(line, "");
    }

    private String raw(String line, String body) throws IOException {
        URI server = URI.create(ana.server());
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            String request = line + "\r\nHost: localhost\r\nAuthorization: Bearer " + ana.token()
                    + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
