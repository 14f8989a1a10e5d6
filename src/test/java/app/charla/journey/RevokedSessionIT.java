package app.charla.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.account.PasswordChanges;
import app.charla.account.ProfileDirectory;
import app.charla.account.Session;
import app.charla.account.SessionService;
import app.charla.core.AccountId;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The views of a browser session stop answering when the session is revoked, whatever address they are asked at. */
@SuppressWarnings("NullAway.Init")
class RevokedSessionIT extends BrowserTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Addresses that other filter chains than that of pages are for. */
    private static final Pattern NO_PAGES = Pattern.compile(
            "/(v1/api|v3/api-docs|icons|fonts|offline|share-target|shared|favicon|manifest|styles|sw\\.js)\\b");

    /** Addresses of no page and no endpoint, among them those that look like public files or like the REST API. */
    private static final List<String> UNMAPPED = List.of(
            "/",
            "/icons/x",
            "/icons/icon.png",
            "/fonts/x",
            "/offline.zz",
            "/offline.html",
            "/share-target.zz",
            "/favicon.ico",
            "/styles.css",
            "/styles/x",
            "/sw.js",
            "/manifest.webmanifest",
            "/shared/x",
            "/v1/api",
            "/v1/apix",
            "/v1/api/x",
            "/v3/api-docs/x",
            "/v3/api-docsx",
            "/error",
            "/login",
            "/s/home",
            "/nowhere",
            "/VAADIN/x",
            "/VAADIN/push",
            "/vaadinServlet/");

    /**
     * A request of a page, to be sent again.
     *
     * @param servletCookie the cookie of the servlet session, which holds the views
     * @param cookies that one and the cookie of the Charla session
     */
    private record Recorded(String servletCookie, String cookies, String query, String body) {}

    private Recorded recorded;
    private String foreignToken;

    private AccountId account(Person person) {
        return charla().bean(ProfileDirectory.class)
                .getByUsernames(List.of(person.username()))
                .getFirst()
                .id();
    }

    private UUID browserSession(AccountId account) {
        return charla().bean(SessionService.class).sessions(account).stream()
                .filter(session -> session.kind() == Session.Kind.BROWSER)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Signs a person in, and records what their page sends; the page itself is cut off from the server. */
    private AccountId record() {
        Person other = person("other").register();
        foreignToken = charla().bean(SessionService.class)
                .open(account(other), Session.Kind.TOKEN, "test", "")
                .token();
        Person ana = person("ana").register();
        ana.open("Plaza");
        Request request = ana.page().waitForRequest("**/*v-r=uidl*", () -> ana.say("Said by " + ana.username()));
        ana.sees("Said by " + ana.username());
        Map<String, String> cookies = ana.page().context().cookies().stream()
                .collect(Collectors.toMap(cookie -> cookie.name, cookie -> cookie.name + "=" + cookie.value));
        ana.wire().cut();
        String servletCookie = Objects.requireNonNull(cookies.get("JSESSIONID"));
        recorded = new Recorded(
                servletCookie,
                servletCookie + "; " + cookies.get("charla_session"),
                URI.create(request.url()).getRawQuery(),
                request.postData());
        return account(ana);
    }

    private HttpResponse<String> replay(String path, String cookies, @Nullable String token)
            throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + charla().port() + path + "?" + recorded.query());
        var request = HttpRequest.newBuilder(address)
                .header("Cookie", cookies)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(recorded.body()));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private void assertOpen() throws IOException, InterruptedException {
        HttpResponse<String> response = replay("/", recorded.cookies(), null);
        assertThat(isAnswered(response)).as("%s: %s", response, response.body()).isTrue();
    }

    private static boolean isAnswered(HttpResponse<String> response) {
        return response.body().contains("\"syncId\"") || response.body().contains("\"changes\"");
    }

    /**
     * Every address that something is mapped to, with a value for each variable, and many others. Those of pages come last: the
     * first request to one discards the servlet session, after which no address could answer.
     */
    private Stream<String> addresses() {
        var mappings = charla().bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var all = new TreeSet<>(UNMAPPED);
        mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", "1"))
                .forEach(all::add);
        return all.stream()
                .sorted(Comparator.comparing(
                        address -> !NO_PAGES.matcher(address).lookingAt()));
    }

    private Stream<Arguments> revocations() {
        return Stream.of(
                Arguments.of("ended", (Consumer<AccountId>)
                        account -> charla().bean(SessionService.class).end(account, browserSession(account))),
                Arguments.of("all ended", (Consumer<AccountId>)
                        account -> charla().bean(SessionService.class).endAll(account)),
                Arguments.of("password changed", (Consumer<AccountId>) account -> charla().bean(PasswordChanges.class)
                        .change(account, otherSession(account), Person.PASSWORD, "violet-canyon-78", "test")));
    }

    private UUID otherSession(AccountId account) {
        return charla().bean(SessionService.class)
                .open(account, Session.Kind.TOKEN, "test", "")
                .session()
                .id();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("revocations")
    void aRevokedSessionIsAnsweredNowhere(String way, Consumer<AccountId> revoke) throws Exception {
        AccountId account = record();
        assertOpen();

        revoke.accept(account);

        for (String address : addresses().toList()) {
            assertNotAnswered(address, recorded.servletCookie());
            assertNotAnswered(address, recorded.cookies());
        }
        assertRefused(() -> push(recorded.cookies(), ownOrigin()));
    }

    @Test
    void theViewsOfARevokedSessionAreClosedThoughNoRequestComes() {
        AccountId account = record();
        String id = recorded.servletCookie().replace("JSESSIONID=", "");
        assertThat(charla().hasServletSession(id)).isTrue();

        charla().bean(SessionService.class).endAll(account);

        await().until(() -> !charla().hasServletSession(id));
    }

    @Test
    void theTabOfARevokedSessionGoesToTheSignInPage() {
        Person ana = person("ana").register();
        ana.open("Plaza");

        charla().bean(SessionService.class).endAll(account(ana));

        ana.page().waitForURL(url -> url.contains("/login"));
    }

    @Test
    void aTabThatWasAwayMeanwhileGoesToTheSignInPageWhenItIsBack() {
        Person ana = person("ana").register();
        ana.open("Plaza");
        String id = ana.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
        ana.wire().cut();
        charla().bean(SessionService.class).endAll(account(ana));
        await().until(() -> !charla().hasServletSession(id));

        ana.wire().join();

        // a tab that noticed nothing of the cut asks with its next heartbeat: 25 s more than other waits
        ana.page().waitForURL(url -> url.contains("/login"), new Page.WaitForURLOptions().setTimeout(45_000));
    }

    @Test
    void viewsAnswerOnlyTogetherWithTheSessionThatOpenedThem() throws Exception {
        record();

        for (String address : List.of(
                "/icons/x",
                "/icons/icon.png",
                "/fonts/x",
                "/offline.zz",
                "/favicon.ico",
                "/styles.css",
                "/shared/x",
                "/v1/apix",
                "/v1/api/x",
                "/v3/api-docs",
                "/v3/api-docs/x")) {
            assertNotAnswered(address, recorded.servletCookie());
        }
        assertOpen();
        assertNotAnswered("/", recorded.servletCookie());
    }

    private void assertNotAnswered(String address, String cookies) throws Exception {
        for (@Nullable String token : new @Nullable String[] {null, foreignToken}) {
            HttpResponse<String> response = replay(address, cookies, token);
            assertThat(isAnswered(response))
                    .as("%s, answered %s", address, response)
                    .isFalse();
            assertThat(response.statusCode()).as(address).isLessThan(500);
        }
    }

    @Test
    void onlyOwnPagesMayOpenAWebSocket() {
        record();

        for (String origin : List.of("https://attacker.example", "null", "http://localhost.attacker.example", "")) {
            assertRefused(() -> push(recorded.cookies(), origin));
        }
        push(recorded.cookies(), ownOrigin()).abort();
        assertRefused(() -> push("JSESSIONID=nobody", ownOrigin()));
        assertRefused(() -> push(recorded.servletCookie(), ownOrigin()));
    }

    private static void assertRefused(ThrowingCallable push) {
        assertThatThrownBy(push).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    private String ownOrigin() {
        return "http://localhost:" + charla().port();
    }

    private WebSocket push(String cookies, String origin) {
        String query = recorded.query().replace("v-r=uidl", "v-r=push") + "&X-Atmosphere-Transport=websocket";
        var socket = HTTP.newWebSocketBuilder().header("Cookie", cookies);
        if (!origin.isEmpty()) {
            socket.header("Origin", origin);
        }
        URI address = URI.create("ws://localhost:" + charla().port() + "/VAADIN/push?" + query);
        return socket.buildAsync(address, new WebSocket.Listener() {})
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
