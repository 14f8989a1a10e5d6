package app.charla.ui.security;

import app.charla.account.Preferences.Language;
import app.charla.ui.Labels;
import app.charla.ui.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page that is shown when the server, or its directory database, cannot be reached: the page of every view, with
 * nothing of any person in it. Its script shows the local copy of the address, and lets the server take over as soon as it
 * answers. The service worker keeps it in the browser.
 *
 * @see <a href="../../../../../../docs/decisions/055-navigation-without-a-server.md">decision 055</a>
 */
@Component
public class OfflinePage {

    /** The page as built; there is none where Vite's development server delivers the modules. */
    private static final Resource BUILT = new ClassPathResource("META-INF/VAADIN/webapp/index.html");

    private static final String WITHOUT_BUILD =
            "<!doctype html><html><head></head><body><div id=outlet></div></body></html>";
    private static final List<String> TEXTS = List.of("offline.", "nav.", "conversation.back");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final byte[] html;

    OfflinePage(Texts texts) {
        html = page(texts).outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the page in UTF-8. */
    public byte[] html() {
        return html.clone();
    }

    /** Returns the content security policy to send with the page. */
    public static String contentPolicy() {
        return ContentPolicy.OF_OFFLINE_PAGE;
    }

    private static Document page(Texts texts) {
        Document page = Jsoup.parse(built());
        Element html = page.expectFirst("html");
        html.attr("lang", Language.ES.tag()).attr("data-offline", "");
        Element head = page.head();
        // The page stands for any address: what it names is found from the root.
        head.prependElement("base").attr("href", "/");
        head.select("meta[name=viewport]").remove();
        meta(
                head,
                "viewport",
                "width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content");
        meta(head, "color-scheme", "light dark");
        head.appendElement("title").text("Charla");
        link(head, "icon", "/icons/icon.svg");
        link(head, "manifest", "/manifest.webmanifest");
        link(head, "stylesheet", "/styles.css");
        head.appendElement("style").id("charla-accent");
        head.appendElement("script")
                .attr("type", "application/json")
                .id("charla-offline-texts")
                .appendText(JSON.writeValueAsString(byLanguage(texts)));
        return page;
    }

    private static void meta(Element head, String name, String content) {
        head.appendElement("meta").attr("name", name).attr("content", content);
    }

    private static void link(Element head, String rel, String address) {
        head.appendElement("link").attr("rel", rel).attr("href", address);
    }

    private static Map<String, Map<String, String>> byLanguage(Texts texts) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            all.put(language.tag(), Labels.texts(texts, TEXTS, Texts.localeOf(language)));
        }
        return all;
    }

    private static String built() {
        try {
            return BUILT.exists() ? BUILT.getContentAsString(StandardCharsets.UTF_8) : WITHOUT_BUILD;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
