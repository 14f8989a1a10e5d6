package app.charla.api.event;

import app.charla.account.Session;
import app.charla.account.SessionService;
import app.charla.account.SessionsEnded;
import app.charla.api.BearerFilter;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.presence.Lease;
import app.charla.presence.PresenceService;
import app.charla.space.SpaceEntered;
import app.charla.space.SpaceService;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Registry of open event streams: opens them, sends heartbeats on one timer, and ends them with their session. */
@Component
class EventStreams {

    /**
     * Parameters of a request for a stream.
     *
     * @param lastEventId the {@code id} of the last event that it has; null to start now
     * @param watched people whose presence it wants
     */
    record Wanted(Session session, @Nullable String lastEventId, EventFilter filter, List<AccountId> watched) {}

    /** Starts the feeds of a stream. */
    @FunctionalInterface
    private interface Start {
        void feeds(EventStream stream);
    }

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

    /** The slugs that the streams of several spaces are limited to; all of the account's spaces if empty. */
    private final Map<EventStream, Set<String>> slugs = new ConcurrentHashMap<>();

    private final SpaceFeeds feeds;
    private final SpaceService spaces;
    private final SessionService sessions;
    private final PresenceService presences;
    private final EventEncoder encoder;
    private final StreamLimit limit;
    private final Clock clock;

    EventStreams(
            SpaceFeeds feeds,
            SpaceService spaces,
            SessionService sessions,
            PresenceService presences,
            EventEncoder encoder,
            StreamLimit limit,
            Clock clock) {
        this.feeds = feeds;
        this.spaces = spaces;
        this.sessions = sessions;
        this.presences = presences;
        this.encoder = encoder;
        this.limit = limit;
        this.clock = clock;
    }

    /** Opens the stream of one space as the response to a request. */
    void open(Wanted wanted, Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Long position = wanted.lastEventId() == null ? null : (Long) SpaceCursor.parse(wanted.lastEventId());
        var queue = new EventQueue(encoder, wanted.filter(), new SpaceCursor());
        var stream = new EventStream(wanted.session(), true, clock.instant(), encoder, queue, this::remove);
        open(stream, wanted, actor, it -> feeds.startOnly(it, actor, position), request, response);
    }

    /**
     * Opens the stream of all spaces of the caller, or of some, as the response to a request.
     *
     * @param only the slugs of the spaces; empty for all
     * @throws NotFoundException if the caller is in no space of one of the slugs
     * @throws app.charla.core.TooManyRequestsException if the session has too many streams
     */
    void openAll(Wanted wanted, Set<String> only, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        AccountId account = wanted.session().account();
        only.forEach(slug -> spaces.space(account, slug));
        List<Actor> present = actors(account, only);
        Instant now = clock.instant(); // after the caller became a member of the home space
        String last = wanted.lastEventId();
        SpacesCursor known = last == null ? null : SpacesCursor.parse(last).orElse(null);
        var cursor = known == null ? new SpacesCursor(now) : known;
        var queue = new EventQueue(encoder, wanted.filter(), cursor);
        var stream = new EventStream(wanted.session(), false, now, encoder, queue, this::remove);
        Start start = last == null ? it -> feeds.startAll(it, present) : it -> feeds.resumeAll(it, present, known, now);
        open(stream, wanted, spaces.enterHome(account), start, request, response);
        slugs.put(stream, only);
        actors(account, only).forEach(actor -> feeds.enter(stream, actor)); // entered meanwhile
    }

    private List<Actor> actors(AccountId account, Set<String> only) {
        return spaces.spaces(account).stream()
                .filter(space -> space.isReady() && (only.isEmpty() || only.contains(space.slug())))
                .flatMap(space -> enter(account, space.slug()).stream())
                .toList();
    }

    private Optional<Actor> enter(AccountId account, String slug) {
        try {
            return Optional.of(spaces.enter(account, slug));
        } catch (NotFoundException leftMeanwhile) {
            return Optional.empty();
        }
    }

    private void open(
            EventStream stream,
            Wanted wanted,
            Actor watcher,
            Start start,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        limit.acquire(wanted.session().id());
        open.add(stream);
        try {
            start.feeds(stream);
            stream.start();
            Lease lease = presences.open(watcher, stream::sendPresences);
            stream.setLease(lease);
            stream.sendPresences(lease.watch(wanted.watched()));
        } catch (RuntimeException failure) {
            stream.end();
            throw failure;
        }
        request.upgrade(EventConnection.class).attach(stream);
        sendHead(response);
        if (BearerFilter.session(request, sessions).isEmpty()) {
            stream.end(); // it ended while the stream was opened, too early for the event listener
        }
    }

    private void remove(EventStream stream) {
        open.remove(stream);
        slugs.remove(stream);
        limit.release(stream.session().id());
    }

    /** To the client this is an ordinary response that ends with its connection. */
    private static void sendHead(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setHeader("X-Accel-Buffering", "no"); // otherwise nginx buffers events
        response.flushBuffer();
    }

    @EventListener
    void on(SessionsEnded ended) {
        open.stream()
                .filter(stream -> ended.sessions().contains(stream.session().id()))
                .forEach(EventStream::end);
    }

    /** Adds a space to the open streams of whoever joined it. */
    @EventListener
    void on(SpaceEntered entered) {
        Actor actor = entered.actor();
        String slug = spaces.space(actor).slug();
        slugs.forEach((stream, only) -> {
            if (stream.session().account().equals(actor.account()) && (only.isEmpty() || only.contains(slug))) {
                feeds.enter(stream, actor);
            }
        });
    }

    /** Each stream has its own phase in the interval, so they do not all write at the same time. */
    @Scheduled(fixedRate = 1_000)
    void heartbeat() {
        Instant now = clock.instant();
        open.forEach(stream -> stream.heartbeat(now));
    }
}
