package app.charla.api.event;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.realtime.Delivery;
import app.charla.realtime.Signal;
import app.charla.realtime.Subscriber;
import app.charla.realtime.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The feed of one space into a stream: its subscription, its position in the journal, and what is delivered before the
 * client has got what it missed.
 *
 * <p>The state is guarded by the lock of the {@link EventStream}.
 */
final class SpaceFeed implements Subscriber {

    private final Actor actor;
    private final EventStream stream;
    private @Nullable List<Delivery> held = new ArrayList<>(0); // until start
    private @Nullable Subscription subscription;
    private long position;

    SpaceFeed(Actor actor, EventStream stream) {
        this.actor = actor;
        this.stream = stream;
    }

    Actor actor() {
        return actor;
    }

    void setSubscription(Subscription subscription) {
        this.subscription = subscription;
    }

    void close() {
        if (subscription != null) {
            subscription.close();
        }
    }

    boolean isStarted() {
        return held == null;
    }

    /** Ends the holding, and returns what was held. */
    List<Delivery> release() {
        List<Delivery> deliveries = Objects.requireNonNullElse(held, List.of());
        held = null;
        return deliveries;
    }

    /** Holds a delivery until the start. */
    void hold(Delivery delivery) {
        Objects.requireNonNull(held).add(delivery);
    }

    long position() {
        return position;
    }

    void move(long newPosition) {
        position = newPosition;
    }

    @Override
    public boolean isNonBlocking() {
        return true;
    }

    @Override
    public void deliver(Delivery delivery) {
        stream.change(queue -> queue.add(this, delivery));
    }

    @Override
    public boolean listensTo(ChatId chat) {
        return true;
    }

    @Override
    public void onSignal(Signal signal) {
        stream.signal(signal);
    }

    @Override
    public void resync() {
        stream.change(queue -> queue.resync(this));
    }

    @Override
    public void onRevoked() {
        stream.revoked(this);
    }
}
