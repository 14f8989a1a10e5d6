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
 * Verifies that a page links back to a profile with {@code rel="me"}.
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
        // Never the host of a request, which its sender chooses.
        this.site = publicUrl.isBlank() ? "http://localhost:" + port : publicUrl;
    }

    /** Returns the URL of the profile, to which a page must link. */
    String backlink(AccountId person) {
        return site + "/people/" + person;
    }

    /**
     * Whether a page links back to the person. Blocks while it is fetched. A redirect to another site counts as no.
     *
     * @throws app.charla.fetch.UnfetchableException if it cannot be fetched
     */
    boolean linksBack(URI page, AccountId person) {
        Document document = web.fetch(page);
        String expected = backlink(person);
        return LinkAddress.isSameSite(page, URI.create(document.location()))
                && document.select("a[href][rel], link[href][rel]").stream()
                        .anyMatch(link -> isMe(link) && LinkAddress.isSame(link.absUrl("href"), expected));
    }

    private static boolean isMe(Element link) {
        return List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")).contains("me");
    }
}
