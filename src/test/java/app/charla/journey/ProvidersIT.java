package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in with accounts from elsewhere, at a real provider and at ones that say what they are told to. */
class ProvidersIT extends BrowserTest {

    private static final Pattern HOME = Pattern.compile(".*/s/home.*");
    private static final Pattern WELCOME = Pattern.compile(".*/welcome");
    private static final Pattern FAILED = Pattern.compile(".*/login/failed\\?.*");

    private final Providers providers = new Providers();

    @Override
    RunningCharla server() {
        return ownServer(providers.settings());
    }

    @BeforeAll
    void startProviders() throws Exception {
        providers.start(home());
    }

    @AfterAll
    void stopProviders() {
        providers.close();
    }

    @Test
    void signsUpInAndOutAtARealProvider() {
        Page ana = person("ana").page();
        leave(ana, "Real");
        logInThere(ana, "ana.real");
        ana.waitForURL(WELCOME);
        assertThat(ana.locator(".form-hint")).containsText("Real as ana.real@example.org");
        assertThat(ana.locator("#field-username")).hasValue("ana.real");
        ana.locator("button[type=submit]").click();
        ana.waitForURL(HOME);

        signOut(ana);
        ana.locator("button[value=yes], button:has-text('Yes')").first().click();
        ana.waitForURL(Pattern.compile(".*/login(\\?.*)?"));

        leave(ana, "Real");
        logInThere(ana, "ana.real");
        ana.waitForURL(HOME);

        settings(ana);
        remove(ana, "Real");
        assertThat(ana.locator(".toast")).containsText("This is your only way to sign in");
        assertThat(ana.locator(".identities li")).hasCount(1);

        ana.navigate(home() + "/settings/devices");
        ana.getByText("Sign out everywhere").click();
        ana.getByRole(AriaRole.ALERTDIALOG).locator("button.danger").click();
        ana.waitForURL(Pattern.compile("http://127\\.0\\.0\\.1.*/session/end.*"));
        ana.locator("button[value=yes], button:has-text('Yes')").first().click();
        ana.waitForURL(Pattern.compile(".*/login(\\?.*)?"));
    }

    @Test
    void linksAndUnlinksAProvedIdentity() {
        Page bea = registered("bea", "bea@example.org");
        String name = bea.evaluate("sessionStorage.name").toString();
        forgetSession(bea);

        leave(bea, "Real");
        logInThere(bea, "bea");
        bea.waitForURL(WELCOME);
        bea.getByText("It’s mine: sign in").click();
        assertThat(bea.locator(".form-hint")).containsText("Sign in once to link Real (bea@example.org)");
        bea.locator("#field-username").fill(name);
        bea.locator("#field-password").fill(Person.PASSWORD);
        bea.locator("button[type=submit]").click();
        bea.waitForURL(HOME);

        settings(bea);
        assertThat(bea.locator(".identities li")).containsText("Real · bea@example.org");
        providers.auth0Knows("bea", "other@example.org", true);
        bea.getByText("Add Auth0").click();
        assertThat(bea.locator(".identities li")).hasCount(2);
        remove(bea, "Real");
        assertThat(bea.locator(".identities li")).hasCount(1);
        assertThat(bea.locator(".identities li")).containsText("Auth0");

        forgetSession(bea);
        leave(bea, "Auth0");
        bea.waitForURL(HOME);
    }

    @Test
    void ignoresAnUnverifiedEmail() {
        registered("carla", "carla@example.org");
        Page eve = person("eve").page();
        leave(eve, "Real");
        logInThere(eve, "eve=carla");
        eve.waitForURL(WELCOME);
        assertThat(eve.locator("#field-username")).hasValue("eve");
        assertThat(eve.locator(".namesake")).hasCount(0);
        eve.locator("button[type=submit]").click();
        eve.waitForURL(HOME);
        settings(eve);
        assertThat(eve.locator(".identities li")).hasCount(1);
    }

    @Test
    void signsUpByGitHub() {
        providers.githubKnows(4711, "octo-dora", "dora@example.org", true);
        Page dora = person("dora").page();
        leave(dora, "GitHub");
        dora.waitForURL(WELCOME);
        assertThat(dora.locator(".form-hint")).containsText("GitHub as dora@example.org");
        dora.locator("#field-username").fill("a b");
        dora.locator("button[type=submit]").click();
        assertThat(dora.locator("#complaint-username")).containsText("Use letters");
        dora.locator("#field-username").fill("octo-dora");
        dora.locator("button[type=submit]").click();
        dora.waitForURL(HOME);
        forgetSession(dora);
        leave(dora, "GitHub");
        dora.waitForURL(HOME);
    }

    @Test
    void explainsProviderErrors() {
        Page fay = person("fay").page();

        leave(fay, "Down");
        failed(fay, "Down is not responding");

        leave(fay, "Real");
        fay.getByText("[ Cancel ]").click();
        failed(fay, "Access denied");

        providers.say("auth0", Map.of("claims", Providers.claims("fay", "fay@example.org", true), "skew", 600));
        leave(fay, "Auth0");
        failed(fay, "The clocks don’t match");

        providers.say(
                "auth0",
                Map.of("claims", Providers.claims("fay", "fay@example.org", true), "header", Map.of("kid", "nobodys")));
        leave(fay, "Auth0");
        failed(fay, "Unknown signature");

        providers.auth0Knows("fay", "fay@example.org", true);
        leave(fay, "Auth0");
        fay.waitForURL(WELCOME);
        String callback = fay.evaluate("performance.getEntriesByType('navigation')[0].name")
                .toString();
        assertThat(callback).contains("/welcome"); // the address with the code is nowhere in the history
        fay.navigate(home() + "/login/oauth2/code/auth0?code=made-up&state=made-up");
        failed(fay, "That took too long");
        fay.getByText("Other ways to sign in").click();
        fay.waitForURL(Pattern.compile(".*/login"));
        fay.navigate(home() + "/login/oauth2/start/nobody");
        failed(fay, "Unknown provider");
    }

    @Test
    void linksAnIdentityToOneAccountOnly() {
        providers.auth0Knows("gus", "gus@example.org", true);
        Page gus = registered("gus", "");
        settings(gus);
        gus.getByText("Add Auth0").click();
        assertThat(gus.locator(".identities li")).hasCount(1);

        Page hal = registered("hal", "");
        settings(hal);
        hal.getByText("Add Auth0").click();
        failed(hal, "Linked to another account");
        hal.getByText("Back to settings").click();
        assertThat(hal.locator(".settings")).isVisible();
    }

    @Test
    void authorisesAProgramThroughTheBrowser() throws Exception {
        providers.auth0Knows("robot-owner", "robot@example.org", true);
        String verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        var answers = new LinkedBlockingQueue<String>();
        HttpServer program = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        program.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/cb")) {
                answers.add(exchange.getRequestURI().getQuery());
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        program.start();
        String start = home() + "/v1/api/auth/providers/auth0/start?state=xyz"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&redirect_uri=http://127.0.0.1:"
                + program.getAddress().getPort() + "/cb";

        Page page = person("robot").page();
        page.navigate(start);
        page.waitForURL(WELCOME);
        page.locator("#field-username").fill("robot-owner");
        page.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile("http://127\\.0\\.0\\.1:\\d+/cb.*"));
        String first = Objects.requireNonNull(answers.poll(20, TimeUnit.SECONDS));
        page.navigate(start); // known by now: nothing is asked
        String second = Objects.requireNonNull(answers.poll(20, TimeUnit.SECONDS));
        providers.auth0SaysNo();
        page.navigate(start);
        String third = Objects.requireNonNull(answers.poll(20, TimeUnit.SECONDS));
        program.stop(0);

        assertThat(third).isEqualTo("error=access_denied&state=xyz");
        assertThat(page.context().cookies()).noneMatch(cookie -> cookie.name.equals("charla_session"));
        for (String answer : List.of(first, second)) {
            assertThat(answer).matches("code=[^&]+&state=xyz");
            var me = exchange(answer.replaceFirst("code=([^&]+).*", "$1"), verifier);
            assertThat(me.at("/account/username").asString()).isEqualTo("robot-owner");
            assertThat(me.at("/token").asString()).hasSizeGreaterThan(40);
        }
    }

    private JsonNode exchange(String code, String verifier) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(home() + "/v1/api/auth/exchange"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"code\":\"%s\",\"code_verifier\":\"%s\"}".formatted(code, verifier)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        }
    }

    @Test
    void passesAxeOnEveryPage() {
        for (var options : List.of(
                desk().setColorScheme(ColorScheme.LIGHT),
                desk().setColorScheme(ColorScheme.DARK),
                phone().setColorScheme(ColorScheme.LIGHT),
                phone().setColorScheme(ColorScheme.DARK))) {
            registered("ida", "ida@example.org");
            providers.auth0Knows("ida" + System.nanoTime(), "ida@example.org", true);
            Page page = person("ida", options).page();
            page.navigate(home() + "/register");
            assertThat(page.locator(".provider").first()).isVisible();
            check(page);
            page.navigate(home() + "/login");
            assertThat(page.locator(".provider")).hasCount(4);
            check(page);
            page.locator(".provider").first().focus();
            page.keyboard().press("Enter");
            page.waitForURL(WELCOME);
            assertThat(page.locator(".namesake")).isVisible();
            check(page);
            page.locator("button[type=submit]").click();
            page.waitForURL(HOME);
            settings(page);
            check(page);
            page.navigate(home() + "/login/failed?cause=down&provider=auth0");
            assertThat(page.locator(".sign-in-failed h1")).isVisible();
            check(page);
        }
    }

    private static void check(Page page) {
        assertThat(Axe.seriousViolations(page)).as(page.url()).isEmpty();
    }

    /** Registers a person with a password, and returns their page. */
    private Page registered(String name, String email) {
        Person person = person(name);
        Page page = person.page();
        page.navigate(home() + "/register");
        assertThat(page.locator("#field-email")).isVisible();
        page.locator("#field-name").fill(person.username());
        page.locator("#field-username").fill(person.username());
        page.locator("#field-email").fill(email);
        page.locator("#field-password").fill(Person.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(HOME);
        page.evaluate("name => sessionStorage.name = name", person.username());
        return page;
    }

    private static void forgetSession(Page page) {
        page.navigate("about:blank"); // no page that could notice and load itself anew
        page.context().clearCookies();
    }

    private void leave(Page page, String provider) {
        page.navigate(home() + "/login");
        page.getByText("Continue with " + provider).click();
    }

    private static void logInThere(Page page, String name) {
        page.waitForURL(Pattern.compile("http://127\\.0\\.0\\.1.*"));
        page.locator("input[name=login]").fill(name);
        page.locator("input[name=password]").fill("anything");
        page.locator("button[type=submit]").click();
        page.locator("form[action$='/consent'], form:has(input[value=consent])").waitFor();
        page.locator("button[type=submit]").click();
    }

    private static void failed(Page page, String title) {
        page.waitForURL(FAILED);
        assertThat(page.locator("h1")).hasText(title);
    }

    private void settings(Page page) {
        page.navigate(home() + "/settings/identities");
        assertThat(page.locator(".settings-column h1")).isVisible();
    }

    private static void remove(Page page, String provider) {
        Locator row = page.locator(".identities li").filter(new Locator.FilterOptions().setHasText(provider));
        row.getByRole(AriaRole.BUTTON).click();
        page.getByRole(AriaRole.ALERTDIALOG).locator("button.danger").click();
    }

    private static void signOut(Page page) {
        page.locator(".rail .account").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
    }

    private String home() {
        return "http://localhost:" + charla().port();
    }
}
