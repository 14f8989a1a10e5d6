package app.charla.api.event;

import app.charla.account.Session;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.presence.Lease;
import app.charla.presence.Presence;
import app.charla.realtime.Delivery;
import app.charla.realtime.Signal;
import app.charla.realtime.Subscriber;
import app.charla.realtime.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One client's stream. What is to go out waits in a queue that one thread at a time empties into the connection without
 * ever waiting for it: when the connection takes no more, it calls when it does. So a stream holds no thread,
 * and a slow reader delays nobody; what waits for it is bounded.
 *
 * <p>The connection is not closed while a thread is writing to it: that thread closes it on its way out.
 */
final class EventStream implements Subscriber {

    static final Duration BEAT = Duration.ofSeconds(20);

    /** More than this waiting means that the client does not keep up: it starts anew when it can. */
    private static final int MAX_WAITING_BYTES = 512 * 1024;

    /** A client that takes nothing for so many beats is not there any more. */
    private static final int MAX_SILENT_BEATS = 3;

    private static final byte[] HEARTBEAT = EventEncoder.heartbeat();

    private final UUID session;
    private final Instant expiresAt;
    private final EventEncoder encoder;
    private final Consumer<EventStream> onEnd;

    // All below is guarded by this, but the connection is never touched while it is held.

    private final Queue<byte[]> waiting = new ArrayDeque<>(1);
    private int waitingBytes;
    private @Nullable List<Delivery> early = new ArrayList<>(0); // until it has begun
    private @Nullable Subscription subscription;
    private @Nullable Lease lease;
    private long cursor;
    private Instant nextBeat;
    private int silentBeats;
    private @Nullable EventConnection connection;
    private boolean writing = true; // somebody empties the queue, or will when the connection is ready: so at first
    private boolean inside; // a thread is at the connection
    private boolean again;
    private boolean ending;
    private boolean ended;

    EventStream(Session session, Instant now, EventEncoder encoder, Consumer<EventStream> onEnd) {
        this.session = session.id();
        this.expiresAt = session.expiresAt();
        this.nextBeat = now.plus(BEAT);
        this.encoder = encoder;
        this.onEnd = onEnd;
    }

    UUID session() {
        return session;
    }

    synchronized void subscribed(Subscription own) {
        subscription = own;
    }

    /** Who reads the stream is there as long as it is read. */
    synchronized void leased(Lease own) {
        lease = own;
    }

    /** Tells what became another with those whom the client watches. */
    void tell(List<Presence> news) {
        whisper(encoder.presences(news));
    }

    /**
     * Starts with what was missed; then comes what was delivered meanwhile and is newer.
     *
     * @param position up to where the journal is told by that
     */
    void begin(long position, byte[] missed) {
        synchronized (this) {
            cursor = position;
            add(missed);
            List<Delivery> held = early == null ? List.of() : early;
            early = null;
            held.forEach(this::take);
        }
    }

    /** The head of the answer is out, and the connection is ready for the first bytes. */
    void connected(EventConnection own) {
        boolean over;
        synchronized (this) {
            connection = own;
            over = ended;
        }
        if (over) {
            own.close();
        } else {
            proceed();
        }
    }

    @Override
    public boolean isQuick() {
        return true;
    }

    @Override
    public void deliver(Delivery delivery) {
        synchronized (this) {
            if (early != null) {
                early.add(delivery);
                return;
            }
            take(delivery);
        }
        write();
    }

    @Override
    public boolean listensTo(ChatId chat) {
        return true;
    }

    @Override
    public void hear(Signal signal) {
        whisper(encoder.encode(signal));
    }

    /** Whoever does not keep up misses it. */
    private void whisper(byte[] frame) {
        synchronized (this) {
            if (early != null || waitingBytes + frame.length > MAX_WAITING_BYTES) {
                return;
            }
            add(frame);
        }
        write();
    }

    @Override
    public void resync() {
        synchronized (this) {
            startAnew();
        }
        write();
    }

    @Override
    public void shutOut() {
        end();
    }

    /** Keeps the connection alive, and ends it when its session has run out or nobody reads it. */
    void beat(Instant now) {
        boolean over;
        Lease read;
        synchronized (this) {
            if (now.isBefore(nextBeat)) {
                return;
            }
            nextBeat = now.plus(BEAT);
            silentBeats = waiting.isEmpty() ? 0 : silentBeats + 1;
            over = silentBeats > MAX_SILENT_BEATS || !now.isBefore(expiresAt);
            read = silentBeats == 0 ? lease : null;
            if (waiting.isEmpty()) {
                add(HEARTBEAT);
            }
        }
        if (read != null) {
            read.beat(true);
        }
        if (over) {
            end();
        } else {
            write();
        }
    }

    /** Closes the stream, also one whose client reads nothing. */
    void end() {
        synchronized (this) {
            ending = true;
            if (inside) {
                return; // whoever it is will see
            }
        }
        close();
    }

    private void take(Delivery delivery) {
        if (delivery.position() <= cursor) {
            return;
        }
        byte[] frames = delivery.events().getFirst().position() > cursor
                ? delivery.encoded(encoder::encode)
                : encoder.encode(newer(delivery.events()));
        if (waitingBytes + frames.length > MAX_WAITING_BYTES) {
            startAnew();
        } else {
            add(frames);
        }
        cursor = delivery.position();
    }

    private List<LiveEvent> newer(List<LiveEvent> events) {
        return events.stream().filter(event -> event.position() > cursor).toList();
    }

    private void startAnew() {
        waiting.clear();
        waitingBytes = 0;
        add(EventEncoder.resync(cursor));
    }

    private void add(byte[] frames) {
        waiting.add(frames);
        waitingBytes += frames.length;
    }

    private void write() {
        synchronized (this) {
            if (writing || ended) {
                return;
            }
            writing = true;
        }
        proceed();
    }

    /** Empties the queue into the connection, also when it takes bytes again. */
    void proceed() {
        synchronized (this) {
            if (inside) {
                again = true; // it was about to leave, and has to look once more
                return;
            }
            inside = true;
        }
        do {
            empty();
        } while (staysInside());
        if (isEnding()) {
            close();
        }
    }

    private synchronized boolean staysInside() {
        inside = again && !ending;
        again = false;
        return inside;
    }

    private synchronized boolean isEnding() {
        return ending;
    }

    private void empty() {
        EventConnection out = connection();
        try {
            do {
                for (byte[] next = next(); next != null; next = next()) {
                    if (!out.write(next)) {
                        return; // writing stays set until the connection says that it goes on
                    }
                }
                if (!out.flush()) {
                    return;
                }
            } while (!done());
        } catch (IOException gone) {
            end();
        }
    }

    private synchronized byte @Nullable [] next() {
        byte[] next = waiting.poll();
        waitingBytes -= next == null ? 0 : next.length;
        return next;
    }

    /** From here on whoever has something to write does it. False if there is something after all. */
    private synchronized boolean done() {
        writing = !waiting.isEmpty();
        return !writing;
    }

    private void close() {
        Subscription own;
        Lease left;
        EventConnection out;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            waiting.clear();
            left = lease;
            own = subscription;
            out = connection;
        }
        onEnd.accept(this);
        if (own != null) {
            own.close();
        }
        if (left != null) {
            left.close();
        }
        if (out != null) {
            out.close();
        }
    }

    private synchronized EventConnection connection() {
        return Objects.requireNonNull(connection);
    }
}
