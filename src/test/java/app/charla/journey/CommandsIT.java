package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Slash commands: on a desktop with the keyboard, and on a phone in Spanish. */
class CommandsIT extends BrowserTest {

    private static Locator box(Person person) {
        return person.page().locator("charla-composer textarea");
    }

    private static Locator notice(Person person) {
        return person.page().locator("charla-composer .notices p");
    }

    private static Locator options(Person person) {
        return person.page().locator("charla-composer [role=option]");
    }

    /** As on a phone, where Enter begins a new line. */
    private static void tap(Person person, String text) {
        box(person).fill(text);
        person.button("Enviar").click();
    }

    @Test
    void runsSlashCommandsByKeyboard() {
        Person ana = person("ana").register();
        Person bruno = person("bruno", phone()).register();
        Person carla = person("carla").register();
        ana.openGroup("Trip", bruno);

        box(ana).pressSequentially("/");
        assertThat(options(ana)).hasCount(6);
        assertThat(ana.page().getByRole(AriaRole.OPTION).first()).containsText("Say what you are doing");
        box(ana).pressSequentially("in");
        assertThat(options(ana)).hasCount(1);
        box(ana).press("Enter");
        assertThat(box(ana)).hasValue("/invite ");
        box(ana).pressSequentially("@" + carla.username());
        assertThat(options(ana).first()).containsText(carla.username());
        box(ana).press("Escape");
        box(ana).press("Enter");
        assertThat(notice(ana)).hasText("Added: " + carla.username());
        assertThat(box(ana)).hasValue("");
        assertThat(carla.chat("Trip")).isVisible();

        bruno.open("Trip");
        ana.say("/topic Where to go");
        bruno.sees(ana.username() + " ha cambiado el tema a: Where to go");
        assertThat(bruno.page().locator(".conversation-head .topic")).hasText("Where to go");
        assertThat(ana.page().locator(".conversation-head .topic")).hasText("Where to go");

        ana.say("/mute 8h");
        assertThat(notice(ana)).containsText("muted for 8h");
        assertThat(ana.page().locator(".conversation-head .glyph-muted")).isVisible();

        ana.say("/help");
        assertThat(ana.page().locator("charla-composer dialog.commands")).containsText("/shrug");
        ana.page().keyboard().press("Escape");
        assertThat(ana.page().locator("charla-composer dialog.commands")).isHidden();
        assertThat(ana.message("/")).hasCount(0);
        assertThat(ana.complaints()).isEmpty();
        assertThat(bruno.complaints()).isEmpty();
    }

    private static LocatorAssertions.ContainsTextOptions within15Seconds() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);
    }

    @Test
    void showsActionMessagesInEveryView() {
        Person ana = person("ana").register();
        Person bruno = person("bruno", phone()).register();
        ana.openGroup("Trip", bruno);

        ana.say("/me waves");
        ana.say("/shrug who knows");

        assertThat(bruno.chat("Trip")).containsText("who knows ¯\\_(ツ)_/¯");
        bruno.open("Trip");
        assertThat(bruno.message("waves").locator(".action")).hasText(ana.username() + " waves");
        assertThat(bruno.message("who knows")).containsText("who knows ¯\\_(ツ)_/¯");
        bruno.page().goBack();
        ana.say("/yo vuelve");
        assertThat(bruno.chat("Trip")).containsText(ana.username() + " vuelve");
        bruno.open("Trip");
        bruno.walkTo("vuelve");
        bruno.page().keyboard().press("r");
        assertThat(bruno.page().locator("charla-composer .about .said")).hasText("vuelve");
        tap(bruno, "Por fin");
        assertThat(ana.message("Por fin").locator(".quote .said")).hasText("vuelve");
    }

    @Test
    void refusesAnUnknownCommand() {
        Person ana = person("ana").register();
        Person bruno = person("bruno", phone()).register();
        ana.openGroup("Trip", bruno);
        bruno.open("Trip");

        ana.say("/tmp is full");
        assertThat(notice(ana)).containsText("There is no command /tmp");
        assertThat(box(ana)).hasValue("/tmp is full");
        ana.button("Send as text").click();
        bruno.sees("/tmp is full");
        assertThat(box(ana)).hasValue("");

        tap(bruno, "/invitar @nadie-de-nadie");
        assertThat(notice(bruno)).isVisible();
        assertThat(notice(bruno)).hasClass(Pattern.compile("danger"));
        assertThat(box(bruno)).hasValue("/invitar @nadie-de-nadie");
        tap(bruno, "/silenciar quizás");
        assertThat(notice(bruno)).containsText("/silenciar 1h");
        assertThat(box(bruno)).hasValue("/silenciar quizás");

        ana.say("/usr/bin");
        ana.say("//mute 1h");
        ana.say("//me waves");
        bruno.sees("/usr/bin");
        bruno.sees("/mute 1h");
        bruno.sees("/me waves");
        assertThat(bruno.page().locator("charla-message-log .action")).hasCount(0);

        ana.wire().cut();
        ana.say("/mute 1h");
        assertThat(notice(ana)).containsText("/mute may not have run", within15Seconds());
        ana.wire().join();
        assertThat(box(ana)).hasValue("/mute 1h");
        assertThat(bruno.message("silenc")).hasCount(0);
        assertThat(ana.message("/mute 1h")).hasCount(1);
    }
}
