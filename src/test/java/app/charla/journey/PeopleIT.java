package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Avatars, profile cards and blocking: one person on a desktop, the other on a phone. */
class PeopleIT extends BrowserTest {

    private static final Pattern PICTURE = Pattern.compile("/people/.+/avatar/[0-9a-f]{32}");

    private static FilePayload picture() throws IOException {
        var image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, 900, 600, Color.MAGENTA));
        pen.fillRect(0, 0, 900, 600);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return new FilePayload("me.png", "image/png", bytes.toByteArray());
    }

    private static Locator face(Locator where) {
        return where.locator(".avatar img").first();
    }

    private static void isAccessible(Page page) {
        assertThat(Axe.violations(page)).isEmpty();
    }

    @Test
    void cropsAProfilePictureAndShowsItEverywhere() throws IOException {
        Person ana = person("ana").register();
        Person bruno = person("bruno", phone()).register();
        ana.openPrivate(bruno).say("Who are you?");
        assertThat(bruno.chat(ana.username())).containsText("Who are you?");
        ana.page().navigate("/settings/profile");
        assertThat(bruno.chat(ana.username()).locator(".avatar img")).hasCount(0);

        Page page = ana.page();
        page.locator("charla-avatar-picker input[type=file]").setInputFiles(picture());
        Locator dialog = page.locator("charla-avatar-picker dialog");
        assertThat(dialog).isVisible();
        assertThat(dialog.locator("canvas")).isFocused();
        isAccessible(page);
        page.keyboard().press("ArrowRight");
        page.keyboard().press("+");
        assertThat(dialog.getByRole(AriaRole.SLIDER)).hasValue("1.1");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Use picture"))
                .click();
        assertThat(dialog).hasCount(0);
        assertThat(face(page.locator(".settings"))).isVisible();
        assertThat(face(page.locator(".rail .account"))).hasAttribute("src", PICTURE);

        assertThat(face(bruno.chat(ana.username()))).hasAttribute("src", PICTURE); // without a word of him
        bruno.open(ana.username());
        assertThat(face(bruno.page().locator(".conversation-head"))).hasAttribute("src", PICTURE);
        assertThat(face(bruno.page().locator("charla-message-log"))).hasJSProperty("naturalWidth", 256);

        ana.button("Remove picture").click();
        assertThat(bruno.page().locator("charla-message-log .avatar img")).hasCount(0);
        assertThat(page.locator(".rail .account img")).hasCount(0);
        assertThat(ana.complaints()).isEmpty();
        assertThat(bruno.complaints()).isEmpty();
    }

    /** Writes with a telephone, where Enter begins another line. */
    private static void tap(Person person, String text) {
        person.page().locator("charla-composer textarea").fill(text);
        person.page().locator("charla-composer .send").click();
    }

    /** Opens the card of whoever said something. */
    private static Locator card(Person reader, String text) {
        reader.message(text).locator(".avatar").click();
        Locator card = reader.page().locator(".person-card");
        assertThat(card).isVisible();
        return card;
    }

    @Test
    void opensAPrivateChatFromAProfileCard() {
        Person ana = person("ana").register();
        Person bruno = person("bruno", phone()).register();
        bruno.page().navigate("/settings/appearance");
        bruno.page().locator("select").selectOption("Asia/Tokyo");
        bruno.page().navigate("/settings/profile");
        bruno.page().getByLabel("No molestar").check();
        bruno.page().locator("#field-status-text").fill("De viaje");
        bruno.page().locator("#field-status-text").press("Enter");
        assertThat(bruno.page().getByText("Guardado")).isVisible();
        ana.openGroup("Trip", bruno);
        bruno.page().navigate("/s/home");
        tap(bruno.open("Trip"), "Hola");
        ana.sees("Hola");

        Locator card = card(ana, "Hola");
        assertThat(card).containsText("Do not disturb");
        assertThat(card).containsText("De viaje");
        assertThat(card.locator("charla-local-time"))
                .hasText(Pattern.compile("Local time: \\d{1,2}:\\d{2}\\s[AP]M \\(Tokyo\\)"));
        assertThat(card.locator(".shared-chats")).containsText("Trip");
        isAccessible(ana.page());
        card.getByText("Send private message").click();
        assertThat(ana.page().locator(".conversation-head h2")).hasText(bruno.username());
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    void hidesMessagesOfABlockedPersonUntilUnblocked() {
        Person ana = person("ana").register();
        Person bruno = person("bruno", phone()).register();
        ana.openPrivate(bruno).say("What is it?");
        ana.openGroup("Market", bruno);
        tap(bruno.open("Market"), "Buy my coins");
        ana.sees("Buy my coins");
        ana.walkTo("Buy my coins");
        ana.page().keyboard().press("r");
        ana.say("No, thanks");
        assertThat(ana.page().locator("charla-message-log .quote")).containsText("Buy my coins");
        tap(bruno, "Buy more coins");
        ana.sees("Buy more coins");

        Locator card = card(ana, "Buy more coins");
        card.getByText("Block", new Locator.GetByTextOptions().setExact(true)).click();
        ana.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByText("Block", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(card).containsText("You blocked " + bruno.username());
        ana.page().keyboard().press("Escape");
        assertThat(ana.message("coins")).hasCount(0);
        assertThat(ana.page().locator("charla-message-log .quote")).containsText("Message from someone you blocked");
        assertThat(ana.chat("Market")).containsText("Message from someone you blocked");
        ana.open(bruno.username());
        assertThat(ana.page().locator("charla-composer")).isHidden();
        bruno.page().locator(".conversation-head .back").click();
        bruno.open(ana.username());
        assertThat(bruno.page().locator("charla-composer")).isHidden();

        ana.button("Unblock").click();
        assertThat(ana.page().locator("charla-composer")).isVisible();
        assertThat(bruno.page().locator("charla-composer")).isVisible();
        ana.open("Market").sees("Buy more coins");
        assertThat(ana.chat("Market")).containsText("Buy more coins");
        assertThat(ana.complaints()).isEmpty();
        assertThat(bruno.complaints()).isEmpty();
    }

    @Test
    void refusesAFileThatIsNotAPicture() {
        Person ana = person("ana").register();
        ana.page().navigate("/settings/profile");
        ana.page()
                .locator("charla-avatar-picker input[type=file]")
                .setInputFiles(new FilePayload("me.png", "image/png", new byte[] {1, 2, 3}));
        assertThat(ana.page().locator("charla-avatar-picker [role=alert]")).containsText("can’t read that file");
        assertThat(ana.page().locator("charla-avatar-picker dialog")).hasCount(0);
    }
}
