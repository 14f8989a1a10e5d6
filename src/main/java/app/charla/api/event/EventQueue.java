package app.charla.api.event;

import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import app.charla.message.Catchup;
import app.charla.realtime.Delivery;
import app.charla.realtime.Signal;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Bounded queue of encoded events for one stream. On overflow it drops everything and holds a single {@code resync} for
 * each space, so a slow client costs little memory. An event that the client has already got is not queued again.
 *
 * <p>Not thread-safe: guarded by the lock of its {@link EventStream}.
 */
final class EventQueue {

    /** More than this waiting means that the client does not keep up. */
    private static final int MAX_BYTES = 512 * 1024;

    private final EventEncoder encoder;
    private final EventFilter filter;
    private final EventCursor cursor;
    private final Map<SpaceId, SpaceFeed> feeds = new LinkedHashMap<>(2);
    private final Queue<byte[]> frames = new ArrayDeque<>(1);
    private int bytes;

    EventQueue(EventEncoder encoder, EventFilter filter, EventCursor cursor) {
        this.encoder = encoder;
        this.filter = filter;
        this.cursor = cursor;
    }

    EventFilter filter() {
        return filter;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    Collection<SpaceFeed> feeds() {
        return feeds.values();
    }

    /** Adds a feed; false if its space has one. */
    boolean addFeed(SpaceFeed feed) {
        return feeds.putIfAbsent(feed.actor().space(), feed) == null;
    }

    void removeFeed(SpaceFeed feed) {
        feeds.remove(feed.actor().space(), feed);
    }

    /** Starts a feed with what is delivered to it, as the client begins now. */
    void start(SpaceFeed feed) {
        feed.release().forEach(delivery -> add(feed, delivery));
    }

    /** Starts a feed at a position; then follows what was delivered meanwhile and is newer. */
    void start(SpaceFeed feed, long position) {
        moved(feed, position);
        feed.release().forEach(delivery -> add(feed, delivery));
    }

    /** Starts a feed with the events that the client missed; then follows what was delivered meanwhile and is newer. */
    void start(SpaceFeed feed, Catchup missed) {
        if (missed.complete() && missed.events().isEmpty()) {
            feed.move(missed.position());
            cursor.confirm(feed.actor().space(), missed.position());
        } else {
            byte[] replay = missed.complete() ? encode(missed.events()) : new byte[0];
            moved(feed, missed.position());
            add(missed.complete() && (feeds.size() == 1 || fits(replay)) ? replay : resyncFrame(feed));
        }
        feed.release().forEach(delivery -> add(feed, delivery));
    }

    /** Queues the events that are newer than the position of the feed; before the start, holds them back. */
    void add(SpaceFeed feed, Delivery delivery) {
        if (!feed.isStarted()) {
            feed.hold(delivery);
        } else if (delivery.position() > feed.position()) {
            byte[] encoded = encode(feed, delivery);
            moved(feed, delivery.position());
            if (fits(encoded)) {
                add(encoded);
            } else {
                resyncAll();
            }
        }
    }

    private void moved(SpaceFeed feed, long position) {
        feed.move(position);
        cursor.move(feed.actor().space(), position);
    }

    private byte[] encode(SpaceFeed feed, Delivery delivery) {
        List<LiveEvent> events = delivery.events();
        boolean whole = filter.isAll() && events.getFirst().position() > feed.position();
        if (whole && cursor instanceof SpaceCursor) {
            cursor.move(feed.actor().space(), delivery.position());
            cursor.id(); // the last event tells it
            return delivery.encoded(encoder::encode);
        }
        return encode(events.stream()
                .filter(event -> event.position() > feed.position())
                .toList());
    }

    private byte[] encode(List<LiveEvent> events) {
        return encoder.encode(events.stream().filter(filter::includes).toList(), event -> {
            cursor.move(event.space(), event.position());
            return cursor.id();
        });
    }

    /** Queues an event that is not in the journal; drops it if the client does not keep up. */
    void addTransient(byte[] frame) {
        if (fits(frame)) {
            add(frame);
        }
    }

    /** Queues a signal, if the client wants it. */
    void add(Signal signal) {
        if (filter.includes(signal)) {
            addTransient(encoder.encode(signal));
        }
    }

    /** Queues the {@code id} alone, from which the client resumes; or a comment if the client knows it. */
    void addHeartbeat() {
        String id = cursor.unsentId();
        add(id == null ? EventEncoder.heartbeat() : EventEncoder.position(id));
    }

    private boolean fits(byte[] encoded) {
        return bytes + encoded.length <= MAX_BYTES;
    }

    private void add(byte[] encoded) {
        if (encoded.length > 0) {
            frames.add(encoded);
            bytes += encoded.length;
        }
    }

    /** Queues a {@code resync} of one space. */
    void resync(SpaceFeed feed) {
        resync(feed.actor().space());
    }

    /** Queues a {@code resync} of a space, which may have no feed any longer. */
    void resync(SpaceId space) {
        byte[] frame = EventEncoder.resync(space, cursor.id());
        if (fits(frame)) {
            add(frame);
        } else {
            resyncAll();
        }
    }

    /** Replaces all that waits by a {@code resync} of each space. */
    private void resyncAll() {
        clear();
        feeds.values().forEach(feed -> add(resyncFrame(feed)));
    }

    private byte[] resyncFrame(SpaceFeed feed) {
        return EventEncoder.resync(feed.actor().space(), cursor.id());
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
