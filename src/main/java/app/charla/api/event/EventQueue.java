package app.charla.api.event;

import app.charla.core.LiveEvent;
import app.charla.realtime.Delivery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Bounded queue of encoded events for one stream. On overflow it drops everything and holds a single {@code resync}, so a
 * slow client costs little memory. It also keeps the cursor: an event that the client has already got is not queued again.
 *
 * <p>Not thread-safe: guarded by the lock of its {@link EventStream}.
 */
final class EventQueue {

    /** More than this waiting means that the client does not keep up. */
    private static final int MAX_BYTES = 512 * 1024;

    private final EventEncoder encoder;
    private final Queue<byte[]> frames = new ArrayDeque<>(1);
    private int bytes;
    private @Nullable List<Delivery> held = new ArrayList<>(0); // until start
    private long cursor;

    EventQueue(EventEncoder encoder) {
        this.encoder = encoder;
    }

    boolean isStarted() {
        return held == null;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    /**
     * Starts with the events that the client missed; then follows what was delivered meanwhile and is newer.
     *
     * @param position up to which the missed events cover the journal
     */
    void start(long position, byte[] missed) {
        cursor = position;
        add(missed);
        List<Delivery> deliveries = held == null ? List.of() : held;
        held = null;
        deliveries.forEach(this::add);
    }

    /** Queues the events that are newer than the cursor; before the start, holds them back. */
    void add(Delivery delivery) {
        if (held != null) {
            held.add(delivery);
        } else if (delivery.position() > cursor) {
            byte[] encoded = encode(delivery);
            if (fits(encoded)) {
                add(encoded);
            } else {
                resync();
            }
            cursor = delivery.position();
        }
    }

    private byte[] encode(Delivery delivery) {
        List<LiveEvent> events = delivery.events();
        return events.getFirst().position() > cursor
                ? delivery.encoded(encoder::encode)
                : encoder.encode(events.stream()
                        .filter(event -> event.position() > cursor)
                        .toList());
    }

    boolean fits(byte[] encoded) {
        return bytes + encoded.length <= MAX_BYTES;
    }

    void add(byte[] encoded) {
        frames.add(encoded);
        bytes += encoded.length;
    }

    /** Replaces all that waits by a {@code resync}. */
    void resync() {
        clear();
        add(EventEncoder.resync(cursor));
    }

    byte @Nullable [] poll() {
        byte[] next = frames.poll();
        bytes -= next == null ? 0 : next.length;
        return next;
    }

    void clear() {
        frames.clear();
        bytes = 0;
    }
}
