package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
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

/** How people show themselves to each other: one at a desk, the other with a telephone. */
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
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void aPictureIsCutAndSeenEverywhere() throws IOException {
        Person ana = person("ana").register();
        Person bruno = person("bruno", phone()).register();
        ana.openPrivate(bruno).say("Who are you?");
        ana.page().navigate("/settings/profile");
        assertThat(bruno.chat(ana.username())).isVisible();
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
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Use this picture"))
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

    @Test
    void whatIsNoPictureIsRefusedAtOnce() {
        Person ana = person("ana").register();
        ana.page().navigate("/settings/profile");
        ana.page()
                .locator("charla-avatar-picker input[type=file]")
                .setInputFiles(new FilePayload("me.png", "image/png", new byte[] {1, 2, 3}));
        assertThat(ana.page().locator("charla-avatar-picker [role=alert]")).containsText("cannot read that file");
        assertThat(ana.page().locator("charla-avatar-picker dialog")).hasCount(0);
    }
}
