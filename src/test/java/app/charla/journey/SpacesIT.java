package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SpacesIT extends BrowserTest {

    @Test
    void createsSharesAndDeletesASpace() {
        Person ana = person("ana").register().createSpace("Family");
        assertThat(ana.tile("Family")).hasCount(1);
        ana.openSpaceSettings();
        String invite = ana.invite();

        Person bruno = person("bruno");
        bruno.page().navigate(invite);
        assertThat(bruno.page().locator(".invite-page h1")).hasText("Family");
        assertThat(bruno.page().locator(".invite-page")).containsText(ana.username() + " invites you");
        bruno.button("Create account and join").click();
        bruno.registerFrom(Pattern.compile(".*/s/family.*/c/.*"));

        ana.page().navigate("/s/" + ana.slug());
        ana.open("Town square").say("Dinner at nine");
        bruno.sees("Dinner at nine");
        ana.tile("Plaza Mayor").click();
        ana.page().waitForURL(Pattern.compile(".*/s/home"));
        bruno.say("I bring the bread");
        assertThat(ana.tile("Family").locator(".badge")).hasText("1");

        ana.tile("Family").click();
        ana.open("Town square").sees("I bring the bread");
        assertThat(ana.tile("Family").locator(".badge")).isHidden();

        ana.openSpaceSettings();
        ana.button("Delete space").click();
        ana.page().locator("#field-delete-name").fill("Family");
        ana.button("Delete forever").click();
        ana.page().waitForURL(Pattern.compile(".*/s/home"));
        bruno.page().waitForURL(Pattern.compile(".*/s/home"));
        assertThat(bruno.page().locator(".toast")).containsText("Family");
        assertThat(bruno.tile("Family")).hasCount(0);
        assertThat(ana.complaints()).isEmpty();
        assertThat(bruno.complaints()).isEmpty();
    }

    @Test
    void sendsARemovedMemberToTheHomeSpace() {
        Person ana = person("ana").register().createSpace("Club");
        String slug = ana.slug();
        ana.openSpaceSettings();
        String invite = ana.invite();
        Person bruno = person("bruno").register();
        bruno.page().navigate(invite);
        bruno.button("Join").click();
        bruno.page().waitForURL(Pattern.compile(".*/s/club.*/c/.*"));

        ana.openSpaceSettings();
        ana.button("Actions for " + bruno.username()).click();
        ana.button("Remove from space").click();
        ana.button("Remove").click();

        bruno.page().waitForURL(Pattern.compile(".*/s/home"));
        bruno.page().navigate("/s/" + slug);
        assertThat(bruno.page().locator(".full-page")).containsText("404");
    }

    @Test
    void restoresASpaceFromItsFile() {
        Person ana = person("ana").register().createSpace("Archive");
        ana.say("Keep this");
        ana.sees("Keep this");
        ana.openSpaceSettings();
        Download download = ana.page()
                .waitForDownload(() ->
                        ana.page().locator("a.button", hasText("Download")).click());
        Path file = download.path();

        ana.page().navigate("/spaces/restore");
        ana.page().locator("#field-space-name").fill("Archive again");
        ana.page().locator("#field-file").setInputFiles(file);
        ana.button("Restore").click();
        ana.page().waitForURL(Pattern.compile(".*/s/archive-again/c/.*"));
        ana.sees("Keep this");
    }

    @Test
    void showsARefusedNameBesideItsField() {
        Person ana = person("ana").register();
        ana.page().navigate("/spaces/new");
        Locator name = ana.page().locator("#field-space-name");
        name.fill("x");
        name.press("Enter");

        assertThat(ana.page().locator("#complaint-space-name")).not().isEmpty();
        assertThat(name).isFocused();
        assertThat(ana.tile("x")).hasCount(0);
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
