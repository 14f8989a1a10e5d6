package app.charla.api.event;

import app.charla.account.Session;
import app.charla.presence.Lease;
import app.charla.presence.Presence;
import app.charla.realtime.Signal;
import app.charla.realtime.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The event stream of one client, of one space or of all its spaces. Encoded events wait in a bounded queue, which one thread at a time drains into the
 * connection without blocking: when the connection accepts no more, it calls back once it does. So a stream holds no
 * thread, and a slow client delays nobody.
 *
 * <p>The connection is not closed while a thread writes to it: that thread closes it when it is done.
 */
final class EventStream {

    static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(20);

    /** A client that accepts nothing for more than this many heartbeats is considered gone. */
    private static final int MAX_MISSED_HEARTBEATS = 3;

    private final Session session;
    private final boolean onlySpace;
    private final EventEncoder encoder;
    private final Consumer<EventStream> onEnd;

    // All below is guarded by this; the connection is never used while the lock is held.

    private final EventQueue queue;
    private boolean started;
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

    EventStream(
            Session session,
            boolean onlySpace,
            Instant now,
            EventEncoder encoder,
            EventQueue queue,
            Consumer<EventStream> onEnd) {
        this.session = session;
        this.onlySpace = onlySpace;
        this.nextHeartbeat = now.plus(HEARTBEAT_INTERVAL);
        this.encoder = encoder;
        this.queue = queue;
        this.onEnd = onEnd;
    }

    Session session() {
        return session;
    }

    /** Adds the feed of a space; false if the stream has it, or has ended. */
    synchronized boolean add(SpaceFeed feed) {
        return !ended && queue.addFeed(feed);
    }

    /** Sets the subscription of a feed, which ends with the stream. */
    void subscribe(SpaceFeed feed, Subscription subscription) {
        synchronized (this) {
            feed.setSubscription(subscription);
            if (!ended) {
                return;
            }
        }
        subscription.close();
    }

    /** Removes a feed and ends its subscription. */
    void remove(SpaceFeed feed) {
        synchronized (this) {
            queue.removeFeed(feed);
        }
        feed.close();
    }

    /** Sets the presence lease, renewed as long as the client reads the stream. */
    synchronized void setLease(Lease lease) {
        this.lease = lease;
    }

    /** Sends changed presences of the people that the client watches. */
    void sendPresences(List<Presence> presences) {
        change(queued -> {
            if (started && queued.filter().includes(EventEncoder.PRESENCE)) {
                queued.addTransient(encoder.presences(presences));
            }
        });
    }

    /** Queues what the feeds begin with. Nothing else is queued at the same time. */
    synchronized void prepare(Consumer<EventQueue> start) {
        start.accept(queue);
    }

    /** Ends the preparation: the client is told where it begins, and from now on what happens. */
    synchronized void start() {
        queue.addHeartbeat();
        started = true;
    }

    /** Changes the queue, and drains it if the stream has started. */
    void change(Consumer<EventQueue> change) {
        synchronized (this) {
            change.accept(queue);
            if (!started) {
                return;
            }
        }
        startDraining();
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

    void signal(Signal signal) {
        change(queued -> {
            if (started) {
                queued.add(signal);
            }
        });
    }

    /** The account has left the space of a feed: the client finds out when it loads the space again. */
    void revoked(SpaceFeed feed) {
        if (onlySpace) {
            end();
            return;
        }
        change(queued -> {
            queued.removeFeed(feed);
            queued.resync(feed);
        });
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
            over = missedHeartbeats > MAX_MISSED_HEARTBEATS || !now.isBefore(session.expiresAt());
            renewed = missedHeartbeats == 0 ? lease : null;
            if (queue.isEmpty()) {
                queue.addHeartbeat();
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
        List<SpaceFeed> feeds;
        Lease left;
        EventConnection out;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            queue.clear();
            left = lease;
            feeds = List.copyOf(queue.feeds());
            out = connection;
        }
        onEnd.accept(this);
        feeds.forEach(SpaceFeed::close);
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
