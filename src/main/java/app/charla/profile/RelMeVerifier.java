package app.charla.profile;

import app.charla.core.AccountId;
import app.charla.fetch.PageFetcher;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Pages that say of themselves that they are somebody's here: they link to the person with {@code rel="me"}.
 *
 * @see <a href="https://microformats.org/wiki/rel-me">rel-me</a>
 */
@Component
class RelMeVerifier {

    private final PageFetcher web;
    private final String site;

    RelMeVerifier(
            PageFetcher web,
            @Value("${charla.public-url:}") String publicUrl,
            @Value("${server.port:8080}") String port) {
        this.web = web;
        // Never what a request says of itself: a page could be made to link to anywhere.
        this.site = publicUrl.isBlank() ? "http://localhost:" + port : publicUrl;
    }

    /** What a page is to link to. */
    String backlink(AccountId person) {
        return site + "/people/" + person;
    }

    /**
     * Whether a page links back to the person. One that leads on to another site says nothing of the first.
     *
     * @throws app.charla.fetch.UnfetchableException if there is no such page
     */
    boolean linksBack(URI page, AccountId person) {
        Document found = web.fetch(page);
        String wanted = backlink(person);
        return LinkAddress.isSameSite(page, URI.create(found.location()))
                && found.select("a[href][rel], link[href][rel]").stream()
                        .anyMatch(link -> isMe(link) && LinkAddress.isSame(link.absUrl("href"), wanted));
    }

    private static boolean isMe(Element link) {
        return List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")).contains("me");
    }
}
