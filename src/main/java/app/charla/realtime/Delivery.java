package app.charla.realtime;

import app.charla.core.LiveEvent;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The events of one commit for one audience, in journal order. All of its subscribers share the object, so that the
 * encoded form (bytes for a stream) is computed once.
 */
public final class Delivery {

    private final List<LiveEvent> events;
    private volatile byte @Nullable [] encoded;

    /** @param events not empty */
    public Delivery(List<LiveEvent> events) {
        this.events = List.copyOf(events);
    }

    /** Returns the events, in journal order. */
    public List<LiveEvent> events() {
        return events;
    }

    /** Returns the position of the last event. */
    public long position() {
        return events.getLast().position();
    }

    /**
     * Returns the encoder's bytes of this delivery, computed for the first subscriber that asks. Do not change them.
     */
    public byte[] encoded(Function<Delivery, byte[]> encoder) {
        byte[] bytes = encoded;
        if (bytes == null) {
            bytes = encoder.apply(this); // two at once may both compute it: the results are equal
            encoded = bytes;
        }
        return bytes;
    }
}
