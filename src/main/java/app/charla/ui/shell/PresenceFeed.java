package app.charla.ui.shell;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.presence.Lease;
import app.charla.presence.Presence;
import app.charla.presence.PresenceService;
import app.charla.ui.Labels;
import app.charla.ui.component.PresenceMark;
import app.charla.ui.live.AccountListener;
import app.charla.ui.live.LiveUpdates;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.internal.AllowInert;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The feed of presence for this tab, and its lease on the person's own presence: {@code <charla-presence>} elements in the
 * browser say whose presence they show. The server keeps the ids of these people, but not their presence.
 *
 * @see <a href="../../../../../docs/decisions/029-presence-leases.md">decision 029</a>
 */
@Tag("charla-presence-feed")
@JsModule(PresenceMark.MODULE)
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PresenceFeed extends Component implements AccountListener, LocaleChangeObserver {

    private static final List<String> LABELS = List.of(
            "presence.ONLINE",
            "presence.AWAY",
            "presence.DO_NOT_DISTURB",
            "presence.OFFLINE",
            "presence.seen",
            "list.yesterday");

    private final transient PresenceService presences;
    private final transient LiveUpdates updates;
    private transient @Nullable Lease lease;
    private @Nullable Actor actor;

    PresenceFeed(PresenceService presences, LiveUpdates updates) {
        this.presences = presences;
        this.updates = updates;
        updates.registerWhileAttached(this);
    }

    /** Switches to the space that the person has entered. */
    void follow(Actor entered) {
        if (!entered.equals(actor)) {
            actor = entered;
            if (isAttached()) {
                open();
            }
        }
    }

    private void open() {
        close();
        if (actor != null) {
            lease = presences.open(
                    actor,
                    changes -> Thread.startVirtualThread(
                            () -> updates.notifyListeners(listener -> listener.presenceChanged(changes))));
        }
    }

    private void close() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        open();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        close();
    }

    @Override
    public void presenceChanged(List<Presence> changes) {
        getElement().callJsFunction("apply", changes.stream().map(State::of).toList());
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Labels.send(this, LABELS, event.getLocale());
    }

    @ClientCallable
    @AllowInert
    private void beat(boolean active) {
        if (lease != null) {
            lease.heartbeat(active);
        }
    }

    /** @param people the ids of the people on the screen, separated by spaces */
    @ClientCallable
    @AllowInert
    private List<State> watch(String people) {
        List<AccountId> ids = Stream.of(people.split(" "))
                .filter(id -> !id.isEmpty())
                .limit(PresenceService.MAX_WATCHED)
                .map(AccountId::parse)
                .toList();
        return lease == null
                ? List.of()
                : lease.watch(ids).stream().map(State::of).toList();
    }

    /** A presence as the browser shows it. */
    record State(
            String id,
            String availability,
            String emoji,
            String status,
            @Nullable Long lastSeen) implements Serializable {

        static State of(Presence presence) {
            Instant seen = presence.lastSeen();
            return new State(
                    presence.account().toString(),
                    presence.availability().name(),
                    presence.status().emoji(),
                    presence.status().text(),
                    seen == null ? null : seen.toEpochMilli());
        }
    }
}
