package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No serious or critical violation on any view, in any theme, at a desk and on a telephone. */
class AccessibilityIT extends BrowserTest {

    private static final String[] COLOUR_RULES = {"color-contrast", "link-in-text-block"};

    private final List<String> violationsOfAllViews = new ArrayList<>();

    static Stream<Browser.NewContextOptions> browsers() {
        return Stream.of(desk(), phone().setLocale("en-US")).map(browser -> browser.setColorScheme(ColorScheme.LIGHT));
    }

    @ParameterizedTest
    @MethodSource("browsers")
    void everyViewCanBeUsedByEverybody(Browser.NewContextOptions options) {
        violationsOfAllViews.clear();
        Person bruno = person("bruno").register();
        Person ana = person("ana", options);
        ana.page().navigate("/login");
        assertThat(ana.page().locator("form")).isVisible();
        check(ana, "sign-in");
        for (String page : List.of("login/failed", "forgotten", "reset/no-such-link", "shared/no-such-page")) {
            ana.page().navigate("/" + page);
            assertThat(ana.page().locator("h1").first()).isVisible();
            check(ana, page);
        }
        ana.page().navigate("/register");
        assertThat(ana.page().locator("form")).isVisible();
        check(ana, "registration");
        ana.registerByForm();
        check(ana, "list");
        ana.button("New chat").click();
        check(ana, "menu");
        ana.page().keyboard().press("Escape");
        ana.openGroup("Trip", bruno);
        bruno.open("Trip").say("Where to?");
        ana.sees("Where to?");
        check(ana, "conversation");
        visitWhatIsDoneWithMessages(ana, bruno);
        ana.button("Details").click();
        assertThat(ana.page().locator(".details .who").filter(new Locator.FilterOptions().setHasText(bruno.username())))
                .hasCount(1);
        check(ana, "details");
        ana.button("Delete group").click();
        assertThat(ana.button("Delete")).isVisible();
        check(ana, "question");
        ana.page().navigate("/s/home/search?q=where");
        assertThat(ana.page().locator(".hits a")).hasCount(1);
        check(ana, "search");
        ana.page().navigate("/s/home/saved");
        assertThat(ana.page().locator(".saved a")).isVisible();
        check(ana, "saved messages");
        ana.page().navigate("/settings");
        assertThat(ana.page().locator(".settings-nav h1")).isVisible();
        check(ana, "settings");
        for (String page : List.of("profile", "appearance", "security", "devices", "identities", "sharing", "data")) {
            ana.page().navigate("/settings/" + page);
            assertThat(ana.page().locator(".settings-page h1")).isVisible();
            check(ana, page);
        }
        ana.page().navigate("/settings/profile");
        ana.page().locator("section > a, .settings-column > a").last().click();
        assertThat(ana.page().locator(".person-card")).isVisible();
        check(ana, "person");
        ana.page().navigate("/share-target.html?text=Read+this");
        assertThat(ana.page().locator("charla-shared a").first()).isVisible();
        check(ana, "sharing into a chat");
        ana.page().navigate("/spaces");
        assertThat(ana.page().locator(".space-rows a").first()).isVisible();
        check(ana, "spaces");
        ana.page().navigate("/spaces/restore");
        assertThat(ana.page().locator("#field-file")).isVisible();
        check(ana, "restoring a space");
        ana.createSpace("Book club");
        check(ana, "new space");
        ana.openSpaceSettings();
        ana.invite();
        check(ana, "space settings");
        ana.button("Delete space").click();
        assertThat(ana.page().locator("#field-delete-name")).isVisible();
        check(ana, "deleting a space");
        ana.page().navigate("/invite/no-such-invite");
        assertThat(ana.page().locator(".invite-page h1")).isVisible();
        check(ana, "invite");
        ana.page().navigate("/s/home/c/0");
        assertThat(ana.page().locator(".full-page")).isVisible();
        check(ana, "not found");

        assertThat(violationsOfAllViews).isEmpty();
    }

    private void visitWhatIsDoneWithMessages(Person ana, Person bruno) {
        bruno.say("To the see");
        press(ana, "To the see", "p");
        press(ana, "Where to?", "p");
        ana.button("All (2)").click();
        assertThat(ana.page().locator(".pins-dialog .hits a")).hasCount(2);
        check(ana, "pins");
        ana.page().keyboard().press("Escape");
        press(ana, "Where to?", "s");
        Locator toast = ana.page().locator(".toast[popover]");
        toast.waitFor();
        toast.waitFor(
                new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED)); // fading it has no contrast
        press(ana, "Where to?", "f");
        assertThat(ana.page().getByRole(AriaRole.DIALOG)).containsText("Forward");
        check(ana, "forwarding");
        ana.page().keyboard().press("Escape");
        bruno.page().locator("charla-composer textarea").press("ArrowUp");
        bruno.page().locator("charla-composer textarea").fill("To the sea");
        bruno.page().locator("charla-composer textarea").press("Enter");
        ana.message("To the sea").locator(".edited").click();
        assertThat(ana.page().locator(".versions")).containsText("To the see");
        check(ana, "versions");
        ana.page().keyboard().press("Escape");
        press(ana, "To the sea", "+");
        check(ana, "emoji");
        ana.page().keyboard().press("Escape");
        press(ana, "To the sea", "?");
        check(ana, "keys");
        ana.page().keyboard().press("Escape");
    }

    private static void press(Person person, String text, String key) {
        person.walkTo(text);
        person.page().keyboard().press(key);
    }

    /** Checks a view, and its colours in the dark and in high contrast, too: a theme changes nothing but them. */
    private void check(Person person, String view) {
        String own = String.valueOf(person.page().evaluate("document.documentElement.dataset.theme ?? ''"));
        note(view, Axe.seriousViolations(person.page()));
        wear(person, "dark", ColorScheme.DARK);
        note(view + " in the dark", Axe.seriousViolations(person.page(), COLOUR_RULES));
        wear(person, "contrast", ColorScheme.LIGHT);
        note(view + " in high contrast", Axe.seriousViolations(person.page(), COLOUR_RULES));
        wear(person, own, ColorScheme.LIGHT);
    }

    private static void wear(Person person, String theme, ColorScheme scheme) {
        person.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        person.page().evaluate("theme => document.documentElement.setAttribute('data-theme', theme)", theme);
    }

    private void note(String view, List<String> violations) {
        violations.forEach(violation -> violationsOfAllViews.add(view + ": " + violation));
    }
}
