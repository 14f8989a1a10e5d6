package app.charla.ui.live;

import app.charla.account.AvatarChanged;
import app.charla.account.BlockListChanged;
import app.charla.account.PreferencesChanged;
import app.charla.account.SecurityAlerted;
import app.charla.account.SessionsEnded;
import app.charla.chat.MarkerWriter;
import app.charla.chat.ReadMarkerGathered;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.message.UnreadChanged;
import app.charla.share.ShareRequestsChanged;
import app.charla.space.SpaceChanged;
import app.charla.space.SpaceClosed;
import app.charla.space.SpaceLeft;
import app.charla.space.SpaceProgressed;
import app.charla.space.SpaceService;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.UI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The registry of open tabs by account: sends a tab to the sign-in page when its session ends, and notifies it of changes of
 * the account's spaces, preferences, share requests, blocks and security alerts. A publisher never waits for a tab.
 */
@Component
public class TabRegistry {

    private record Tab(SignedIn person, LiveUpdates updates) {}

    private final SpaceService spaces;
    private final MarkerWriter markers;
    private final Map<AccountId, Set<Tab>> tabs = new ConcurrentHashMap<>();

    TabRegistry(SpaceService spaces, MarkerWriter markers) {
        this.spaces = spaces;
        this.markers = markers;
    }

    /** Registers a tab as long as it is open. */
    public void add(SignedIn person, LiveUpdates updates, UI ui) {
        var tab = new Tab(person, updates);
        updates.bind(ui);
        tabs.compute(person.account(), (account, open) -> {
            Set<Tab> all = open == null ? ConcurrentHashMap.newKeySet() : open;
            all.add(tab);
            return all;
        });
        ui.addDetachListener(event -> remove(tab));
    }

    private void remove(Tab tab) {
        AccountId person = tab.person().account();
        tabs.computeIfPresent(person, (account, open) -> {
            open.remove(tab);
            return open.isEmpty() ? null : open;
        });
        Thread.startVirtualThread(() -> markers.write(person));
    }

    private Set<Tab> tabsOf(AccountId account) {
        return tabs.getOrDefault(account, Set.of());
    }

    @EventListener
    void on(SessionsEnded ended) {
        for (Tab tab : tabsOf(ended.account())) {
            if (ended.sessions().contains(tab.person().session())) {
                tab.updates().signOut();
            }
        }
    }

    @EventListener
    void on(SpaceProgressed progressed) {
        for (Tab tab : tabsOf(progressed.creator())) {
            tab.updates().spacesChanged();
            Thread.startVirtualThread(() -> tab.updates().spaceProgressed(progressed));
        }
    }

    @EventListener
    void on(UnreadChanged changed) {
        Actor actor = changed.actor();
        tabsOf(actor.account()).forEach(tab -> tab.updates().unreadChanged(actor.space()));
    }

    @EventListener
    void on(ReadMarkerGathered marker) {
        Actor actor = marker.actor();
        tabsOf(actor.account())
                .forEach(tab -> Thread.startVirtualThread(
                        () -> tab.updates().readMarkerGathered(actor.space(), marker.chat())));
    }

    @EventListener
    void on(SpaceLeft left) {
        refresh(left.actor().account());
    }

    @EventListener
    void on(SpaceChanged changed) {
        Thread.startVirtualThread(() -> tabs.keySet().stream()
                .filter(account -> isMember(new Actor(changed.space().id(), account)))
                .forEach(this::refresh));
    }

    @EventListener
    void on(SpaceClosed closed) {
        tabs.keySet().forEach(this::refresh);
    }

    @EventListener
    void on(PreferencesChanged changed) {
        notifyTabs(changed.account(), AccountListener::preferencesChanged);
    }

    @EventListener
    void on(ShareRequestsChanged changed) {
        notifyTabs(changed.account(), AccountListener::shareRequestsChanged);
    }

    @EventListener
    void on(SecurityAlerted alerted) {
        notifyTabs(alerted.account(), AccountListener::securityAlertsChanged);
    }

    @EventListener
    void on(BlockListChanged changed) {
        notifyTabs(changed.blocker(), AccountListener::blocksChanged);
        notifyTabs(changed.blocked(), AccountListener::blocksChanged);
    }

    @EventListener
    void on(AvatarChanged changed) {
        Thread.startVirtualThread(() -> tabs.values().stream()
                .flatMap(Set::stream)
                .forEach(tab -> tab.updates().avatarChanged(changed.person())));
    }

    private void notifyTabs(AccountId account, Consumer<AccountListener> notification) {
        for (Tab tab : tabsOf(account)) {
            Thread.startVirtualThread(() -> tab.updates().notifyListeners(notification));
        }
    }

    private boolean isMember(Actor actor) {
        try {
            spaces.requireMember(actor);
            return true;
        } catch (NotFoundException notMember) {
            return false;
        }
    }

    private void refresh(AccountId account) {
        tabsOf(account).forEach(tab -> tab.updates().spacesChanged());
    }
}
