package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The app on a phone: list and chat, safe areas, contact lists, details, manifest. */
class PhoneIT extends BrowserTest {

    private Person phonePerson() {
        return person("ana", phone().setLocale("en-US")).register();
    }

    @Test
    void aChatOpenedFromOutsideHasTheListBehindIt() {
        Person ana = phonePerson().open("Plaza");
        String chat = ana.page().url();
        ana.page().navigate("about:blank");
        ana.page().navigate(chat);
        assertThat(ana.page().locator(".conversation-head h2")).hasText("Plaza");

        ana.page().locator(".conversation-head .back").tap();
        assertThat(ana.chat("Plaza")).isVisible();
        assertThat(ana.page()).hasURL(Pattern.compile(".*/s/home$"));
    }

    @Test
    void anotherChatShowsWhatThePageHasOfItAtOnce() {
        Person ana = phonePerson();
        Person bruno = person("bruno").register();
        ana.open("Plaza").say("In the square");
        ana.page().locator(".conversation-head .back").tap();
        ana.openPrivate(bruno).say("Between us");
        ana.page().locator(".conversation-head .back").tap();
        assertThat(ana.chat("Plaza")).isVisible();

        List<Route> held = new ArrayList<>();
        ana.page().route(url -> url.contains("v-r=uidl"), held::add);
        ana.chat("Plaza").tap();
        assertThat(ana.message("In the square")).isVisible();
        assertThat(ana.page().locator("charla-composer")).hasAttribute("inert", "");
        ana.page().unrouteAll();
        held.forEach(Route::resume);
        assertThat(ana.page().locator(".conversation-head h2")).hasText("Plaza");
        assertThat(ana.page().locator("charla-composer")).not().hasAttribute("inert", "");
        ana.say("And again");
        ana.sees("And again");
    }

    @Test
    void nothingLiesUnderTheStatusBar() {
        Person ana = person("ana", phone().setLocale("en-US"));
        var session = ana.page().context().newCDPSession(ana.page());
        var insets = new JsonObject();
        insets.addProperty("top", 47);
        insets.addProperty("bottom", 34);
        var asked = new JsonObject();
        asked.add("insets", insets);
        session.send("Emulation.setSafeAreaInsetsOverride", asked);
        ana.register();

        assertThat(top(ana.page().locator(".list-heading h1"))).isGreaterThan(47);
        for (String page : List.of(
                "/settings", "/settings/profile", "/spaces", "/s/home/saved", "/s/home/new", "/s/home/settings")) {
            ana.page().navigate(page);
            Locator title = ana.page().locator(".content h1 >> visible=true").first();
            assertThat(title).isVisible();
            assertThat(top(title)).as(page).isGreaterThan(47);
        }
        ana.page().navigate("/s/home");
        ana.open("Plaza");
        ana.page().locator(".open-details").tap();
        assertThat(ana.page().locator(".details")).isVisible();
        assertThat(top(ana.page().locator(".details > header button"))).isGreaterThan(47);
    }

    private static double top(Locator element) {
        return element.boundingBox().y;
    }

    @Test
    void fieldsAreLargeEnoughNotToBeZoomedInto() {
        Person ana = phonePerson();
        for (String page :
                List.of("/s/home", "/s/home/new", "/s/home/new-group", "/settings/profile", "/settings/security")) {
            ana.page().navigate(page);
            assertThat(ana.page()
                            .locator(":is(.content, .list-pane) :is(input, textarea, select) >> visible=true")
                            .first())
                    .isVisible();
            assertThat(ana.page().evaluate("""
                    () => [...document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=file]), textarea, select')]
                        .filter((each) => parseFloat(getComputedStyle(each).fontSize) < 16).map((each) => each.outerHTML)""")).as(page).isEqualTo(List.of());
        }
    }

    @Test
    void onesOwnPageSaysWhoOneIsAndSignsOut() {
        Person ana = phonePerson();
        ana.page().navigate("/settings");
        Locator card = ana.page().locator(".own-card");
        assertThat(card).containsText(ana.username());
        assertThat(ana.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Privacy")))
                .isVisible();
        assertThat(Axe.seriousViolations(ana.page())).isEmpty();
        ana.button("Sign out").tap();
        ana.page().waitForURL(Pattern.compile(".*/login.*"));
    }

    @Test
    void aPrivateChatIsMutedAndBlockedInItsDetails() {
        Person ana = phonePerson();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno).say("Hello");
        ana.page().locator(".open-details").tap();
        Locator details = ana.page().locator(".details");
        assertThat(details.locator(".notifications-choice")).isVisible();
        assertThat(details.locator("charla-gallery")).isVisible();
        assertThat(details.getByText("Profile", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        details.getByText("Block", new Locator.GetByTextOptions().setExact(true))
                .tap();
        ana.page().locator("vaadin-dialog .button.danger").tap();
        assertThat(details.getByText("Unblock")).isVisible();
    }

    @Test
    void textsOfTheInterfaceAreSentOnceToAPage() {
        Person ana = phonePerson().open("Plaza");
        ana.say("First");
        ana.sees("First");
        ana.page().locator(".conversation-head .back").tap();
        ana.page().locator(".bottom-bar a").nth(2).tap();
        assertThat(ana.page().locator(".own-card")).isVisible();
        ana.page().locator(".bottom-bar a").first().tap();
        List<Response> responses = new CopyOnWriteArrayList<>();
        ana.page().onResponse(responses::add);
        ana.open("Plaza").sees("First");

        List<String> answers = responses.stream()
                .filter(response -> response.url().contains("v-r=uidl"))
                .map(Response::text)
                .toList();
        assertThat(answers).anyMatch(answer -> answer.contains("First"));
        assertThat(answers).noneMatch(answer -> answer.contains("log.action.reply"));
    }

    @Test
    void theManifestDescribesTheApp() {
        Person ana = person("ana", phone());
        APIResponse manifest = ana.page().request().get("/manifest.webmanifest");
        String text = manifest.text();
        assertThat(text)
                .contains("\"id\":\"/\"", "\"scope\":\"/\"", "\"lang\":\"es\"", "\"maskable\"", "\"shortcuts\"")
                .contains("multipart/form-data");
        var paths = Pattern.compile("\"src\":\"/?(icons/[^\"]+)\"").matcher(text);
        while (paths.find()) {
            assertThat(ana.page().request().get("/" + paths.group(1)).status())
                    .as(paths.group(1))
                    .isEqualTo(200);
        }
    }
}
