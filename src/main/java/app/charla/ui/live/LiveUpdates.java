package app.charla.ui.live;

import app.charla.account.Profile;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import app.charla.message.CatchupService;
import app.charla.realtime.MessageBroadcaster;
import app.charla.space.SpaceProgressed;
import app.charla.ui.Addresses;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
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
 * Live updates of one browser tab: delivers events from elsewhere to the listeners of its views. Nothing else in the UI
 * subscribes, or calls {@link UI#access}.
 *
 * <p>{@link #follow} subscribes; listeners {@link #register} and load their state after that, so that nothing falls in
 * between; from then on each gets the events of the journal, several at a time, in the UI's thread. What a listener
 * loaded may already contain an event: listeners apply events so that repetition does no harm.
 *
 * <p>While the browser does not take what is pushed, nothing piles up here: the tab catches up from the journal when it is
 * back.
 */
@SpringComponent
@UIScope
public class LiveUpdates {

    /** Changes of spaces within this time are shown together. */
    private static final long SPACES_BATCH_MILLIS = 400;

    private static final Executor DELAYED =
            CompletableFuture.delayedExecutor(SPACES_BATCH_MILLIS, TimeUnit.MILLISECONDS, Thread::startVirtualThread);

    private final MessageBroadcaster broadcaster;
    private final CatchupService catchup;
    private final List<LiveEventListener> listeners = new CopyOnWriteArrayList<>();
    private final List<AccountListener> accountListeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean spacesScheduled = new AtomicBoolean();
    private volatile @Nullable UI ui;
    private volatile @Nullable SecurityContext securityContext;
    private volatile @Nullable LiveFeed feed;

    LiveUpdates(MessageBroadcaster broadcaster, CatchupService catchup) {
        this.broadcaster = broadcaster;
        this.catchup = catchup;
    }

    /**
     * Subscribes to the events of the actor, in place of the actor followed before. Ends by itself when the UI is closed.
     * Following the same actor again does nothing.
     */
    public void follow(UI ui, Actor actor) {
        LiveFeed current = feed;
        if (current == null) {
            ui.addDetachListener(event -> stop());
        } else if (current.actor().equals(actor)) {
            return;
        }
        stop();
        securityContext = SecurityContextHolder.getContext();
        feed = new LiveFeed(this, broadcaster, catchup, ui, actor);
    }

    /** Delivers events to a listener from now on, until the registration is removed. */
    public Registration register(LiveEventListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Notifies a listener of changes of the account, until the registration is removed. */
    public Registration register(AccountListener listener) {
        accountListeners.add(listener);
        return () -> accountListeners.remove(listener);
    }

    /** Notifies a component of changes of the account whenever it is attached to the page. */
    public <C extends Component & AccountListener> void registerWhileAttached(C component) {
        component.addAttachListener(attached -> accountListeners.add(component));
        component.addDetachListener(detached -> accountListeners.remove(component));
    }

    /** Delivers everything that the push channel may have lost. Called in the UI's thread. */
    public void catchUp() {
        LiveFeed current = feed;
        if (current != null) {
            current.catchUp();
        }
    }

    /** Ends the deliveries at once and sends the tab to the sign-in page. Called on any thread. */
    void signOut() {
        LiveFeed current = feed;
        if (current != null) {
            current.close();
        }
        UI tab = ui;
        if (tab != null && UI.getCurrent() != tab) { // the tab in which a person signs out goes there by itself
            access(tab, () -> tab.getPage().setLocation("/" + Addresses.LOGIN));
        }
    }

    /** Binds these updates to their tab and to the person who opened it. */
    void bind(UI tab) {
        ui = tab;
        securityContext = SecurityContextHolder.getContext();
    }

    /** Notifies the listeners, a moment later, that the account's spaces changed. Called on any thread; does not block. */
    void spacesChanged() {
        if (spacesScheduled.compareAndSet(false, true)) {
            DELAYED.execute(() -> {
                spacesScheduled.set(false);
                access(() -> accountListeners.forEach(AccountListener::spacesChanged));
            });
        }
    }

    /** Takes up that the unread count of a space changed. For the open space, the chat list shows more than that. */
    void unreadChanged(SpaceId space) {
        LiveFeed current = feed;
        if (current == null || !current.actor().space().equals(space)) {
            spacesChanged();
        }
    }

    /** Notifies the listeners of a read marker that no event tells of yet. Not called in the UI's thread. */
    void readMarkerGathered(SpaceId space, ChatId chat) {
        LiveFeed current = feed;
        if (current != null && current.actor().space().equals(space)) {
            access(() -> listeners.forEach(listener -> listener.readMarkerGathered(chat)));
        }
    }

    /** Notifies the listeners of the progress of a requested space. Not called in the UI's thread. */
    void spaceProgressed(SpaceProgressed step) {
        access(() -> accountListeners.forEach(listener -> listener.spaceProgressed(step)));
    }

    /** Notifies the listeners that show a person of the person's new avatar. Not called in the UI's thread. */
    void avatarChanged(Profile person) {
        List<AccountListener> showing = accountListeners.stream()
                .filter(listener -> listener.showsAvatarOf(person.id()))
                .toList();
        if (!showing.isEmpty()) {
            access(() -> showing.forEach(listener -> listener.avatarChanged(person)));
        }
    }

    /** Notifies the account listeners. Not called in the UI's thread. */
    public void notifyListeners(Consumer<AccountListener> notification) {
        access(() -> accountListeners.forEach(notification));
    }

    List<LiveEventListener> listeners() {
        return listeners;
    }

    boolean isCurrent(LiveFeed candidate) {
        return feed == candidate;
    }

    /** Ends a feed whose actor is no longer a member of the space, and notifies the listeners. In the UI's thread. */
    void membershipRevoked(LiveFeed revoked) {
        if (isCurrent(revoked)) {
            stop();
            accountListeners.forEach(AccountListener::membershipRevoked);
        }
    }

    private void access(Command command) {
        UI tab = ui;
        if (tab != null) {
            access(tab, command);
        }
    }

    /** Runs a command in the UI's thread as the person who opened the tab, because it may navigate to another view. */
    void access(UI tab, Command command) {
        try {
            var unused = tab.access(() -> new DelegatingSecurityContextRunnable(
                            command::execute, Objects.requireNonNull(securityContext))
                    .run());
        } catch (UIDetachedException closedMeanwhile) {
            stop();
        }
    }

    private void stop() {
        LiveFeed current = feed;
        if (current != null) {
            current.close();
            feed = null;
        }
    }
}
