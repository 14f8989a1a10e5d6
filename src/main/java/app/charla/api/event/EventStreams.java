package app.charla.api.event;

import app.charla.account.Session;
import app.charla.account.SessionService;
import app.charla.account.SessionsEnded;
import app.charla.api.BearerFilter;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.message.Catchup;
import app.charla.message.CatchupService;
import app.charla.presence.Lease;
import app.charla.presence.PresenceService;
import app.charla.realtime.MessageBroadcaster;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final MessageBroadcaster broadcaster;
    private final CatchupService catchups;
    private final SessionService sessions;
    private final PresenceService presences;
    private final EventEncoder encoder;
    private final StreamLimit limit;
    private final Clock clock;

    EventStreams(
            MessageBroadcaster broadcaster,
            CatchupService catchups,
            SessionService sessions,
            PresenceService presences,
            EventEncoder encoder,
            StreamLimit limit,
            Clock clock) {
        this.broadcaster = broadcaster;
        this.catchups = catchups;
        this.sessions = sessions;
        this.presences = presences;
        this.encoder = encoder;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * Opens a stream as the response to a request.
     *
     * @param lastEventId the journal position up to which the client has the events; null to start now
     * @param watched people whose presence it sends
     * @throws app.charla.core.TooManyRequestsException if the session has too many streams
     */
    void open(
            Session session,
            Actor actor,
            @Nullable String lastEventId,
            List<AccountId> watched,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        limit.acquire(session.id());
        var stream = new EventStream(session, clock.instant(), encoder, this::onEnd);
        open.add(stream);
        try {
            stream.setSubscription(broadcaster.subscribe(actor, stream));
            start(stream, actor, lastEventId);
            Lease lease = presences.open(actor, stream::sendPresences);
            stream.setLease(lease);
            stream.sendPresences(lease.watch(watched));
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

    private void onEnd(EventStream stream) {
        open.remove(stream);
        limit.release(stream.session());
    }

    /** To the client this is an ordinary response that ends with its connection. */
    private static void sendHead(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setHeader("X-Accel-Buffering", "no"); // otherwise nginx buffers events
        response.flushBuffer();
    }

    private void start(EventStream stream, Actor actor, @Nullable String lastEventId) {
        if (lastEventId == null) {
            long position = catchups.position(actor);
            stream.start(position, EventEncoder.position(position));
            return;
        }
        Catchup missed = catchups.since(actor, position(lastEventId));
        byte[] replay = missed.complete() ? encoder.encode(missed.events()) : EventEncoder.resync(missed.position());
        stream.start(missed.position(), replay);
    }

    /** Parses a position; one that is not ours is treated as one that the journal no longer has. */
    private static long position(String lastEventId) {
        try {
            return Long.parseLong(lastEventId);
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }

    @EventListener
    void on(SessionsEnded ended) {
        open.stream()
                .filter(stream -> ended.sessions().contains(stream.session()))
                .forEach(EventStream::end);
    }

    /** Each stream has its own phase in the interval, so they do not all write at the same time. */
    @Scheduled(fixedRate = 1_000)
    void heartbeat() {
        Instant now = clock.instant();
        open.forEach(stream -> stream.heartbeat(now));
    }
}
