package app.charla.api;

import app.charla.account.Session;
import app.charla.core.LiveEvent;
import app.charla.realtime.Delivery;
import app.charla.realtime.Subscriber;
import app.charla.realtime.Subscription;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's stream. What is to go out waits in a queue that one thread at a time empties into the connection without
 * ever waiting for it: when the connection takes no more, the container calls when it does. So a stream holds no thread,
 * and a slow reader delays nobody; what waits for it is bounded.
 *
 * <p>The connection must not be given back while a thread of ours is writing to it, since the container may reuse it for
 * somebody else at once. The container's own threads are safe: it waits for them itself.
 */
final class EventStream implements Subscriber, WriteListener {

    private static final Logger log = LoggerFactory.getLogger(EventStream.class);

    static final Duration BEAT = Duration.ofSeconds(20);

    /** More than this waiting means that the client does not keep up: it starts anew when it can. */
    private static final int MOST_WAITING_BYTES = 512 * 1024;

    /** A client that takes nothing for so many beats is not there any more. */
    private static final int PATIENCE = 3;

    private static final byte[] HEARTBEAT = EventEncoder.heartbeat();

    private final UUID session;
    private final Instant expiresAt;
    private final AsyncContext async;
    private final ServletOutputStream out;
    private final EventEncoder encoder;
    private final Consumer<EventStream> onEnd;

    // All below is guarded by this, but the connection is never touched while it is held.

    private final Queue<byte[]> waiting = new ArrayDeque<>(1);
    private int waitingBytes;
    private @Nullable List<Delivery> early = new ArrayList<>(0); // until it has begun
    private @Nullable Subscription subscription;
    private long cursor;
    private Instant nextBeat;
    private int silentBeats;
    private boolean writing = true; // somebody empties the queue, or the container will: it does at first
    private boolean ourThread; // the one emptying it is not the container's
    private boolean unflushed;
    private boolean ending;
    private boolean ended;

    EventStream(Session session, Instant now, AsyncContext async, EventEncoder encoder, Consumer<EventStream> onEnd)
            throws IOException {
        this.session = session.id();
        this.expiresAt = session.expiresAt();
        this.nextBeat = now.plus(BEAT);
        this.async = async;
        this.out = async.getResponse().getOutputStream();
        this.encoder = encoder;
        this.onEnd = onEnd;
    }

    UUID session() {
        return session;
    }

    synchronized void subscribed(Subscription own) {
        subscription = own;
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
        out.setWriteListener(this);
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
    public void resync() {
        synchronized (this) {
            startAnew();
        }
        write();
    }

    /** Keeps the connection alive, and ends it when its session has run out or nobody reads it. */
    void beat(Instant now) {
        boolean over;
        synchronized (this) {
            if (now.isBefore(nextBeat)) {
                return;
            }
            nextBeat = now.plus(BEAT);
            silentBeats = waiting.isEmpty() ? 0 : silentBeats + 1;
            over = silentBeats > PATIENCE || !now.isBefore(expiresAt);
            if (waiting.isEmpty()) {
                add(HEARTBEAT);
            }
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
            if (ourThread) {
                return; // it will see
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
        if (waitingBytes + frames.length > MOST_WAITING_BYTES) {
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
            ourThread = true;
        }
        empty();
        boolean close;
        synchronized (this) {
            ourThread = false;
            close = ending;
        }
        if (close) {
            close();
        }
    }

    /** The connection takes bytes again. */
    @Override
    public void onWritePossible() {
        empty();
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    private void empty() {
        try {
            while (out.isReady()) { // if not, writing stays set until the container calls again
                byte[] next = next();
                if (next != null) {
                    out.write(next);
                } else if (toFlush()) {
                    out.flush();
                } else if (done()) {
                    return;
                }
            }
        } catch (IOException | IllegalStateException gone) {
            end();
        }
    }

    private synchronized byte @Nullable [] next() {
        byte[] next = waiting.poll();
        if (next != null) {
            waitingBytes -= next.length;
            unflushed = true;
        }
        return next;
    }

    private synchronized boolean toFlush() {
        boolean was = unflushed;
        unflushed = false;
        return was;
    }

    /** From here on whoever has something to write does it. False if there is something after all. */
    private synchronized boolean done() {
        writing = !waiting.isEmpty();
        return !writing;
    }

    private void close() {
        Subscription own;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            waiting.clear();
            own = subscription;
        }
        onEnd.accept(this);
        if (own != null) {
            own.close();
        }
        try {
            async.complete();
        } catch (IllegalStateException over) {
            log.debug("the container has closed this stream by itself", over);
        }
    }
}
