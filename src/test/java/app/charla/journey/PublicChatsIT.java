package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Public chats from the first to the last: made, browsed, joined, restricted, archived, turned into a group, deleted. */
class PublicChatsIT extends BrowserTest {

    private static final Path PICTURES = Path.of("target/screens/public");

    private static void picture(Person person, String name) {
        person.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private static Locator row(Person person, String title) {
        return person.page().locator(".public-chats > li").filter(new Locator.FilterOptions().setHasText(title));
    }

    private static void details(Person person, String label) {
        person.button(label).click();
        assertThat(person.page().locator(".details-body .identity")).isVisible();
    }

    private static void confirm(Person person, String action, String yes) {
        person.page()
                .locator(".details")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(action).setExact(true))
                .click();
        person.page()
                .locator("vaadin-dialog.question, .question")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(yes).setExact(true))
                .last()
                .click();
    }

    @Test
    void anOwnerLooksAfterAPublicChatInEveryOpenWindow() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        bruno.page().navigate("/s/home/public");
        assertThat(bruno.page().locator("h1", new Page.LocatorOptions().setHasText("Browse public chats")))
                .isVisible();
        String name = "Garden " + ana.username();

        ana.choose("New public chat");
        ana.page().locator("#field-chat-name").fill(name);
        ana.page().locator("#field-chat-topic").fill("Tomatoes and beans");
        ana.page().locator("#field-chat-posting").selectOption("MANAGERS");
        picture(ana, "new-desk-en");
        ana.button("Create public chat").click();
        assertThat(ana.page().locator(".conversation-head h2")).hasText(name);
        ana.say("Welcome to the garden");
        ana.sees("Welcome to the garden");

        assertThat(row(bruno, name)).containsText("Tomatoes and beans");
        bruno.page().reload();
        assertThat(row(bruno, name)).containsText("Welcome to the garden");
        picture(bruno, "browse-desk-en");
        row(bruno, name).getByRole(AriaRole.BUTTON).press("Enter");
        assertThat(bruno.page().locator(".conversation-head h2")).hasText(name);
        assertThat(bruno.page().locator(".join-bar[role=status]:visible"))
                .hasText("Only owners and admins can post here.");
        assertThat(bruno.page().locator("charla-composer")).isHidden();
        picture(bruno, "restricted-desk-en");

        details(ana, "Details");
        ana.page().locator("#field-posting").selectOption("EVERYBODY");
        assertThat(bruno.page().locator("charla-composer")).isVisible();
        bruno.say("Thank you");
        ana.sees("Thank you");
        picture(ana, "details-desk-en");

        confirm(ana, "Archive", "Archive");
        assertThat(bruno.page().locator(".join-bar[role=status]:visible")).containsText("This chat is archived");
        assertThat(bruno.chat(name)).hasCount(0);
        assertThat(ana.page().locator(".join-bar[role=status]:visible")).containsText("Unarchive");
        picture(ana, "archived-desk-en");
        ana.page()
                .locator(".join-bar[role=status]:visible")
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(bruno.page().locator("charla-composer")).isVisible();
        assertThat(bruno.chat(name)).hasCount(1);

        Person carla = person("carla").register();
        carla.page().navigate(bruno.page().url());
        assertThat(carla.page().locator(".conversation-head h2")).hasText(name);
        confirm(ana, "Turn into a group", "Turn into a group");
        carla.page().waitForURL(Pattern.compile(".*/s/home"));
        assertThat(carla.chat(name)).hasCount(0);
        bruno.sees(ana.username() + " turned this chat into a group");
        bruno.say("Just us now");
        ana.sees("Just us now");
        assertThat(ana.complaints()).isEmpty();
        assertThat(bruno.complaints()).isEmpty();
    }

    @Test
    void everythingFitsAPhoneInSpanish() {
        Person ana = person("ana", phone()).register();
        String name = "Huerto " + ana.username();
        ana.button("Nuevo chat").click();
        ana.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Nuevo chat público"))
                .click();
        ana.page().locator("#field-chat-name").fill(name);
        picture(ana, "new-phone-es");
        ana.page().locator("#field-chat-name").press("Enter");
        assertThat(ana.page().locator(".conversation-head h2")).hasText(name);
        details(ana, "Detalles");
        picture(ana, "details-phone-es");
        confirm(ana, "Archivar", "Archivar");
        ana.button("Cerrar los detalles").click();
        assertThat(ana.page().locator(".join-bar[role=status]:visible")).containsText("Desarchivar");
        picture(ana, "archived-phone-es");

        ana.page().navigate("/s/home/public");
        assertThat(row(ana, "Plaza").first()).isVisible();
        picture(ana, "browse-phone-es");
        ana.button("Archivados").click();
        assertThat(row(ana, name)).isVisible();
        ana.page().locator(".public-chats-view input").fill("nada de nada");
        assertThat(ana.page().locator(".public-chats-view [role=status]")).hasText("Ningún chat público coincide.");
        ana.page().locator(".public-chats-view input").fill("huerto");
        row(ana, name).locator("a").click();
        details(ana, "Detalles");
        confirm(ana, "Eliminar el chat", "Eliminar");
        ana.page().waitForURL(Pattern.compile(".*/s/home"));
        assertThat(ana.complaints()).isEmpty();
    }
}
