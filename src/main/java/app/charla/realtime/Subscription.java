package app.charla.realtime;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscriber's bounded mailbox. Uses a thread only while it is not empty. */
public final class Subscription implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Subscription.class);

    private final Subscriber subscriber;
    private final Executor executor;
    private final int capacity;
    private final Runnable onClose;
    private final Queue<Delivery> mailbox = new ArrayDeque<>(0);
    private int waiting; // in events, not in deliveries
    private boolean overflowed;
    private boolean running;
    private boolean closed;

    Subscription(Subscriber subscriber, Executor executor, int capacity, Runnable onClose) {
        this.subscriber = subscriber;
        this.executor = executor;
        this.capacity = capacity;
        this.onClose = onClose;
    }

    void offer(Delivery delivery) {
        synchronized (this) {
            if (closed || overflowed) {
                return;
            }
            if (waiting >= capacity) {
                overflow();
            } else {
                mailbox.add(delivery);
                waiting += delivery.events().size();
            }
            if (running) {
                return;
            }
            running = true;
        }
        executor.execute(this::drain);
    }

    /** Drops what waits and asks the subscriber to resync. */
    void resync() {
        synchronized (this) {
            if (closed) {
                return;
            }
            overflow();
            if (running) {
                return;
            }
            running = true;
        }
        executor.execute(this::drain);
    }

    /** Signals do not queue: a slow subscriber receives them before earlier deliveries. */
    void signal(Signal signal) {
        if (subscriber.listensTo(signal.chat())) {
            executor.execute(() -> subscriber.onSignal(signal));
        }
    }

    private void drain() {
        while (true) {
            Delivery next;
            synchronized (this) {
                next = take();
                if (next == null && !overflowed) {
                    running = false;
                    return;
                }
                overflowed = overflowed && next != null;
            }
            deliver(next);
        }
    }

    /**
     * Delivers or resyncs. A subscriber that fails has missed something and is asked to resync; one that fails at that
     * is closed.
     */
    private void deliver(@Nullable Delivery next) {
        try {
            if (next == null) {
                subscriber.resync();
            } else {
                subscriber.deliver(next);
            }
        } catch (RuntimeException failure) {
            log.warn("a subscriber failed", failure);
            if (next == null) {
                close();
            } else {
                overflow();
            }
        }
    }

    private synchronized void overflow() {
        mailbox.clear();
        waiting = 0;
        overflowed = !closed;
    }

    private @Nullable Delivery take() {
        Delivery next = closed ? null : mailbox.poll();
        waiting -= next == null ? 0 : next.events().size();
        return next;
    }

    /** Stops deliveries and tells the subscriber that its access was revoked. */
    void revoke() {
        close();
        executor.execute(subscriber::onRevoked);
    }

    /** Stops deliveries; one under way may still finish. Closing again does nothing. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            overflowed = false;
            mailbox.clear();
        }
        onClose.run();
    }
}
