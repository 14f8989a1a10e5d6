package app.charla.api.event;

import app.charla.account.Session;
import app.charla.core.ChatId;
import app.charla.presence.Lease;
import app.charla.presence.Presence;
import app.charla.realtime.Delivery;
import app.charla.realtime.Signal;
import app.charla.realtime.Subscriber;
import app.charla.realtime.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The event stream of one client. Encoded events wait in a bounded queue, which one thread at a time drains into the
 * connection without blocking: when the connection accepts no more, it calls back once it does. So a stream holds no
 * thread, and a slow client delays nobody.
 *
 * <p>The connection is not closed while a thread writes to it: that thread closes it when it is done.
 */
final class EventStream implements Subscriber {

    static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(20);

    /** A client that accepts nothing for more than this many heartbeats is considered gone. */
    private static final int MAX_MISSED_HEARTBEATS = 3;

    private static final byte[] HEARTBEAT = EventEncoder.heartbeat();

    private final UUID session;
    private final Instant expiresAt;
    private final EventEncoder encoder;
    private final Consumer<EventStream> onEnd;

    // All below is guarded by this; the connection is never used while the lock is held.

    private final EventQueue queue;
    private @Nullable Subscription subscription;
    private @Nullable Lease lease;
    private Instant nextHeartbeat;
    private int missedHeartbeats;
    private @Nullable EventConnection connection;
    private boolean draining =
            true; // a thread drains the queue, or will once the connection is ready or writable again
    private boolean writing; // a thread is using the connection
    private boolean writeAgain; // the connection called back meanwhile
    private boolean ending;
    private boolean ended;

    EventStream(Session session, Instant now, EventEncoder encoder, Consumer<EventStream> onEnd) {
        this.session = session.id();
        this.expiresAt = session.expiresAt();
        this.nextHeartbeat = now.plus(HEARTBEAT_INTERVAL);
        this.encoder = encoder;
        this.queue = new EventQueue(encoder);
        this.onEnd = onEnd;
    }

    UUID session() {
        return session;
    }

    synchronized void setSubscription(Subscription subscription) {
        this.subscription = subscription;
    }

    /** Sets the presence lease, renewed as long as the client reads the stream. */
    synchronized void setLease(Lease lease) {
        this.lease = lease;
    }

    /** Sends changed presences of the people that the client watches. */
    void sendPresences(List<Presence> presences) {
        sendTransient(encoder.presences(presences));
    }

    /**
     * Starts with the events that the client missed; then follows what was delivered meanwhile and is newer.
     *
     * @param position up to which the missed events cover the journal
     */
    synchronized void start(long position, byte[] missed) {
        queue.start(position, missed);
    }

    /** The response head is sent, and the connection is ready for the first events. */
    void onConnected(EventConnection own) {
        boolean over;
        synchronized (this) {
            connection = own;
            over = ended;
        }
        if (over) {
            own.close();
        } else {
            drain();
        }
    }

    @Override
    public boolean isNonBlocking() {
        return true;
    }

    @Override
    public void deliver(Delivery delivery) {
        synchronized (this) {
            queue.add(delivery);
            if (!queue.isStarted()) {
                return;
            }
        }
        startDraining();
    }

    @Override
    public boolean listensTo(ChatId chat) {
        return true;
    }

    @Override
    public void onSignal(Signal signal) {
        sendTransient(encoder.encode(signal));
    }

    /** Sends an event that is not in the journal; dropped for a client that does not keep up. */
    private void sendTransient(byte[] frame) {
        synchronized (this) {
            if (!queue.isStarted() || !queue.fits(frame)) {
                return;
            }
            queue.add(frame);
        }
        startDraining();
    }

    @Override
    public void resync() {
        synchronized (this) {
            queue.resync();
        }
        startDraining();
    }

    @Override
    public void onRevoked() {
        end();
    }

    /** Sends a heartbeat if one is due; ends the stream if its session has expired or its client is gone. */
    void heartbeat(Instant now) {
        boolean over;
        Lease renewed;
        synchronized (this) {
            if (now.isBefore(nextHeartbeat)) {
                return;
            }
            nextHeartbeat = now.plus(HEARTBEAT_INTERVAL);
            missedHeartbeats = queue.isEmpty() ? 0 : missedHeartbeats + 1;
            over = missedHeartbeats > MAX_MISSED_HEARTBEATS || !now.isBefore(expiresAt);
            renewed = missedHeartbeats == 0 ? lease : null;
            if (queue.isEmpty()) {
                queue.add(HEARTBEAT);
            }
        }
        if (renewed != null) {
            renewed.heartbeat(true);
        }
        if (over) {
            end();
        } else {
            startDraining();
        }
    }

    /** Closes the stream, also if its client reads nothing. */
    void end() {
        synchronized (this) {
            ending = true;
            if (writing) {
                return; // that thread closes the stream
            }
        }
        close();
    }

    private void startDraining() {
        synchronized (this) {
            if (draining || ended) {
                return;
            }
            draining = true;
        }
        drain();
    }

    /** Drains the queue into the connection; also called when it is writable again. */
    void drain() {
        synchronized (this) {
            if (writing) {
                writeAgain = true; // the other thread may be about to stop
                return;
            }
            writing = true;
        }
        do {
            writeQueue();
        } while (continuesWriting());
        if (isEnding()) {
            close();
        }
    }

    private synchronized boolean continuesWriting() {
        writing = writeAgain && !ending;
        writeAgain = false;
        return writing;
    }

    private synchronized boolean isEnding() {
        return ending;
    }

    private void writeQueue() {
        EventConnection out = connection();
        try {
            do {
                for (byte[] next = next(); next != null; next = next()) {
                    if (!out.write(next)) {
                        return; // draining stays set until the connection is writable
                    }
                }
                if (!out.flush()) {
                    return;
                }
            } while (!stopsDraining());
        } catch (IOException gone) {
            end();
        }
    }

    private synchronized byte @Nullable [] next() {
        return queue.poll();
    }

    /** Ends the draining unless more is queued: from then on another thread may start it. */
    private synchronized boolean stopsDraining() {
        draining = !queue.isEmpty();
        return !draining;
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
            queue.clear();
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
