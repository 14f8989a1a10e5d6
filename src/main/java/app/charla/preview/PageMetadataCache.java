package app.charla.preview;

import app.charla.fetch.PageFetcher;
import app.charla.fetch.UnfetchableException;
import app.charla.message.LinkPreview;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.net.IDN;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * The metadata of web pages, fetched and cached: for a day, or for ten minutes if a page has none. Thread-safe.
 *
 * @see <a href="https://ogp.me/">The Open Graph protocol</a>
 */
@Component
class PageMetadataCache {

    private static final int CACHE_SIZE = 2_000;
    private static final Duration FOUND_TTL = Duration.ofDays(1);
    private static final Duration NOT_FOUND_TTL = Duration.ofMinutes(10);

    private static final int MAX_SITE_LENGTH = 80;
    private static final int MAX_TITLE_LENGTH = 200;
    private static final int MAX_DESCRIPTION_LENGTH = 300;

    private final PageFetcher web;
    private final Cache<URI, Optional<LinkPreview>> cache = Caffeine.newBuilder()
            .maximumSize(CACHE_SIZE)
            .expireAfter(Expiry.<URI, Optional<LinkPreview>>writing(
                    (page, metadata) -> metadata.isPresent() ? FOUND_TTL : NOT_FOUND_TTL))
            .build();

    PageMetadataCache(PageFetcher web) {
        this.web = web;
    }

    /** Returns the metadata of a page; empty if it cannot be fetched or has no title. Blocks while it is fetched. */
    Optional<LinkPreview> metadata(URI address) {
        return cache.get(address, this::fetch);
    }

    private Optional<LinkPreview> fetch(URI address) {
        try {
            return read(address, web.fetch(address));
        } catch (UnfetchableException missing) {
            return Optional.empty();
        }
    }

    private static Optional<LinkPreview> read(URI address, Document page) {
        String title = first(MAX_TITLE_LENGTH, meta(page, "og:title"), meta(page, "twitter:title"), page.title());
        if (title.isEmpty()) {
            return Optional.empty();
        }
        String description = first(
                MAX_DESCRIPTION_LENGTH,
                meta(page, "og:description"),
                meta(page, "twitter:description"),
                meta(page, "description"));
        String host = IDN.toUnicode(address.getHost()).replaceFirst("^www\\.", "");
        String site = first(MAX_SITE_LENGTH, meta(page, "og:site_name"), host);
        return Optional.of(new LinkPreview(address.toString(), site, title, description));
    }

    private static String meta(Document page, String name) {
        Element found = page.selectFirst("meta[property=" + name + "], meta[name=" + name + "]");
        return found == null ? "" : found.attr("content");
    }

    private static String first(int maxLength, String... candidates) {
        return Stream.of(candidates)
                .map(PageMetadataCache::plain)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .map(each -> truncate(each, maxLength))
                .orElse("");
    }

    /** Returns the text on one line, without characters that change the writing direction. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\s\\u2028\\u2029]+", " ")
                .replaceAll("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
    }

    private static String truncate(String text, int maxLength) {
        return text.codePointCount(0, text.length()) <= maxLength
                ? text
                : text.substring(0, text.offsetByCodePoints(0, maxLength - 1)).strip() + "…";
    }
}
