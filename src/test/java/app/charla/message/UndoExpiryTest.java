package app.charla.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.test.context.TestPropertySource;

/** The undo time of deletions, here a short one. */
@ServiceTest
@TestPropertySource(properties = "charla.message.undo=300ms")
@SuppressWarnings("NullAway.Init")
class UndoExpiryTest {

    @Autowired
    private People people;

    @Autowired
    private ChatService chats;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Test
    void undoFailsAfterTheUndoTime() {
        Actor ana = people.person("ana");
        ChatId notes = chats.openPrivate(ana, ana.account()).chat().id();
        Message sent = messages.send(ana, notes, new MessageDraft("one", "not for long"))
                .message();
        messages.delete(ana, notes, sent.id());
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);

        assertThatThrownBy(() -> messages.undoDelete(ana, notes, sent.id())).isInstanceOf(ConflictException.class);

        assertThat(history.message(ana, notes, sent.id()).deleted()).isTrue();
        assertThat(history.message(ana, notes, sent.id()).text()).isEmpty();
    }

    @Test
    void undoTimeIsTenSecondsByDefault() {
        var defaults = new Binder().bindOrCreate("charla.message", MessageProperties.class);

        assertThat(defaults.undo()).isEqualTo(Duration.ofSeconds(10));
    }
}
