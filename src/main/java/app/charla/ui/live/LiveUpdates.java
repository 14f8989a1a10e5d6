package app.charla.ui.live;

import app.charla.account.Profile;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import app.charla.message.Catchup;
import app.charla.message.CatchupService;
import app.charla.presence.Presence;
import app.charla.realtime.Delivery;
import app.charla.realtime.MessageBroadcaster;
import app.charla.realtime.Signal;
import app.charla.realtime.Subscriber;
import app.charla.realtime.Subscription;
import app.charla.space.SpaceProgressed;
import app.charla.ui.Addresses;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What happens elsewhere, brought to the views of one browser tab. Nothing else in the UI subscribes, or calls
 * {@link UI#access}.
 *
 * <p>{@link #follow} subscribes; panels {@link #register} and load their state after that, so that nothing falls in
 * between; from then on each gets what the journal brings, several events at a time, in the UI's thread. What a panel
 * loaded may already contain an event: panels apply events so that repetition does no harm.
 *
 * <p>While the browser does not take what is pushed, nothing piles up here: the tab is told to catch up from the
 * journal when it is back.
 */
@SpringComponent
@UIScope
public class LiveUpdates {

    /** A part of the page that shows something live. */
    public interface Panel {

        /** Something happened. The events are in the order of the journal. */
        void apply(List<LiveEvent> events);

        /** So much happened unseen that it is cheaper to load everything anew. */
        void reload();

        /** Whether signals of a chat are of interest now. Called on any thread: answers at once. */
        default boolean listensTo(ChatId chat) {
            return false;
        }

        /** Something goes on in a chat. */
        default void hear(Signal signal) {}
    }

    /**
     * A part of the page that shows what is the person's own: their spaces, also those that are not open, and what they
     * like and are asked. Called in the UI's thread.
     */
    public interface SpacesPanel {

        /** Which spaces there are, what they are called or what is unread in them may be another now. */
        default void spacesChanged() {}

        /** A space that the person asked for came a step further. */
        default void progressed(SpaceProgressed step) {}

        /** The person no longer belongs to the space that is open. */
        default void shutOut() {}

        /** The person likes their Charla otherwise now. */
        default void preferencesChanged() {}

        /** Somebody on the screen is there otherwise than before. */
        default void presenceChanged(List<Presence> news) {}

        /** Whether a person's picture is of interest now. Called on any thread: answers at once. */
        default boolean shows(AccountId person) {
            return false;
        }

        /** Somebody who is shown is known by another picture now. */
        default void avatarChanged(Profile person) {}

        /** Others want to show something of the person's words outside, or no longer. */
        default void shareRequestsChanged() {}

        /** The person may be kept apart from others than before, or from others no longer. */
        default void blocksChanged() {}
    }

    /** How many events may wait for the UI's thread, or for a browser that is not connected. */
    private static final int MAX_QUEUED = 500;

    /** So many changes of spaces that come together are shown together. */
    private static final long SPACES_EVERY_MILLISECONDS = 400;

    private static final Executor SOON = CompletableFuture.delayedExecutor(
            SPACES_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS, Thread::startVirtualThread);

    private final MessageBroadcaster broadcaster;
    private final CatchupService catchup;
    private final List<Panel> panels = new CopyOnWriteArrayList<>();
    private final List<SpacesPanel> spacesPanels = new CopyOnWriteArrayList<>();
    private final AtomicBoolean spacesScheduled = new AtomicBoolean();
    private volatile @Nullable UI ui;
    private volatile @Nullable SecurityContext person;
    private volatile @Nullable Feed feed;

    LiveUpdates(MessageBroadcaster broadcaster, CatchupService catchup) {
        this.broadcaster = broadcaster;
        this.catchup = catchup;
    }

    /**
     * Follows what concerns the actor, in place of whom was followed before. Ends by itself when the UI is closed.
     * Following the same actor again does nothing.
     */
    public void follow(UI ui, Actor actor) {
        Feed present = feed;
        if (present == null) {
            ui.addDetachListener(event -> stop());
        } else if (present.actor.equals(actor)) {
            return;
        }
        stop();
        person = SecurityContextHolder.getContext();
        feed = new Feed(ui, actor);
    }

    /** Brings a panel what happens from now on, until the registration is removed. */
    public Registration register(Panel panel) {
        panels.add(panel);
        return () -> panels.remove(panel);
    }

    /** Tells a panel what becomes of the person's spaces, until the registration is removed. */
    public Registration register(SpacesPanel panel) {
        spacesPanels.add(panel);
        return () -> spacesPanels.remove(panel);
    }

    /** Tells a part of the page what becomes of what is the person's own, whenever it is in the page. */
    public <P extends Component & SpacesPanel> void attend(P panel) {
        panel.addAttachListener(attached -> spacesPanels.add(panel));
        panel.addDetachListener(detached -> spacesPanels.remove(panel));
    }

    /** Brings everything up to date that the push channel may have lost. Called in the UI's thread. */
    public void catchUp() {
        Feed present = feed;
        if (present != null) {
            present.catchUp();
        }
    }

    /** Ends the deliveries at once and sends the tab to the sign-in page. Called on any thread. */
    void signOut() {
        Feed current = feed;
        if (current != null) {
            current.close();
            if (UI.getCurrent() != current.ui) { // the tab in which somebody signs out goes there by itself
                current.access(() -> current.ui.getPage().setLocation("/" + Addresses.LOGIN));
            }
        }
    }

    /** Says in which tab this is. */
    void opened(UI tab) {
        ui = tab;
        person = SecurityContextHolder.getContext();
    }

    /** Something about the person's spaces is another now. Called on any thread, which is not kept. */
    void spacesChanged() {
        if (spacesScheduled.compareAndSet(false, true)) {
            SOON.execute(() -> {
                spacesScheduled.set(false);
                access(() -> spacesPanels.forEach(SpacesPanel::spacesChanged));
            });
        }
    }

    /** The number of unread messages of a space changed; of the open one the list of chats tells more. */
    void unreadChanged(SpaceId space) {
        Feed present = feed;
        if (present == null || !present.actor.space().equals(space)) {
            spacesChanged();
        }
    }

    /** A space that the person asked for came a step further. Not called in the UI's thread. */
    void progressed(SpaceProgressed step) {
        access(() -> spacesPanels.forEach(panel -> panel.progressed(step)));
    }

    /** Somebody is known by another picture now. Not called in the UI's thread. */
    void avatarChanged(Profile person) {
        List<SpacesPanel> showing =
                spacesPanels.stream().filter(panel -> panel.shows(person.id())).toList();
        if (!showing.isEmpty()) {
            access(() -> showing.forEach(panel -> panel.avatarChanged(person)));
        }
    }

    /** Something of the person's own is another now. Not called in the UI's thread. */
    public void tell(Consumer<SpacesPanel> news) {
        access(() -> spacesPanels.forEach(news));
    }

    private void access(Command command) {
        UI tab = ui;
        if (tab != null) {
            access(tab, command);
        }
    }

    /** Does something in the UI's thread, as the person who opened the tab: they may be sent to another page by it. */
    private void access(UI tab, Command command) {
        try {
            var unused = tab.access(() ->
                    new DelegatingSecurityContextRunnable(command::execute, Objects.requireNonNull(person)).run());
        } catch (UIDetachedException closedMeanwhile) {
            stop();
        }
    }

    private void stop() {
        Feed present = feed;
        if (present != null) {
            present.close();
            feed = null;
        }
    }

    /** One subscription and how far the tab has got with it. */
    private final class Feed implements Subscriber {

        private final UI ui;
        private final Actor actor;
        private final Subscription subscription;

        /** Up to where the panels know the journal; touched in the UI's thread only. */
        private long cursor;

        private List<LiveEvent> waiting = new ArrayList<>(0);
        private boolean missed;
        private boolean scheduled;

        /** Events handed over since the browser was last seen to be connected. */
        private int untaken;

        private Feed(UI ui, Actor actor) {
            this.ui = ui;
            this.actor = actor;
            this.subscription = broadcaster.subscribe(actor, this);
            this.cursor = begin();
        }

        private long begin() {
            try {
                return catchup.position(actor);
            } catch (RuntimeException silent) {
                close();
                throw silent;
            }
        }

        @Override
        public void deliver(Delivery delivery) {
            synchronized (this) {
                if (waiting.size() + delivery.events().size() > MAX_QUEUED) {
                    waiting = new ArrayList<>(0);
                    missed = true;
                } else if (!missed) {
                    waiting.addAll(delivery.events());
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
            return panels.stream().anyMatch(panel -> panel.listensTo(chat));
        }

        @Override
        public void hear(Signal signal) {
            access(() -> {
                if (connected()) {
                    panels.forEach(panel -> panel.hear(signal));
                }
            });
        }

        @Override
        public void resync() {
            synchronized (this) {
                missed = true;
                if (scheduled) {
                    return;
                }
                scheduled = true;
            }
            access(this::drain);
        }

        @Override
        public void shutOut() {
            access(this::leave);
        }

        private void leave() {
            if (feed == this) {
                stop();
                spacesPanels.forEach(SpacesPanel::shutOut);
            }
        }

        private void access(Command command) {
            LiveUpdates.this.access(ui, command);
        }

        private void drain() {
            List<LiveEvent> events;
            boolean behind;
            synchronized (this) {
                scheduled = false;
                events = waiting;
                waiting = new ArrayList<>(0);
                countUntaken(events.size());
                missed |= untaken > MAX_QUEUED;
                behind = missed;
            }
            if (!behind) {
                hand(events);
            } else if (connected()) {
                catchUp();
            }
        }

        private void countUntaken(int more) {
            untaken = connected() ? 0 : untaken + more;
        }

        private boolean connected() {
            var push = ui.getInternals().getPushConnection();
            return push != null && push.isConnected();
        }

        private void hand(List<LiveEvent> events) {
            List<LiveEvent> news =
                    events.stream().filter(event -> event.position() > cursor).toList();
            if (!news.isEmpty() && feed == this) {
                cursor = news.getLast().position();
                panels.forEach(panel -> panel.apply(news));
            }
        }

        private void catchUp() {
            synchronized (this) {
                missed = false;
                untaken = 0;
            }
            Catchup missing;
            try {
                missing = missing();
            } catch (NotFoundException shutOutMeanwhile) {
                leave();
                return;
            }
            if (missing.complete()) {
                hand(missing.events());
            } else {
                panels.forEach(Panel::reload);
            }
            cursor = Math.max(cursor, missing.position());
        }

        private Catchup missing() {
            try {
                return catchup.since(actor, cursor);
            } catch (UnavailableException later) {
                synchronized (this) {
                    missed = true;
                }
                throw later;
            }
        }

        private void close() {
            subscription.close();
        }
    }
}
