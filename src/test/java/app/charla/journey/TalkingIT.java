package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class TalkingIT extends BrowserTest {

    @Test
    void deliversMessagesInThePublicChat() {
        Person ana = person("ana").registerByForm().open("Plaza");
        Person bruno = person("bruno").registerByForm().open("Plaza");

        ana.say("Does anybody hear me?");
        bruno.sees("Does anybody hear me?");
        bruno.say("Loud and clear");
        ana.sees("Loud and clear");

        assertThat(ana.complaints()).isEmpty();
        assertThat(bruno.complaints()).isEmpty();
    }

    @Test
    void showsAPrivateMessageAsUnreadUntilRead() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();

        ana.openPrivate(bruno).say("Are you coming?");
        assertThat(bruno.chat(ana.username()).locator(".count")).containsText("1");
        assertThat(bruno.page()).hasTitle(Pattern.compile("^\\(1\\) .*"));

        bruno.open(ana.username()).sees("Are you coming?");
        assertThat(bruno.chat(ana.username()).locator(".count")).hasCount(0);
        assertThat(bruno.page()).hasTitle(Pattern.compile("^[^(].*"));
    }

    @Test
    void createsRenamesAndLeavesAGroup() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();

        ana.openGroup("Trip", bruno).say("Where to?");
        bruno.open("Trip").sees("Where to?");
        ana.button("Details").click();
        ana.button("Rename").click();
        ana.page().locator("#field-group-name").fill("Trip to the coast");
        ana.button("Save").click();
        assertThat(bruno.page().locator(".conversation-head h2")).hasText("Trip to the coast");
        bruno.sees("Trip to the coast");

        bruno.button("Details").click();
        bruno.button("Leave group").click();
        bruno.button("Leave").click();
        assertThat(bruno.chat("Trip to the coast")).hasCount(0);
        ana.sees(bruno.username() + " left");
    }

    @Test
    void editsAndDeletesOwnMessages() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno).say("Half past nihne");
        bruno.open(ana.username()).sees("Half past nihne");

        act(ana, "Half past nihne", "Edit");
        Locator box = ana.page().locator("charla-composer textarea");
        box.fill("Half past nine");
        box.press("Enter");
        bruno.sees("Half past nine");

        act(ana, "Half past nine", "Delete");
        bruno.sees("Message deleted");
    }

    @Test
    void repliesAndJumpsToTheQuotedMessage() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno).say("Shall we take the train?");
        bruno.open(ana.username()).sees("Shall we take the train?");

        act(bruno, "Shall we take the train?", "Reply");
        assertThat(bruno.page().locator("charla-composer .about")).containsText("Shall we take the train?");
        bruno.say("Count me in");
        Locator quote = ana.message("Count me in").locator(".quote");
        assertThat(quote).containsText("Shall we take the train?");
        quote.click();
        assertThat(ana.page().locator("charla-message-log .marked")).containsText("Shall we take the train?");

        act(ana, "You: Shall we take the train?", "Delete");
        assertThat(bruno.message("Count me in").locator(".quote.gone")).hasText("Message deleted");
    }

    @Test
    void showsReactionsAndWhoReacted() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno).say("We are going!");
        bruno.open(ana.username()).sees("We are going!");

        act(bruno, "We are going!", "React with 🎉");
        Locator seen = ana.message("We are going!").locator(".reaction").first();
        assertThat(seen).hasAccessibleName("🎉 1: " + bruno.username());
        seen.click();
        assertThat(bruno.message("We are going!").locator(".reaction").first())
                .hasAccessibleName("🎉 2: You and " + ana.username());
        bruno.page().reload();
        bruno.message("We are going!").locator(".reaction").first().click();
        assertThat(seen).hasAccessibleName("🎉 1: You");
        assertThat(seen).hasAttribute("aria-pressed", "true");
    }

    @Test
    void findsAnEmojiByName() {
        Person ana = person("ana").register().open("Plaza");
        ana.page().locator("charla-composer textarea").pressSequentially("hot :pizz");
        assertThat(ana.page().getByRole(AriaRole.OPTION).first()).hasText("🍕pizza");
        ana.page().keyboard().press("Enter");
        ana.page().keyboard().press("Enter");
        ana.sees("hot 🍕");

        ana.button("Emoji").click();
        ana.page().getByRole(AriaRole.COMBOBOX).fill("train");
        ana.page().locator("charla-emoji-panel .tabpanel [role=option]").first().click();
        assertThat(ana.page().locator("charla-composer textarea")).hasValue(Pattern.compile("^[^ -~]+$"));
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    void rendersMarkdownWithoutRunningScripts() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno).say("**Tonight** <img src=x onerror=alert(1)> ![x](https://evil.example/p.png)");
        bruno.open(ana.username());

        for (Person each : List.of(ana, bruno)) {
            assertThat(each.message("Tonight").locator("strong")).hasText("Tonight");
            assertThat(each.message("Tonight").locator(".text")).containsText("<img src=x onerror=alert(1)> !x");
            assertThat(each.message("Tonight").locator("img")).hasCount(0);
        }
        ana.say("```js\nconst rest = 0;\n```");
        assertThat(bruno.page().locator("charla-code-block .keyword")).hasText("const");
        assertThat(ana.complaints()).isEmpty();
        assertThat(bruno.complaints()).isEmpty();
    }

    private static void act(Person person, String text, String action) {
        person.message(text).hover();
        person.message(text).locator(".toolbar button").last().click();
        person.page()
                .getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(action).setExact(true))
                .click();
    }
}
