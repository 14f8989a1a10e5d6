package app.charla.ui.shell;

import app.charla.ui.Addresses;
import app.charla.ui.CurrentPage;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The first paint of a signed-in page: a skeleton of the app in the page itself, with rail, list and composer where they
 * will be. The page's script removes it when the first view is there ({@code offline/navigation.ts}).
 */
final class FirstPaint {

    private static final String ID = "charla-first-paint";
    private static final int ROWS = 8;
    private static final List<String> SECTIONS = List.of("", "s", "people", Addresses.SPACES, Addresses.SETTINGS);

    private FirstPaint() {}

    /** Adds the skeleton to a page with the layout of the {@link Shell}; to no other. */
    static void applyTo(Document page, CurrentPage currentPage) {
        if (SECTIONS.stream().noneMatch(currentPage::isUnder)) {
            return;
        }
        boolean isChat = currentPage.isChat();
        boolean isPage = currentPage.isPage() && !currentPage.isUnder("");
        Element shell =
                page.body().appendElement("div").id(ID).addClass("shell").attr("aria-hidden", "true");
        shell.addClass(isChat ? "chat-open" : isPage ? "page-open" : "list-open");
        shell.appendElement("div").addClass("security-notice");
        shell.appendElement("div").addClass("rail").appendElement("i").addClass("avatar");
        Element list = shell.appendElement("div").addClass("list-pane");
        list.appendElement("div").addClass("list-heading").appendElement("i");
        Element rows = list.appendElement("div").addClass("skeletons");
        for (int row = 0; row < ROWS; row++) {
            rows.appendElement("i");
        }
        Element content = shell.appendElement("div").addClass("content");
        if (isChat) {
            content.appendElement("div").addClass("conversation-head");
            content.appendElement("i").addClass("composer");
        }
        shell.appendElement("div").addClass("bottom-bar");
    }
}
