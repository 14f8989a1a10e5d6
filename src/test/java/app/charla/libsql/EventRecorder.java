package app.charla.libsql;

import app.charla.message.Message;
import app.charla.message.MessagePosted;
import app.charla.storage.JournalAdvanced;
import app.charla.storage.SpaceCommitted;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;

/** Recorder of published events, in order. */
@TestConfiguration
class EventRecorder {

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final List<JournalAdvanced> advances = new CopyOnWriteArrayList<>();

    @EventListener
    void on(SpaceCommitted committed) {
        committed.events().stream()
                .filter(MessagePosted.class::isInstance)
                .map(event -> ((MessagePosted) event).message())
                .forEach(messages::add);
    }

    @EventListener
    void on(JournalAdvanced advanced) {
        advances.add(advanced);
    }

    List<JournalAdvanced> advances() {
        return advances;
    }

    List<Message> messages() {
        return messages;
    }

    List<String> texts() {
        return messages.stream().map(Message::text).toList();
    }
}
