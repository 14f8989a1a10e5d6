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

/** The open streams. One timer keeps all of them alive, and ends those whose session has run out. */
@Component
class EventStreams {

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final MessageBroadcaster broadcaster;
    private final CatchupService catchups;
    private final SessionService sessions;
    private final PresenceService presences;
    private final EventEncoder encoder;
    private final Clock clock;

    EventStreams(
            MessageBroadcaster broadcaster,
            CatchupService catchups,
            SessionService sessions,
            PresenceService presences,
            EventEncoder encoder,
            Clock clock) {
        this.broadcaster = broadcaster;
        this.catchups = catchups;
        this.sessions = sessions;
        this.presences = presences;
        this.encoder = encoder;
        this.clock = clock;
    }

    /**
     * Answers a request with a stream.
     *
     * @param lastEventId up to where the client has seen the journal, as it says; null for one that begins now
     * @param watched whose presence it tells
     */
    void open(
            Session session,
            Actor actor,
            @Nullable String lastEventId,
            List<AccountId> watched,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var stream = new EventStream(session, clock.instant(), encoder, open::remove);
        open.add(stream);
        stream.subscribed(broadcaster.subscribe(actor, stream));
        try {
            begin(stream, actor, lastEventId);
            Lease lease = presences.open(actor, stream::tell);
            stream.leased(lease);
            stream.tell(lease.watch(watched));
        } catch (RuntimeException failure) {
            stream.end();
            throw failure;
        }
        request.upgrade(EventConnection.class).carry(stream);
        sendHead(response);
        if (BearerFilter.session(request, sessions).isEmpty()) {
            stream.end(); // while it was being opened: nobody would tell it any more
        }
    }

    /** For the client this is an ordinary answer that ends when its connection does. */
    private static void sendHead(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setHeader("X-Accel-Buffering", "no"); // nginx would hold events back to fill its buffer
        response.flushBuffer();
    }

    private void begin(EventStream stream, Actor actor, @Nullable String lastEventId) {
        if (lastEventId == null) {
            long now = catchups.position(actor);
            stream.begin(now, EventEncoder.position(now));
            return;
        }
        Catchup missed = catchups.since(actor, position(lastEventId));
        byte[] replay = missed.complete() ? encoder.encode(missed.events()) : EventEncoder.resync(missed.position());
        stream.begin(missed.position(), replay);
    }

    /** What no journal has given out is answered like what it no longer has. */
    private static long position(String lastEventId) {
        try {
            return Long.parseLong(lastEventId);
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    @EventListener
    void on(SessionsEnded ended) {
        open.stream()
                .filter(stream -> ended.sessions().contains(stream.session()))
                .forEach(EventStream::end);
    }

    /** Each stream has its own moment in every twenty seconds: they do not all write at once. */
    @Scheduled(fixedRate = 1_000)
    void beat() {
        Instant now = clock.instant();
        open.forEach(stream -> stream.beat(now));
    }
}
