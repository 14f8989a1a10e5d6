package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SearchIT extends BrowserTest {

    private static final int IN_BETWEEN = 60;

    @Test
    void searchesAndReturnsByKeyboard() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno).say("The train leaves at nine");
        for (int i = 0; i < IN_BETWEEN; i++) {
            ana.say("Line " + i);
        }
        ana.sees("Line " + (IN_BETWEEN - 1));

        Page page = ana.page();
        page.keyboard().press("Control+k");
        page.keyboard().type("trai");
        assertThat(page.locator(".search-on a")).hasText(Pattern.compile("Search messages for “trai”"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".hits mark")).hasText("trai");

        page.locator("#search-words").fill("from:me train");
        page.keyboard().press("Enter");
        page.waitForURL("**/search?q=from*"); // what was found before has one hit, too
        Locator hit = page.locator(".hits a");
        assertThat(hit).hasCount(1);
        hit.press("Enter");
        page.waitForURL("**/c/*?m=*");
        assertThat(page.locator("charla-message-log").getByText("The train leaves at nine"))
                .isInViewport();

        page.goBack();
        assertThat(page.locator("#search-words")).hasValue("from:me train");
        assertThat(hit).hasCount(1);
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    void opensPeopleAndChatsFromSearch() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        Page page = ana.page();
        page.keyboard().press("Control+k");
        page.keyboard().type(bruno.username());
        page.locator(".rows button").click();
        assertThat(page.locator(".conversation-head h2")).hasText(bruno.username());
        assertThat(page.locator("charla-chat-list input")).hasValue("");

        page.keyboard().press("Control+k");
        page.keyboard().type("settin");
        assertThat(page.locator(".rows a").first()).hasText("Settings");
        page.keyboard().press("Enter");
        page.waitForURL("**/settings**");
    }
}
