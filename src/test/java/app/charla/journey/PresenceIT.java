package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Presence, typing and read receipts: one person on a desktop, the other on a phone. */
class PresenceIT extends BrowserTest {

    @Test
    void showsPresenceTypingAndReceipts() {
        Person ana = person("ana").register();
        Person bruno = person("bruno", phone()).register();
        ana.openPrivate(bruno).say("Are you there?");
        Locator words = ana.page().locator(".conversation-head .presence-words");
        assertThat(words).hasText("Online");
        assertThat(ana.chat(bruno.username()).getByRole(AriaRole.IMG)).hasAccessibleName("Online");

        bruno.open(ana.username()).sees("Are you there?");
        assertThat(ana.message("Are you there?").getByRole(AriaRole.IMG)).hasAccessibleName("Read");
        bruno.page().locator("charla-composer textarea").pressSequentially("I am");
        Locator typing = ana.page().locator("charla-typing .typing");
        assertThat(typing).hasText(bruno.username() + " is typing…");
        bruno.page().locator("charla-composer .send").click();
        ana.sees("I am");
        assertThat(typing).isEmpty();

        bruno.leaves();
        assertThat(words).containsText("Last seen", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
        assertThat(ana.complaints()).isEmpty();
        assertThat(bruno.complaints()).isEmpty();
    }

    @Test
    void syncsADraftBetweenDevices() {
        Person ana = person("ana").register().open("Plaza");
        ana.page().locator("charla-composer textarea").fill("To be continued");
        Page elsewhere = ana.page()
                .context()
                .browser()
                .newContext(phone().setBaseURL(ana.page().url()))
                .newPage();
        elsewhere.context().addCookies(ana.page().context().cookies());
        elsewhere.navigate(ana.page().url());
        Locator box = elsewhere.locator("charla-composer textarea");
        assertThat(box).hasValue("To be continued");
        box.fill("To be continued on the phone");
        assertThat(ana.page().locator("charla-composer textarea")).hasValue("To be continued on the phone");
        elsewhere.context().close();
    }

    @Test
    void showsAnInvisiblePersonAsOffline() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno).say("Hide and seek");
        Locator words = ana.page().locator(".conversation-head .presence-words");
        assertThat(words).hasText("Online");

        bruno.page().locator(".rail .account").click();
        bruno.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Presence and status"))
                .click();
        bruno.page().getByLabel("Invisible").check();
        assertThat(words).containsText("Last seen");
        bruno.page().keyboard().press("Escape");
        bruno.open(ana.username()).sees("Hide and seek");
        bruno.page().locator("charla-composer textarea").pressSequentially("You cannot see me");
        assertThat(bruno.chat(ana.username()).locator(".count")).hasCount(0); // he has read it
        assertThat(ana.message("Hide and seek").getByRole(AriaRole.IMG)).hasAccessibleName("Sent");
        assertThat(ana.page().locator("charla-typing .typing")).isEmpty();
    }

    @Test
    void keepsAChatMarkedUnreadUntilItIsRead() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno).say("Think about it");
        Locator count = bruno.chat(ana.username()).locator(".count");
        bruno.open(ana.username()).sees("Think about it");
        assertThat(count).hasCount(0);

        bruno.walkTo("Think about it");
        bruno.page().keyboard().press("u");
        assertThat(count).containsText("1");
        assertThat(bruno.page()).hasTitle(Pattern.compile("^\\(1\\) .*"));
        bruno.page().locator("charla-composer textarea").press("Escape");
        assertThat(count).hasCount(0);
    }
}
