package app.charla.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.account.AccountService;
import app.charla.account.ExternalIdentity;
import app.charla.account.IdentityService;
import app.charla.account.Preferences.Language;
import app.charla.account.Session;
import app.charla.account.SessionService;
import app.charla.core.AccountId;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A manipulated sign-in by a provider ends on an error page and without a session. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"charla.storage.data-dir=target/test-data/${random.uuid}", "charla.account.limited=false"})
@SuppressWarnings("NullAway.Init")
class ProviderAttacksIT {

    private static final Providers PROVIDERS = new Providers();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String SESSION = "charla_session";
    private static boolean started;

    @Autowired
    private IdentityService identities;

    @Autowired
    private AccountService accounts;

    @Autowired
    private SessionService sessions;

    @LocalServerPort
    private int port;

    private String subject;
    private AccountId account;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("EMAIL_DOMAINS", () -> "example.org");
        PROVIDERS.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void somebodyWhoHasAnAccount() throws Exception {
        if (!started) {
            PROVIDERS.start("http://localhost:" + port);
            started = true;
        }
        subject = "victim" + COUNT.incrementAndGet();
        PROVIDERS.auth0Knows(subject, subject + "@example.org", true);
        var identity = new ExternalIdentity(
                PROVIDERS.issuer(1) + "/", "auth0|" + subject, subject + "@example.org", true, subject, null);
        account = identities.register(identity, subject, Language.EN, "test").id();
    }

    @AfterAll
    static void stop() {
        PROVIDERS.close();
    }

    /** A browser, as far as it matters here: it keeps cookies for Charla and follows nothing by itself. */
    private final class Browser {

        private static final HttpClient HTTP = HttpClient.newHttpClient();
        private final Map<String, String> cookies = new HashMap<>();

        HttpResponse<String> get(String address) {
            boolean charla = address.startsWith("/");
            var request = HttpRequest.newBuilder(URI.create(charla ? "http://localhost:" + port + address : address));
            if (charla && !cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            try {
                var response = HTTP.send(request.build(), BodyHandlers.ofString());
                response.headers().allValues("set-cookie").forEach(this::keep);
                return response;
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }

        private void keep(String cookie) {
            String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }

        /** Returns the address that Charla, or a provider, redirects to. */
        String sentTo(String address) {
            String location = get(address).headers().firstValue("location").orElse("");
            String charla = "http://localhost:" + port;
            return location.startsWith(charla) ? location.substring(charla.length()) : location;
        }

        /** Begins at Auth0 and comes back: the address of the callback, not gone to yet. */
        String callback() {
            return sentTo(sentTo("/login/oauth2/start/auth0"));
        }

        boolean isIn() {
            return cookies.containsKey(SESSION);
        }
    }

    @Test
    void acceptsAnUntamperedSignIn() {
        var browser = new Browser();
        assertThat(browser.sentTo(browser.callback())).isEqualTo("/");
        assertThat(sessions.authenticate(browser.cookies.getOrDefault(SESSION, ""), "")
                        .map(Session::account))
                .contains(account);
    }

    @Test
    void asksWithStateNonceAndChallenge() {
        Map<String, String> asked = parameters(new Browser().sentTo("/login/oauth2/start/auth0"));
        Map<String, String> again = parameters(new Browser().sentTo("/login/oauth2/start/auth0"));

        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost:" + port + "/login/oauth2/code/auth0");
        for (String fresh : new String[] {"state", "nonce", "code_challenge"}) {
            assertThat(asked.get(fresh)).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(again.get(fresh));
        }
    }

    @Test
    void restrictsTheCookieOfAPendingSignIn() {
        var response = new Browser().get("/login/oauth2/start/auth0");
        assertThat(response.headers().allValues("set-cookie"))
                .filteredOn(cookie -> cookie.startsWith("charla_oauth_"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/login/oauth2", "Max-Age=600");
    }

    @Test
    void refusesAnotherState() {
        var browser = new Browser();
        refused(browser, browser.callback().replaceFirst("state=[^&]{4}", "state=AAAA"), "expired");
        refused(browser, browser.callback().replaceFirst("&?state=[^&]+", ""), "refused");
    }

    @Test
    void refusesASignInBegunInAnotherBrowser() {
        refused(new Browser(), new Browser().callback(), "expired");
    }

    @Test
    void refusesAForgedPendingSignIn() {
        var browser = new Browser();
        String callback = browser.callback();
        browser.cookies.replaceAll((name, value) -> value.substring(0, value.length() - 2) + "AA");
        refused(browser, callback, "expired");
    }

    @Test
    void refusesARepeatedCallback() {
        var browser = new Browser();
        String callback = browser.callback();
        var before = Map.copyOf(browser.cookies);
        browser.get(callback);
        browser.cookies.remove(SESSION);
        refused(browser, callback, "replayed");

        browser.cookies.clear();
        browser.cookies.putAll(before);
        refused(browser, callback, "refused"); // the provider takes no code twice
    }

    @Test
    void refusesACodeOfAnotherVerifier() {
        var browser = new Browser();
        String mine = browser.callback();
        String stolen = parameters(new Browser().callback()).get("code");
        refused(browser, mine.replaceFirst("code=[^&]+", "code=" + stolen), "refused");
    }

    @Test
    void refusesATokenOfAnotherSignIn() {
        claim("nonce", "of-another-sign-in");
        refused("foreign");
    }

    @Test
    void refusesATokenForSomebodyElse() {
        claim("aud", "another-client");
        refused("refused");
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        claim("iss", "https://evil.example.org/");
        refused("refused");
    }

    @Test
    void refusesATokenOfTheWrongTime() {
        for (int skew : new int[] {-3600, 3600}) {
            PROVIDERS.say("auth0", Map.of("claims", claims(), "skew", skew));
            refused("clock");
        }
    }

    @Test
    void toleratesClocksThatDifferABit() {
        PROVIDERS.say("auth0", Map.of("claims", claims(), "skew", 30));
        var browser = new Browser();
        assertThat(browser.sentTo(browser.callback())).isEqualTo("/");
    }

    @Test
    void refusesATokenSignedByNobodyKnown() {
        PROVIDERS.say("auth0", Map.of("claims", claims(), "header", Map.of("kid", "nobodys")));
        refused("key");
    }

    @Test
    void refusesTheAnswerOfAnotherProvider() {
        var browser = new Browser();
        refused(browser, browser.callback().replace("/code/auth0", "/code/real"), "foreign");
        String issuer = "&iss=" + PROVIDERS.issuer(0);
        refused(browser, browser.callback() + issuer, "foreign");
        String honest = browser.callback() + "&iss=" + PROVIDERS.issuer(1) + "/";
        assertThat(browser.sentTo(honest)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example.org", "//evil.example.org", "/%5Cevil.example.org", "javascript:x"})
    void sendsNobodyElsewhere(String to) {
        var browser = new Browser();
        String callback = browser.sentTo(browser.sentTo("/login/oauth2/start/auth0?to=" + to));
        assertThat(browser.sentTo(callback)).isEqualTo("/");
    }

    @Test
    void redirectsToTheRequestedPageAfterProviderSignIn() {
        var browser = new Browser();
        String callback = browser.sentTo(browser.sentTo("/login/oauth2/start/auth0?to=/settings/devices"));
        assertThat(browser.sentTo(callback)).isEqualTo("/settings/devices");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example.org/", "http://127.0.0.1.evil.example.org/", "http://localhost/"})
    void answersNoProgramElsewhere(String redirect) {
        var answer = new Browser()
                .get("/v1/api/auth/providers/auth0/start?code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                        + "&redirect_uri=" + redirect);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("redirect_uri");
    }

    @Test
    void refusesAForgedAuthorisationRequest() {
        var browser = new Browser();
        String callback = browser.sentTo(browser.sentTo("/login/oauth2/start/auth0?program=forged"));
        refused(browser, callback, "expired");
    }

    @Test
    void linksOnlyWithATicketOfTheSameSession() {
        for (String ticket : new String[] {"", "forged"}) {
            var browser = new Browser();
            browser.cookies.put(
                    SESSION,
                    sessions.open(account, Session.Kind.BROWSER, "test", "").token());
            assertThat(browser.sentTo("/login/oauth2/start/auth0?link=" + ticket))
                    .contains("/login/failed?cause=foreign");
        }
        assertThat(identities.identities(account)).hasSize(1);
    }

    @Test
    void changesTheSessionIdAtSignIn() {
        var browser = new Browser();
        browser.cookies.put(SESSION, "chosen-by-somebody-else");
        browser.cookies.put("JSESSIONID", "CHOSEN");
        browser.get(browser.callback());
        assertThat(browser.cookies.get(SESSION)).isNotEqualTo("chosen-by-somebody-else");
        assertThat(sessions.authenticate("chosen-by-somebody-else", "")).isEmpty();
    }

    @Test
    void reportsAProviderThatDoesNotAnswer() {
        long begun = System.nanoTime();
        assertThat(new Browser().sentTo("/login/oauth2/start/down"))
                .isEqualTo("/login/failed?cause=down&provider=down");
        assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(9_000);
        assertThat(accounts.account(account).username()).isEqualTo(subject);
    }

    @Test
    void refusesAnAccountOfAnotherDomain() {
        PROVIDERS.auth0Knows(subject, subject + "@example.org.evil.org", true);
        refused("domain");
        PROVIDERS.auth0Knows(subject, subject + "@example.org", false);
        refused("domain");
    }

    @Test
    void refusesATokenOfAnEndedSession() {
        var browser = new Browser();
        browser.get(browser.callback());
        String stolen = browser.cookies.getOrDefault(SESSION, "");
        Session session = sessions.authenticate(stolen, "").orElseThrow();
        sessions.end(account, session.id());
        assertThat(browser.sentTo("/settings")).startsWith("/login");
        assertThat(sessions.authenticate(stolen, "")).isEmpty();
    }

    @Test
    void reportsADeclinedConsent() {
        PROVIDERS.auth0SaysNo();
        refused("denied");
    }

    private void claim(String name, String value) {
        Map<String, Object> claims = new HashMap<>(claims());
        claims.put(name, value);
        PROVIDERS.say("auth0", Map.of("claims", claims));
    }

    private Map<String, Object> claims() {
        return Providers.claims(subject, subject + "@example.org", true);
    }

    private void refused(String cause) {
        var browser = new Browser();
        refused(browser, browser.callback(), cause);
    }

    private static void refused(Browser browser, String callback, String cause) {
        assertThat(browser.sentTo(callback)).startsWith("/login/failed?cause=" + cause);
        assertThat(browser.isIn()).isFalse();
    }

    private static Map<String, String> parameters(String address) {
        return Stream.of(address.substring(address.indexOf('?') + 1).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
