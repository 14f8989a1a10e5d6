package app.charla.presence;

import app.charla.chat.DraftSaved;
import app.charla.realtime.MessageBroadcaster;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends saved drafts to the other devices of their author. */
@Component
class DraftSignals {

    private final MessageBroadcaster broadcaster;

    DraftSignals(MessageBroadcaster broadcaster) {
        this.broadcaster = broadcaster;
    }

    @EventListener
    void on(DraftSaved saved) {
        broadcaster.signal(
                Set.of(saved.actor().account()), new DraftWritten(saved.actor().space(), saved.chat(), saved.draft()));
    }
}
