package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MediaIT extends BrowserTest {

    private static final int TIMEOUT = 60_000;

    @Test
    void sendsAPictureWithADescriptionAndOpensIt() {
        Person ana = person("ana").register();
        Person bruno = person("bruno", phone()).register();
        ana.openPrivate(bruno);
        attach(ana, picture("sea.png", 900, 600), picture("hill.png", 400, 800));
        ana.button("Describe sea.png").click();
        ana.page().locator("dialog.describing textarea").fill("The sea at dusk");
        ana.button("Save").click();
        assertThat(ana.page().locator("dialog.describing")).hasCount(0);
        ana.say("Two from yesterday");
        assertThat(ana.page().locator("charla-upload-progress")).hasCount(0);

        bruno.open(ana.username()).sees("Two from yesterday");
        Locator pictures = bruno.message("Two from yesterday").locator("charla-picture img.there");
        assertThat(pictures).hasCount(2);
        assertThat(pictures.first()).hasAttribute("alt", "The sea at dusk");
        bruno.button("Abrir imagen: The sea at dusk").click();
        Locator box = bruno.page().locator("charla-lightbox dialog[open]");
        assertThat(box.locator(".caption")).hasText("The sea at dusk");
        bruno.page().keyboard().press("ArrowRight");
        assertThat(box.locator(".count")).containsText("2 de 2");
        bruno.page().keyboard().press("Escape");
        assertThat(box).hasCount(0);
        assertThat(bruno.button("Abrir imagen: The sea at dusk")).isFocused();
        assertThat(ana.complaints()).isEmpty();
        assertThat(bruno.complaints()).isEmpty();
    }

    private static Locator camera(Person person) {
        assertThat(person.page().locator("charla-composer .sources")).hasCount(1); // the camera was found
        person.button("Attach files").click();
        person.button("Take a photo").click();
        return person.page().locator("dialog.camera");
    }

    @Test
    void takesAPhotoWithTheCamera() {
        Person ana = person("ana", desk().setPermissions(List.of("camera"))).register();
        Person bruno = person("bruno", phone()).register();
        ana.openPrivate(bruno);
        Locator dialog = camera(ana);
        ana.button("Take photo").click();
        assertThat(dialog.locator("img")).isVisible();
        assertThat(Axe.seriousViolations(ana.page())).isEmpty();
        ana.button("Retake").click();
        ana.button("Take photo").click();
        ana.button("Use photo").click();
        assertThat(dialog).hasCount(0);
        assertThat(ana.page().locator("charla-composer .tray img")).hasCount(1);
        ana.say("This is me");
        bruno.open(ana.username());
        assertThat(bruno.message("This is me").locator("charla-picture img.there"))
                .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(TIMEOUT));
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    void explainsARefusedCamera() {
        Person ana = person("ana").register().open("Plaza");
        Locator dialog = camera(ana);
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("has no access to the camera");
        dialog.getByText("Cancel").click();
        assertThat(dialog).hasCount(0);
    }

    @Test
    void reservesTheSpaceOfAPictureWhileItLoads() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno);
        attach(ana, picture("sea.png", 900, 600));
        send(ana);
        bruno.page().route("**/thumb*", held -> {});
        bruno.page().route("**/view*", held -> {});
        bruno.open(ana.username());

        var place = bruno.page().locator("charla-message-log .tile").boundingBox();
        assertThat(place.width / place.height).isBetween(1.45, 1.55);
        assertThat(place.width).isGreaterThan(300);
    }

    @Test
    void downloadsAFileUnchanged() throws IOException {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno);
        byte[] bytes = "name,amount\nAna,3\n".getBytes(StandardCharsets.UTF_8);
        attach(ana, new FilePayload("budget.csv", "text/csv", bytes));
        send(ana);

        assertThat(bruno.chat(ana.username())).containsText("budget.csv");
        bruno.open(ana.username());
        var download = bruno.page()
                .waitForDownload(
                        () -> bruno.page().locator("charla-message-log a.card").click());
        assertThat(download.suggestedFilename()).isEqualTo("budget.csv");
        assertThat(download.createReadStream().readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void explainsFilesThatCannotBeSent() {
        Person ana = person("ana").register().open("Plaza");
        ana.page().evaluate("""
                () => {
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([new Uint8Array(51 * 1024 * 1024)], 'film.mp4'));
                  transfer.items.add(new File([], 'nothing.txt'));
                  window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
                }""");

        Locator notices = ana.page().locator("charla-composer .notices");
        assertThat(notices).containsText("film.mp4 is 51 MB");
        assertThat(notices).containsText("nothing.txt is empty");
        assertThat(ana.page().locator("charla-composer .tray li")).hasCount(0);
    }

    @Test
    void recordsPlaysAndSendsAVoiceMessage() {
        Person ana = person("ana", desk().setPermissions(List.of("microphone"))).register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno);
        ana.button("Record voice message").click();
        assertThat(ana.page().locator("charla-composer .elapsed")).hasText("0:02");
        ana.button("Stop and listen").click();
        ana.button("Play: Voice message").click();
        assertThat(ana.button("Pause: Voice message")).isVisible();
        ana.button("Send voice message").click();

        assertThat(bruno.chat(ana.username())).containsText(Pattern.compile("Voice message 0:0[2-4]"));
        bruno.open(ana.username());
        Locator slider = bruno.page().locator("charla-message-log [role=slider]");
        assertThat(slider.locator("i").first()).isVisible();
        bruno.button("Play: Voice message").click();
        assertThat(slider).not().hasAttribute("aria-valuenow", "0");
        slider.press("End");
        assertThat(bruno.button("Play: Voice message")).isVisible();
        assertThat(bruno.page().locator("charla-message-log charla-player .failed"))
                .hasCount(0);
        assertThat(ana.complaints()).isEmpty();
        assertThat(bruno.complaints()).isEmpty();
    }

    @Test
    void explainsARefusedMicrophone() {
        Person ana = person("ana").register().open("Plaza");
        ana.button("Record voice message").click();

        assertThat(ana.page().locator("charla-composer .notices")).containsText("has no access to the microphone");
        assertThat(ana.page().locator("charla-composer textarea")).isVisible();
    }

    @Test
    void resumesAnInterruptedUpload() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno);
        List<String> asked = new ArrayList<>();
        ana.page().onRequest(request -> {
            if (request.url().contains("/media/uploads")) {
                asked.add(request.method());
            }
        });
        attach(ana, new FilePayload("noise.bin", "application/octet-stream", noise(12)));
        ana.wire().cutAfter(5L * 1024 * 1024);
        ana.say("a large one");
        Locator progress = ana.page().locator("charla-upload-progress [role=progressbar]");
        assertThat(progress).hasAttribute("aria-valuenow", Pattern.compile("[1-9][0-9]?"));
        ana.page().waitForTimeout(1500);
        assertThat(ana.message("a large one").locator(".sending")).isVisible();
        ana.wire().join();

        eventually(bruno.open(ana.username()), "a large one");
        assertThat(asked.stream().filter("POST"::equals)).hasSize(1);
        assertThat(asked).contains("HEAD");
    }

    @Test
    void keepsAnUnsentPictureOverAReload() {
        Person ana = person("ana", deskWithServiceWorker()).register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno);
        attach(ana, picture("sea.png", 900, 600));
        ana.wire().cut();
        ana.say("from the tunnel");
        assertThat(ana.message("from the tunnel").locator("charla-picture img.there"))
                .hasCount(1);
        ana.wire().join();
        ana.page().reload();

        eventually(bruno.open(ana.username()), "from the tunnel");
        assertThat(bruno.message("from the tunnel").locator("charla-picture img.there"))
                .hasCount(1);
        ana.sees("from the tunnel");
    }

    @Test
    void cancelsAnUploadBeforeItIsSent() {
        Person ana = person("ana", deskWithServiceWorker()).register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno);
        attach(ana, picture("sea.png", 900, 600), new FilePayload("noise.bin", "application/octet-stream", noise(1)));
        ana.wire().cut();
        ana.say("only the picture");
        ana.button("Cancel sending noise.bin").click();
        ana.wire().join();

        eventually(bruno.open(ana.username()), "only the picture");
        assertThat(bruno.message("only the picture").locator("charla-picture")).hasCount(1);
        assertThat(bruno.message("only the picture").locator(".card")).hasCount(0);
    }

    @Test
    void showsSentMediaInTheGallery() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno);
        attach(ana, picture("sea.png", 900, 600));
        send(ana);
        attach(ana, new FilePayload("plan.txt", "text/plain", "north".getBytes(StandardCharsets.UTF_8)));
        send(ana);
        assertThat(ana.page().locator("charla-upload-progress")).hasCount(0);

        bruno.open(ana.username()).button("Details").click();
        Locator gallery = bruno.page().locator("charla-gallery");
        gallery.locator(".open").click();
        assertThat(gallery.locator("dialog[open] .count")).containsText("1 of 1");
        bruno.page().keyboard().press("Escape");
        gallery.locator("#files").click();
        assertThat(gallery.locator("a.card")).containsText("plan.txt");
        gallery.locator("#voices").click();
        assertThat(gallery).containsText("No voice messages");
    }

    @Test
    void repliesToAndDeletesAPicture() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno);
        attach(ana, picture("sea.png", 900, 600));
        send(ana);
        assertThat(bruno.chat(ana.username())).containsText("Photo");
        bruno.open(ana.username());
        Locator row = bruno.page().locator("charla-message-log .row").first();
        bruno.walkTo(row);
        bruno.page().keyboard().press("r");
        bruno.say("Where is that?");
        assertThat(ana.message("Where is that?").locator(".quote")).containsText("Photo");

        ana.walkTo(ana.page().locator("charla-message-log .row").first());
        ana.page().keyboard().press("Delete");
        assertThat(bruno.page().locator("charla-message-log charla-picture")).hasCount(0);
        assertThat(bruno.page().locator("charla-message-log .tombstone")).hasCount(1);
    }

    @Test
    void passesAxeInTheMediaViews() {
        for (Browser.NewContextOptions options : List.of(desk(), phone().setLocale("en-US"))) {
            Person ana =
                    person("ana", options.setPermissions(List.of("microphone"))).register();
            ana.open("Plaza");
            attach(ana, picture("sea.png", 900, 600));
            assertThat(ana.page().locator("charla-composer .tray img")).isVisible();
            assertThat(Axe.seriousViolations(ana.page())).isEmpty();
            send(ana);
            assertThat(ana.page().locator("charla-upload-progress")).hasCount(0);
            ana.page().locator("charla-message-log .open").last().click();
            assertThat(Axe.seriousViolations(ana.page())).isEmpty();
            ana.page().keyboard().press("Escape");
            ana.button("Record voice message").focus();
            ana.page().keyboard().press("Enter");
            assertThat(ana.button("Stop and listen")).isFocused();
            assertThat(Axe.seriousViolations(ana.page())).isEmpty();
            ana.button("Send voice message").click();
            assertThat(ana.page().locator("charla-message-log charla-player").last())
                    .isVisible();
            assertThat(Axe.seriousViolations(ana.page())).isEmpty();
        }
    }

    private static void attach(Person person, FilePayload... files) {
        person.page().locator("charla-composer input[name=file]").setInputFiles(files);
        assertThat(person.page().locator("charla-composer .tray li:not(.coming)"))
                .hasCount(files.length);
    }

    private static void send(Person person) {
        person.page().locator("charla-composer .box .send").click();
        assertThat(person.page().locator("charla-composer .tray")).hasCount(0);
    }

    private static void eventually(Person person, String text) {
        assertThat(person.message(text)).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(TIMEOUT));
    }

    private static byte[] noise(int megabytes) {
        byte[] bytes = new byte[megabytes * 1024 * 1024];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static FilePayload picture(String name, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, new Color(x * 255 / width, 80, y * 255 / height).getRGB());
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(name, "image/png", bytes.toByteArray());
    }
}
