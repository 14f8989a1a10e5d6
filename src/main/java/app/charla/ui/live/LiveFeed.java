package app.charla.ui.live;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.NotFoundException;
import app.charla.core.UnavailableException;
import app.charla.message.Catchup;
import app.charla.message.CatchupService;
import app.charla.realtime.Delivery;
import app.charla.realtime.MessageBroadcaster;
import app.charla.realtime.Signal;
import app.charla.realtime.Subscriber;
import app.charla.realtime.Subscription;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * The subscription of one tab to the events of a space, with the journal position it has reached. The queue is bounded: when
 * the UI's thread or the browser cannot keep up, the queue is dropped and the tab catches up from the journal.
 */
final class LiveFeed implements Subscriber {

    /** The limit of events that wait for the UI's thread, or for a browser that is not connected. */
    private static final int MAX_QUEUED = 500;

    private final LiveUpdates updates;
    private final CatchupService catchup;
    private final UI ui;
    private final Actor actor;
    private final Subscription subscription;

    /** The journal position that the listeners have reached; used in the UI's thread only. */
    private long cursor;

    private List<LiveEvent> queue = new ArrayList<>(0);
    private boolean behind;
    private boolean scheduled;

    /** Events handed over since the browser was last seen to be connected. */
    private int unconfirmed;

    /** Subscribes at once, and then reads the journal position, so that no event falls in between. */
    LiveFeed(LiveUpdates updates, MessageBroadcaster broadcaster, CatchupService catchup, UI ui, Actor actor) {
        this.updates = updates;
        this.catchup = catchup;
        this.ui = ui;
        this.actor = actor;
        this.subscription = broadcaster.subscribe(actor, this);
        this.cursor = startPosition();
    }

    private long startPosition() {
        try {
            return catchup.position(actor);
        } catch (RuntimeException unavailable) {
            close();
            throw unavailable;
        }
    }

    UI ui() {
        return ui;
    }

    Actor actor() {
        return actor;
    }

    @Override
    public void deliver(Delivery delivery) {
        synchronized (this) {
            if (queue.size() + delivery.events().size() > MAX_QUEUED) {
                queue = new ArrayList<>(0);
                behind = true;
            } else if (!behind) {
                queue.addAll(delivery.events());
            }
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        access(this::drain);
    }

    @Override
    public boolean listensTo(ChatId chat) {
        return updates.listeners().stream().anyMatch(listener -> listener.listensTo(chat));
    }

    @Override
    public void onSignal(Signal signal) {
        access(() -> {
            if (isConnected()) {
                updates.listeners().forEach(listener -> listener.onSignal(signal));
            }
        });
    }

    @Override
    public void resync() {
        synchronized (this) {
            behind = true;
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        access(this::drain);
    }

    @Override
    public void onRevoked() {
        access(() -> updates.membershipRevoked(this));
    }

    private void access(Command command) {
        updates.access(ui, command);
    }

    private void drain() {
        List<LiveEvent> events;
        boolean mustCatchUp;
        synchronized (this) {
            scheduled = false;
            events = queue;
            queue = new ArrayList<>(0);
            unconfirmed = isConnected() ? 0 : unconfirmed + events.size();
            behind |= unconfirmed > MAX_QUEUED;
            mustCatchUp = behind;
        }
        if (!mustCatchUp) {
            dispatch(events);
        } else if (isConnected()) {
            catchUp();
        }
    }

    private boolean isConnected() {
        var push = ui.getInternals().getPushConnection();
        return push != null && push.isConnected();
    }

    private void dispatch(List<LiveEvent> events) {
        List<LiveEvent> unseen =
                events.stream().filter(event -> event.position() > cursor).toList();
        if (!unseen.isEmpty() && updates.isCurrent(this)) {
            cursor = unseen.getLast().position();
            updates.listeners().forEach(listener -> listener.apply(unseen));
        }
    }

    /** Brings the listeners what the journal holds above the position they have reached. Called in the UI's thread. */
    void catchUp() {
        synchronized (this) {
            behind = false;
            unconfirmed = 0;
        }
        Catchup missed;
        try {
            missed = missedEvents();
        } catch (NotFoundException revokedMeanwhile) {
            updates.membershipRevoked(this);
            return;
        }
        if (missed.complete()) {
            dispatch(missed.events());
        } else {
            updates.listeners().forEach(LiveEventListener::reload);
        }
        cursor = Math.max(cursor, missed.position());
    }

    private Catchup missedEvents() {
        try {
            return catchup.since(actor, cursor);
        } catch (UnavailableException unavailable) {
            synchronized (this) {
                behind = true;
            }
            throw unavailable;
        }
    }

    /** Ends the subscription. */
    void close() {
        subscription.close();
    }
}
