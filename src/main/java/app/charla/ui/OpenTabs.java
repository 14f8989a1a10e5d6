package app.charla.ui;

import app.charla.account.SessionsEnded;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.UI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which tabs a session has open, to send them to the sign-in page when it ends. */
@Component
class OpenTabs {

    private final Map<UUID, Set<LiveUpdates>> tabs = new ConcurrentHashMap<>();

    /** Remembers a tab as long as it is open. */
    void add(SignedIn person, LiveUpdates tab, UI ui) {
        tabs.computeIfAbsent(person.session(), unknown -> ConcurrentHashMap.newKeySet())
                .add(tab);
        ui.addDetachListener(event -> remove(person.session(), tab));
    }

    private void remove(UUID session, LiveUpdates tab) {
        tabs.computeIfPresent(session, (key, open) -> {
            open.remove(tab);
            return open.isEmpty() ? null : open;
        });
    }

    @EventListener
    void on(SessionsEnded ended) {
        for (UUID session : ended.sessions()) {
            Set<LiveUpdates> open = tabs.getOrDefault(session, Set.of());
            open.forEach(LiveUpdates::signOut);
        }
    }
}
