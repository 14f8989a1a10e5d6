package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.charla.account.ProfileDirectory;
import app.charla.core.Actor;
import app.charla.message.ConversationList;
import app.charla.message.LinkPreview;
import app.charla.message.LinkPreviewService;
import app.charla.message.Message;
import app.charla.space.SpaceService;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Link previews, on a desktop and on a phone; other tests cover fetching. */
class LinkPreviewIT extends BrowserTest {

    private static final String LINK = "https://site.example/mountains";

    @Override
    RunningCharla server() {
        return ownServer(Map.of("charla.preview.on", "off"));
    }

    private Message last(Person person) {
        var id = charla().bean(ProfileDirectory.class)
                .getByUsernames(List.of(person.username()))
                .getFirst()
                .id();
        Actor actor = charla().bean(SpaceService.class).enterHome(id);
        return Objects.requireNonNull(charla().bean(ConversationList.class).conversations(actor).stream()
                .filter(each -> "Trip".equals(each.chat().name()))
                .findFirst()
                .orElseThrow()
                .last());
    }

    private void found(Person sender, String title, String description) {
        Message message = last(sender);
        var home = charla().bean(SpaceService.class).home().id();
        charla().bean(LinkPreviewService.class)
                .add(home, message, new LinkPreview(LINK, "Mountains & more", title, description));
    }

    @Test
    void showsALinkPreviewThatItsSenderCanRemove() {
        Person ana = person("ana").register();
        Person bruno = person("bruno", phone()).register();
        ana.openGroup("Trip", bruno).say("Shall we? " + LINK);
        bruno.open("Trip").sees("Shall we?");

        found(ana, "The highest <b>mountains</b>", "Eight of them, and how to get there by train. ".repeat(6));

        Locator card = bruno.message("Shall we?").locator(".preview");
        assertThat(card).containsText("Mountains & more · site.example");
        assertThat(card).containsText("The highest <b>mountains</b>");
        assertThat(card.locator("a")).hasAttribute("href", LINK);
        assertThat(card.locator("button")).hasCount(0);
        Locator own = ana.message("Shall we?").locator(".preview");
        assertThat(own).isVisible();
        photograph(ana, "preview-desk");
        photograph(bruno, "preview-phone");

        own.locator("button").click();
        assertThat(own).hasCount(0);
        assertThat(card).hasCount(0);
        assertThat(ana.complaints()).isEmpty();
        assertThat(bruno.complaints()).isEmpty();
    }

    private static void photograph(Person person, String name) {
        person.page()
                .screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screens", name + ".png")));
    }
}
