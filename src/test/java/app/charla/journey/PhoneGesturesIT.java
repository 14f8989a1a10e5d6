package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Gestures and the back button of a phone: long press, swipe, two fingers. */
class PhoneGesturesIT extends BrowserTest {

    private static final Pattern ENLARGED = Pattern.compile(".*scale\\((1\\.[1-9]|[2-8]).*");

    private Person phonePerson() {
        return person("ana", phone().setLocale("en-US")).register();
    }

    private static Locator sheet(Person person) {
        return person.page().locator("charla-message-menu:popover-open");
    }

    @Test
    void aLongPressOpensAllActionsOnAMessage() {
        Person ana = phonePerson().open("Plaza");
        ana.say("Look at this");
        ana.say("And at that");
        var finger = new Finger(ana.page());

        finger.press(ana.message("Look at this").locator(".text"));
        assertThat(sheet(ana)).isVisible();
        finger.lift();
        assertThat(sheet(ana).getByRole(AriaRole.MENUITEM)).not().hasCount(0);
        sheet(ana).locator(".emoji").first().tap();
        assertThat(ana.message("Look at this").locator(".reaction").first()).containsText("1");
        assertThat(sheet(ana)).hasCount(0);

        ana.page().setViewportSize(844, 390);
        finger.press(ana.message("And at that").locator(".text"));
        assertThat(sheet(ana)).isVisible();
        finger.lift();
        Locator last = sheet(ana).locator("button.danger");
        last.scrollIntoViewIfNeeded();
        assertThat(last).isInViewport();
        last.tap();
        assertThat(ana.page().locator("charla-message-log .tombstone")).hasCount(1);
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    void screenReadersHaveAButtonInsteadOfTheLongPress() {
        Person ana = phonePerson().open("Plaza");
        ana.say("Read me");

        ana.message("Read me")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Message actions"))
                .press("Enter");
        assertThat(sheet(ana)).isVisible();
        assertThat(Axe.seriousViolations(ana.page())).isEmpty();
    }

    @Test
    void aSwipeBeginsAReply() {
        Person ana = phonePerson().open("Plaza");
        ana.say("Who is coming?");

        new Finger(ana.page()).swipe(ana.message("Who is coming?").locator(".text"), -90, 4);
        assertThat(ana.page().locator("charla-composer .about")).containsText("Who is coming?");
    }

    @Test
    void theRowOfAChatHasAMenu() {
        Person ana = phonePerson();
        Locator menu = ana.page().locator("charla-chat-menu:popover-open");
        var finger = new Finger(ana.page());

        finger.press(ana.chat("Plaza"));
        assertThat(menu).isVisible();
        finger.lift();
        menu.getByText("Mute").tap();
        assertThat(ana.chat("Plaza").locator(".glyph-muted")).isVisible();

        finger.swipe(ana.chat("Plaza"), -110, 3);
        assertThat(menu).isVisible();
        ana.page().waitForTimeout(500); // Chromium takes a tap that soon after a swipe for a stop of its scrolling
        menu.getByText("Unmute").tap();
        assertThat(ana.chat("Plaza").locator(".glyph-muted")).hasCount(0);

        finger.press(ana.chat("Plaza"));
        assertThat(menu).isVisible();
        finger.lift();
        menu.getByText("Leave chat").tap();
        ana.button("Leave").tap();
        assertThat(ana.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    void backClosesWhatLiesOnTopThenTheChat() {
        Person ana = phonePerson().open("Plaza");
        Page page = ana.page();
        ana.say("Here I am");
        Locator details = page.locator(".details");

        page.locator(".open-details").tap();
        assertThat(details).isVisible();
        page.evaluate("history.back()");
        assertThat(details).not().isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/s/home/c/.*"));

        var finger = new Finger(page);
        finger.press(ana.message("Here I am").locator(".text"));
        assertThat(sheet(ana)).isVisible();
        finger.lift();
        page.evaluate("history.back()");
        assertThat(sheet(ana)).hasCount(0);
        assertThat(page).hasURL(Pattern.compile(".*/s/home/c/.*"));

        List<String> navigations = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            String body = request.postData();
            if (body != null && body.contains("ui-navigate")) {
                navigations.add(body);
            }
        });
        page.evaluate("history.back()");
        assertThat(ana.chat("Plaza")).isVisible();
        assertThat(page.locator(".content")).not().isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/s/home$"));

        Object before = page.evaluate("history.length");
        ana.chat("Plaza").tap();
        assertThat(ana.message("Here I am")).isVisible();
        page.locator(".conversation-head .back").tap();
        assertThat(ana.chat("Plaza")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/s/home$"));
        assertThat(page.evaluate("history.length")).isEqualTo(before);
        assertThat(navigations).as("trips to the server for the list").isEmpty();
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    void aSwipeFromTheEdgeGoesBack() {
        Person ana = phonePerson().open("Plaza");

        new Finger(ana.page()).swipe(6, 400, 200, 0);
        assertThat(ana.chat("Plaza")).isVisible();
        assertThat(ana.page()).hasURL(Pattern.compile(".*/s/home$"));
    }

    @Test
    void twoFingersZoomAPicture() {
        Person ana = phonePerson().open("Plaza");
        ana.page().locator("charla-composer input[name=picture]").setInputFiles(new FilePayload[] {
            picture("one.png", "png", 600, 400), picture("two.png", "png", 400, 600)
        });
        assertThat(ana.page().locator("charla-composer .tray img")).hasCount(2);
        ana.say("Two");
        ana.button("Open picture: one.png").tap();
        Locator box = ana.page().locator("charla-lightbox dialog[open]");
        Locator pane = box.locator(".pane");
        assertThat(box.locator(".count")).containsText("1 of 2");
        var finger = new Finger(ana.page());

        finger.spread(pane, 80, 240);
        assertThat(pane).hasAttribute("style", ENLARGED);
        assertThat(box.locator(".count")).containsText("1 of 2");
        box.getByLabel("Zoom out").tap();
        assertThat(pane).not().hasAttribute("style", ENLARGED);
        pane.tap();
        pane.tap();
        assertThat(pane).hasAttribute("style", ENLARGED);
        box.getByLabel("Zoom out").tap();
        assertThat(box.getByLabel("Zoom in")).isVisible();

        finger.swipe(pane, -200, 5);
        assertThat(box.locator(".count")).containsText("2 of 2");
        finger.swipe(pane, 5, 220);
        assertThat(box).hasCount(0);
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    void aPhotoIsMadeSmallerUnlessTheOriginalIsWanted() {
        Person ana = phonePerson().open("Plaza");
        FilePayload photo = picture("beach.jpg", "jpg", 3000, 2000);
        ana.page().locator("charla-composer input[name=picture]").setInputFiles(photo);
        Locator preview = ana.page().locator("charla-composer .tray img");
        assertThat(preview).hasJSProperty("naturalWidth", 2048);

        ana.page().getByText("Send originals").tap();
        assertThat(preview).hasJSProperty("naturalWidth", 3000);
    }

    private static FilePayload picture(String name, String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        for (int x = 0; x < width; x += 40) {
            graphics.setColor(new Color(40 + x % 200, 120, 200 - x % 180));
            graphics.fillRect(x, 0, 40, height);
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(name, "image/" + (format.equals("jpg") ? "jpeg" : format), bytes.toByteArray());
    }
}
