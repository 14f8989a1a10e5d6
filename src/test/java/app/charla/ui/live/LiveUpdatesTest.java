package app.charla.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.message.MessageDraft;
import app.charla.message.MessagePosted;
import app.charla.message.MessageService;
import app.charla.ui.ViewTest;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@SuppressWarnings("NullAway.Init")
class LiveUpdatesTest extends ViewTest {

    @Autowired
    private ObjectProvider<LiveUpdates> updates;

    @Autowired
    private MessageService messages;

    @Autowired
    private ChatService chats;

    private final List<LiveEvent> received = new ArrayList<>();
    private int reloads;

    @Test
    void deliversMessagesOnceAndInOrder() {
        Actor ana = signedIn("ana");
        Actor bruno = people.person("bruno");
        ChatId chat = chats.openPrivate(ana, bruno.account()).chat().id();
        follow(ana);

        for (int i = 0; i < 20; i++) {
            send(bruno, chat, "line " + i);
        }

        eventually(() -> posted().size() >= 20);
        assertThat(posted()).hasSize(20).isSorted();
        updates.getObject().catchUp();
        assertThat(posted()).hasSize(20);
    }

    @Test
    void deliversOnlyEventsForTheAccount() {
        Actor ana = signedIn("ana");
        Actor bruno = people.person("bruno");
        Actor carla = people.person("carla");
        ChatId theirs = chats.openPrivate(bruno, carla.account()).chat().id();
        ChatId ours = chats.openPrivate(ana, bruno.account()).chat().id();
        follow(ana);

        send(bruno, theirs, "between us");
        send(bruno, ours, "for you");

        eventually(() -> !posted().isEmpty());
        assertThat(posted()).hasSize(1);
    }

    @Test
    void stopsDeliveringAfterTheListenerIsRemoved() {
        Actor ana = signedIn("ana");
        Actor bruno = people.person("bruno");
        ChatId chat = chats.openPrivate(ana, bruno.account()).chat().id();
        updates.getObject().follow(UI.getCurrent(), ana);
        var first = new ArrayList<LiveEvent>();
        var registration = updates.getObject().register(listener(first));
        follow(ana);
        registration.remove();

        send(bruno, chat, "anybody?");

        eventually(() -> !posted().isEmpty());
        assertThat(first).isEmpty();
    }

    @Test
    void catchesUpFromTheJournalAfterTheQueueOverflows() {
        Actor ana = signedIn("ana");
        Actor bruno = people.person("bruno");
        ChatId chat = chats.openPrivate(ana, bruno.account()).chat().id();
        follow(ana);

        for (int i = 0; i < 700; i++) {
            send(bruno, chat, "line " + i);
        }
        eventually(() -> {
            updates.getObject().catchUp();
            return posted().size() >= 700;
        });

        assertThat(posted()).doesNotHaveDuplicates().isSorted();
        assertThat(reloads).isZero();
    }

    private void follow(Actor actor) {
        updates.getObject().follow(UI.getCurrent(), actor);
        var unused = updates.getObject().register(listener(received));
    }

    private LiveEventListener listener(List<LiveEvent> into) {
        return new LiveEventListener() {
            @Override
            public void apply(List<LiveEvent> events) {
                into.addAll(events);
            }

            @Override
            public void reload() {
                reloads++;
            }
        };
    }

    private List<Long> posted() {
        return received.stream()
                .filter(MessagePosted.class::isInstance)
                .map(LiveEvent::position)
                .toList();
    }

    private void send(Actor person, ChatId chat, String text) {
        messages.send(person, chat, new MessageDraft(UUID.randomUUID().toString(), text));
    }

    private void eventually(BooleanSupplier condition) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            var session = UI.getCurrent().getSession();
            session.getService().runPendingAccessTasks(session);
            return condition.getAsBoolean();
        });
    }
}
