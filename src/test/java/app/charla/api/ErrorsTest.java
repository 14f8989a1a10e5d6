package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
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

/** Error responses: problem details (RFC 9457) with status, code and a text in the language of the request. */
@ApiTest
class ErrorsTest {

    @Autowired
    private ApiClients apiClients;

    private ApiClient ana;
    private String chat;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
        chat = ana.group("G");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chats", "/me", "/events", "/auth/sessions", "/unknown"})
    void answers401WithoutRedirect(String path) {
        Response refused = apiClients.stranger().get(path, "Accept", "text/html");

        assertProblem(refused, 401, "request.unauthenticated");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(refused.header("Location")).isEmpty();
        assertThat(refused.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html", "image/png", "application/json"})
    void answersFilterErrorsForAnyAcceptHeader(String form) {
        assertProblem(apiClients.stranger().post("/v/nothing", Map.of(), "Accept", form), 403, "request.forbidden");
    }

    @Test
    void rejectsAnUnknownToken() {
        ApiClient liar = new ApiClient(ana.server(), "", "", "no-such-token");

        assertProblem(liar.get("/me"), 401, "request.unauthenticated");
        assertProblem(ana.get("/me", "Cookie", "token=" + ana.token()), 200, "");
    }

    @Test
    void doesNotDiscloseWhetherUsernameOrPasswordIsWrong() {
        Response wrongPassword =
                apiClients.stranger().post("/auth/login", Map.of("username", ana.username(), "password", "wrong"));
        Response wrongName =
                apiClients.stranger().post("/auth/login", Map.of("username", "nobody-here", "password", "wrong"));

        assertProblem(wrongPassword, 401, "sign-in.failed");
        assertThat(wrongName.body()).isEqualTo(wrongPassword.body());
    }

    @Test
    void rejectsATakenUsername() {
        Response taken = apiClients
                .stranger()
                .post("/auth/register", Map.of("username", ana.username(), "password", ApiClients.PASSWORD));

        assertProblem(taken, 409, "username.taken");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"username\":\"ab\",\"password\":\"mimosa-trombone-41\"}', username",
        "'{\"username\":\"abcde\",\"password\":\"12345678\"}', password",
        "'{\"username\":\"abcde\",\"password\":\"mimosa-trombone-41\",\"email\":\"x\"}', email",
        "'{\"username\":\"abcde\"}', password",
        "'{\"username\":\"abcde\",\"password\":\"mimosa-trombone-41\",\"admin\":true}', admin",
        "'{\"username\":7,\"password\":\"mimosa-trombone-41\"}', username",
        "'{\"username\":{},\"password\":\"mimosa-trombone-41\"}', username",
        "'{\"username\":\"abcde\",\"password\":\"mimosa-trombone-41\",\"language\":\"fr\"}', language"
    })
    void namesTheInvalidField(String body, String field) {
        Response invalid = apiClients.stranger().post("/auth/register", body);

        assertThat(invalid.status()).isEqualTo(422);
        assertThat(invalid.text("/errors/0/field")).isEqualTo(field);
        assertThat(invalid.text("/errors/0/code")).isNotBlank();
        assertThat(invalid.text("/errors/0/message")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":", "", "[]", "nonsense", "{\"text\":\"a\"} x", "\"text\""})
    void rejectsBodiesOfOtherJson(String body) {
        assertProblem(ana.post(chat, body), 400, "request.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/members", "/read"})
    void rejectsFieldsOfWrongType(String path) {
        String method = path.equals("/read") ? "PUT" : "POST";
        Response invalid = ana.json(method, chat + path, Map.of("seq", "1", "members", List.of(1)));

        assertThat(invalid.status()).isEqualTo(422);
    }

    @Test
    void rejectsInvalidMessages() {
        assertInvalid(ana.say(chat, "  "), "text", "text.blank");
        assertInvalid(ana.say(chat, "a".repeat(8_001)), "text", "text.length");
        assertInvalid(ana.post(chat, Map.of("text", "a", "clientId", "")), "clientId", "clientId.length");
        assertInvalid(ana.post(chat, Map.of("text", "a", "clientId", "c".repeat(65))), "clientId", "clientId.length");
        assertInvalid(
                ana.post(chat, Map.of("text", "a", "clientId", "one"), "Idempotency-Key", "two"),
                "Idempotency-Key",
                "clientId.two");
    }

    @Test
    void rejectsParametersOfWrongType() {
        assertInvalid(ana.get(chat + "?after=x"), "after", "field.type");
        assertInvalid(ana.get(chat + "?after=1&before=3"), "before", "page.one-place");
        assertInvalid(ana.get("/chats?limit=many"), "limit", "field.type");
        assertInvalid(ana.get("/chats?cursor=abc"), "cursor", "cursor.unknown");
    }

    @Test
    void rejectsTooLargeBodiesWithAndWithoutContentLength() {
        String large = "{\"text\":\"" + "a".repeat(70_000) + "\"}";

        assertProblem(ana.post(chat, large), 413, "request.too-large");
        var chunked =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)));
        assertProblem(ana.send("POST", chat, chunked, "Content-Type", "application/json"), 413, "request.too-large");
    }

    @Test
    void answersNotFound() {
        assertProblem(ana.get("/nothing/here"), 404, "not-found");
        assertProblem(ana.get("/chats/gruop/not-an-id"), 404, "not-found");
        assertProblem(ana.get("/chats/nokind" + chat.substring(chat.lastIndexOf('/'))), 404, "not-found");
        assertProblem(ana.get("/chats/private" + chat.substring(chat.lastIndexOf('/'))), 404, "not-found");
        assertProblem(ana.get(chat + "/messages/abc"), 404, "not-found");
        assertProblem(ana.get(chat + "/messages/99999999"), 404, "not-found");
        assertProblem(ana.delete(chat + "/members/nobody-called-so"), 404, "not-found");
        assertProblem(ana.delete("/auth/sessions/7"), 404, "not-found");
        assertInvalid(
                ana.post("/chats/private", Map.of("username", "nobody-called-so")), "username", "account.unknown");
        assertInvalid(
                ana.post("/chats/gruop", Map.of("name", "G", "members", List.of("nobody-called-so"))),
                "members",
                "account.unknown");
    }

    @Test
    void answersMethodNotAllowed() {
        Response refused = ana.delete("/chats");

        assertProblem(refused, 405, "request.method");
        assertThat(refused.header("Allow")).contains("GET");
        assertProblem(ana.post("/chats", Map.of("name", "x")), 405, "request.method");
    }

    @Test
    void acceptsAndProducesJsonOnly() {
        Response form = ana.send("POST", chat, BodyPublishers.ofString("text=a"), "Content-Type", "text/plain");

        assertProblem(form, 415, "request.media-type");
        assertProblem(ana.get("/chats", "Accept", "application/xml"), 406, "request.accept");
    }

    @Test
    void answersForbiddenToMembersAndNotFoundToOutsiders() {
        ApiClient ben = apiClients.person("ben");
        ApiClient carl = apiClients.person("carl");
        String group = ana.group("G", ben, carl);
        long message = ana.say(group, "mine").number("/id");

        assertProblem(ben.put(group, Map.of("name", "x")), 403, "group.manage");
        assertProblem(ben.put(group + "/members/" + carl.id(), Map.of("role", "OWNER")), 403, "group.own");
        assertProblem(ben.put(group + "/messages/" + message, Map.of("text", "x")), 403, "message.own");
        assertProblem(ben.delete(group + "/messages/" + message), 403, "message.own");
        assertInvalid(ana.put(chat, Map.of("name", "")), "name", "name.length");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Wrong username or password.",
        "'fr,en;q=0.5', Wrong username or password.",
        "es-MX, Nombre de usuario o contraseña incorrectos.",
        "fr, Nombre de usuario o contraseña incorrectos."
    })
    void usesTheLanguageOfTheRequest(String wanted, String explanation) {
        Response refused = apiClients
                .stranger()
                .post("/auth/login", Map.of("username", "nobody", "password", "wrong"), "Accept-Language", wanted);

        assertThat(refused.text("/detail")).isEqualTo(explanation);
    }

    @Test
    void setsCacheAndContentTypeHeaders() {
        Response response = ana.get("/me");

        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Set-Cookie")).isEmpty();
    }

    static void assertInvalid(Response response, String field, String code) {
        assertProblem(response, 422, code);
        assertThat(response.text("/errors/0/field")).isEqualTo(field);
    }

    static void assertProblem(Response response, int status, String code) {
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        if (status >= 400) {
            assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(response.number("/status")).isEqualTo(status);
            assertThat(response.text("/code")).isEqualTo(code);
            assertThat(response.text("/title")).isNotBlank();
            assertThat(response.text("/detail")).isNotBlank().isNotEqualTo(code);
        }
    }
}
