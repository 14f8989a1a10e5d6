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
    private ObjectProvider<LiveUpdates> ofThisTab;

    @Autowired
    private MessageService messages;

    @Autowired
    private ChatService chats;

    private final List<LiveEvent> seen = new ArrayList<>();
    private int reloads;

    @Test
    void bringsWhatOthersSayOnceAndInOrder() {
        Actor ana = signedIn("ana");
        Actor bruno = people.person("bruno");
        ChatId chat = chats.openPrivate(ana, bruno.account()).chat().id();
        watch(ana);

        for (int i = 0; i < 20; i++) {
            say(bruno, chat, "line " + i);
        }

        eventually(() -> posted().size() >= 20);
        assertThat(posted()).hasSize(20).isSorted();
        ofThisTab.getObject().catchUp();
        assertThat(posted()).hasSize(20);
    }

    @Test
    void bringsNothingThatIsNotForThisPerson() {
        Actor ana = signedIn("ana");
        Actor bruno = people.person("bruno");
        Actor carla = people.person("carla");
        ChatId theirs = chats.openPrivate(bruno, carla.account()).chat().id();
        ChatId ours = chats.openPrivate(ana, bruno.account()).chat().id();
        watch(ana);

        say(bruno, theirs, "between us");
        say(bruno, ours, "for you");

        eventually(() -> !posted().isEmpty());
        assertThat(posted()).hasSize(1);
    }

    @Test
    void stopsWhenThePanelIsGone() {
        Actor ana = signedIn("ana");
        Actor bruno = people.person("bruno");
        ChatId chat = chats.openPrivate(ana, bruno.account()).chat().id();
        ofThisTab.getObject().follow(UI.getCurrent(), ana);
        var first = new ArrayList<LiveEvent>();
        var registration = ofThisTab.getObject().register(panel(first));
        watch(ana);
        registration.remove();

        say(bruno, chat, "anybody?");

        eventually(() -> !posted().isEmpty());
        assertThat(first).isEmpty();
    }

    @Test
    void catchesUpAfterMoreThanItKeeps() {
        Actor ana = signedIn("ana");
        Actor bruno = people.person("bruno");
        ChatId chat = chats.openPrivate(ana, bruno.account()).chat().id();
        watch(ana);

        for (int i = 0; i < 700; i++) {
            say(bruno, chat, "line " + i);
        }
        eventually(() -> {
            ofThisTab.getObject().catchUp();
            return posted().size() >= 700;
        });

        assertThat(posted()).doesNotHaveDuplicates().isSorted();
        assertThat(reloads).isZero();
    }

    private void watch(Actor actor) {
        ofThisTab.getObject().follow(UI.getCurrent(), actor);
        var unused = ofThisTab.getObject().register(panel(seen));
    }

    private LiveUpdates.Panel panel(List<LiveEvent> into) {
        return new LiveUpdates.Panel() {
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
        return seen.stream()
                .filter(MessagePosted.class::isInstance)
                .map(LiveEvent::position)
                .toList();
    }

    private void say(Actor person, ChatId chat, String text) {
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
