package app.charla.realtime;

import app.charla.core.LiveEvent;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Events of one commit for one and the same audience, in the order of the journal. All its subscribers share the
 * object, so that what is made of it (bytes for a stream) is made once.
 */
public final class Delivery {

    private final List<LiveEvent> events;
    private volatile byte @Nullable [] encoded;

    /** @param events not empty */
    public Delivery(List<LiveEvent> events) {
        this.events = List.copyOf(events);
    }

    /** The events, in the order of the journal. */
    public List<LiveEvent> events() {
        return events;
    }

    /** The position of the last event. */
    public long position() {
        return events.getLast().position();
    }

    /** What an encoder makes of this delivery; computed for the first subscriber who asks. Do not change it. */
    public byte[] encoded(Function<Delivery, byte[]> encoder) {
        byte[] bytes = encoded;
        if (bytes == null) {
            bytes = encoder.apply(this); // two at once may both compute it: the results are equal
            encoded = bytes;
        }
        return bytes;
    }
}
