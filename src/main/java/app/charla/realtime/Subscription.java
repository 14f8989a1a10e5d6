package app.charla.realtime;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One subscriber's bounded mailbox. Uses a thread only while there is something in it. */
public final class Subscription implements AutoCloseable {

    private final Subscriber subscriber;
    private final Executor executor;
    private final int capacity;
    private final Runnable onClose;
    private final Queue<Delivery> mailbox = new ArrayDeque<>(0);
    private int waiting; // events, however many come in one delivery
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
                mailbox.clear();
                waiting = 0;
                overflowed = true;
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
            if (next == null) {
                subscriber.resync();
            } else {
                subscriber.deliver(next);
            }
        }
    }

    private @Nullable Delivery take() {
        Delivery next = closed ? null : mailbox.poll();
        waiting -= next == null ? 0 : next.events().size();
        return next;
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
