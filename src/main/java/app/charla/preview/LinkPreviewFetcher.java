package app.charla.preview;

import app.charla.account.RateLimit;
import app.charla.core.AccountId;
import app.charla.core.LiveEvent;
import app.charla.core.MessageId;
import app.charla.core.SpaceId;
import app.charla.core.TooManyRequestsException;
import app.charla.message.FirstLink;
import app.charla.message.LinkPreviewService;
import app.charla.message.Message;
import app.charla.message.MessageChanged;
import app.charla.message.MessagePosted;
import app.charla.space.SpaceSettingsService;
import app.charla.storage.SpaceCommitted;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fetches link previews in the background, after the messages are committed. While the queue is full, new links get no
 * preview. No address is logged.
 *
 * @see <a href="../../../../../docs/decisions/033-link-previews.md">decision 033</a>
 */
@Component
class LinkPreviewFetcher {

    private static final Logger log = LoggerFactory.getLogger(LinkPreviewFetcher.class);

    private static final int MAX_CONCURRENT = 4;
    private static final int MAX_QUEUED = 200;

    private record TextVersion(SpaceId space, MessageId message, int version) {}

    private final PreviewProperties settings;
    private final PageMetadataCache pages;
    private final LinkPreviewService previews;
    private final SpaceSettingsService spaces;
    private final String ownHost;
    private final RateLimit<AccountId> limit;

    /** Texts whose link was fetched already: a reaction changes a message, too. */
    private final Cache<TextVersion, Boolean> processed = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            MAX_CONCURRENT,
            MAX_CONCURRENT,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_QUEUED),
            Thread.ofPlatform().daemon().name("link-preview-", 0).factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    LinkPreviewFetcher(
            PreviewProperties settings,
            PageMetadataCache pages,
            LinkPreviewService previews,
            SpaceSettingsService spaces,
            @Value("${charla.public-url:}") String publicUrl) {
        this.settings = settings;
        this.pages = pages;
        this.previews = previews;
        this.spaces = spaces;
        this.ownHost = FirstLink.find(publicUrl).map(URI::getHost).orElse("");
        this.limit = new RateLimit<>(settings.burst(), settings.perMinute(), Duration.ofMinutes(1));
        workers.allowCoreThreadTimeOut(true);
    }

    @EventListener
    void on(SpaceCommitted committed) {
        if (settings.on()) {
            committed.events().forEach(event -> enqueue(committed.space(), event));
        }
    }

    private void enqueue(SpaceId space, LiveEvent event) {
        if (event instanceof MessagePosted posted) {
            enqueue(space, posted.message());
        } else if (event instanceof MessageChanged changed && changed.message().editedAt() != null) {
            enqueue(space, changed.message());
        }
    }

    private void enqueue(SpaceId space, Message message) {
        boolean hasLink = message.kind() == Message.Kind.TEXT
                && message.preview() == null
                && FirstLink.mayHaveLink(message.text());
        var version = new TextVersion(space, message.id(), message.version());
        if (hasLink && processed.asMap().putIfAbsent(version, true) == null) {
            workers.execute(() -> preview(space, message));
        }
    }

    private void preview(SpaceId space, Message message) {
        try {
            FirstLink.find(message.text())
                    .filter(link -> !link.getHost().equals(ownHost)
                            && spaces.of(space).previews()
                            && isAllowed(message.sender()))
                    .flatMap(pages::metadata)
                    .ifPresent(found -> previews.add(space, message, found));
        } catch (RuntimeException failure) {
            log.debug(
                    "fetching a link preview in space {} failed: {}",
                    space,
                    failure.getClass().getSimpleName());
        }
    }

    private boolean isAllowed(AccountId sender) {
        if (settings.limited()) {
            try {
                limit.consume(sender);
            } catch (TooManyRequestsException tooMany) {
                return false;
            }
        }
        return true;
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}
