package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Replies, reactions, edits and forwarding: on a desktop with the keyboard, and on a phone. */
class SayingIT extends BrowserTest {

    @Test
    void showsMentionsInTheListAndInTheText() {
        Person ana = person("ana").register();
        Person bruno = person("bruno", phone().setLocale("en-US")).register();
        Person carla = person("carla").register();
        ana.openGroup("Trip", bruno);

        Locator box = ana.page().locator("charla-composer textarea");
        box.pressSequentially("Come along, @" + bruno.username().substring(0, 3));
        assertThat(ana.page().getByRole(AriaRole.OPTION).first()).containsText("@" + bruno.username());
        box.press("Enter");
        box.pressSequentially("and @" + carla.username());
        assertThat(ana.page().getByRole(AriaRole.OPTION).first()).containsText("@" + carla.username());
        box.press("Escape");
        box.press("Enter");
        ana.button("Add and send").click();

        assertThat(bruno.chat("Trip").locator(".count").first()).hasText("@you were mentioned");
        bruno.open("Trip");
        assertThat(bruno.message("Come along").locator(".mention.me")).hasText("@" + bruno.username());
        carla.open("Trip");
        carla.message("Come along").locator(".mention.me").click();
        assertThat(carla.page().locator(".person-card")).containsText(carla.username());
        assertThat(ana.complaints()).isEmpty();
        assertThat(bruno.complaints()).isEmpty();
    }

    @Test
    void opensPinnedAndSavedMessages() {
        Person ana = person("ana").register();
        Person bruno = person("bruno", phone().setLocale("en-US")).register();
        ana.openGroup("Trip", bruno).say("We leave at eight");
        bruno.open("Trip").sees("We leave at eight");

        ana.walkTo("We leave at eight");
        ana.page().keyboard().press("p");
        bruno.sees(ana.username() + " pinned a message");
        bruno.page().locator(".pin-bar a").click();
        assertThat(bruno.page().locator("charla-message-log .marked")).containsText("We leave at eight");

        ana.walkTo("We leave at eight");
        ana.page().keyboard().press("s");
        ana.page().locator(".list-heading a[href$='/saved']").click();
        ana.page().locator(".saved a").click();
        assertThat(ana.page().locator("charla-message-log .marked")).containsText("We leave at eight");
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    void showsEditHistoryAndUndoesADeletion() {
        Person ana = person("ana").register();
        Person bruno = person("bruno", phone().setLocale("en-US")).register();
        ana.openPrivate(bruno).say("Half past nihne");
        bruno.open(ana.username()).sees("Half past nihne");

        ana.walkTo("Half past nihne");
        ana.page().keyboard().press("e");
        Locator box = ana.page().locator("charla-composer textarea");
        box.fill("Half past nine");
        box.press("Enter");
        bruno.message("Half past nine").locator(".edited").click();
        assertThat(bruno.page().locator(".versions")).containsText("Half past nihne");
        bruno.page().keyboard().press("Escape");

        ana.walkTo("Half past nine");
        ana.page().keyboard().press("Delete");
        bruno.sees("Message deleted");
        ana.page().keyboard().press("Control+z");
        bruno.sees("Half past nine");
    }

    @Test
    void listsKeyboardShortcuts() {
        Person ana = person("ana").register();
        ana.open("Plaza");
        Locator map = ana.page().locator("charla-shortcut-help dialog");

        Locator box = ana.page().locator("charla-composer textarea");
        box.press("?");
        assertThat(box).hasValue("?");
        assertThat(map).isHidden();

        box.fill("");
        box.blur();
        ana.page().keyboard().press("?");
        assertThat(map).isVisible();
        assertThat(map).containsText("Ctrl + K");
        ana.page().keyboard().press("Escape");
        assertThat(map).isHidden();
        assertThat(ana.complaints()).isEmpty();
    }
}
