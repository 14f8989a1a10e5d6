package app.charla.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.core.Actor;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SavedMessagesTest extends GroupChatSetup {

    @Autowired
    private SavedMessages saved;

    @Autowired
    private AuthoredMessages authored;

    @Test
    void listsOwnSavedMessagesNewestFirst() {
        Message one = say("uno");
        Message two = say("dos");
        save(bruno, two);
        save(bruno, one);
        save(bruno, one);
        assertThat(texts(bruno)).containsExactly("dos", "uno");
        assertThat(texts(ana)).isEmpty();
        assertThat(saved.saved(bruno, two.id(), 10)).extracting(Message::text).containsExactly("uno");
        saved.remove(bruno, two.id());
        assertThat(texts(bruno)).containsExactly("uno");
    }

    @Test
    void listsReadableMessagesOnly() {
        Message one = say("uno");
        save(bruno, one);
        messages.edit(ana, group.id(), one.id(), "uno!", one.version());
        assertThat(texts(bruno)).containsExactly("uno!");
        groups.remove(ana, group.id(), bruno.account());
        assertThat(texts(bruno)).isEmpty();
        groups.add(ana, group.id(), List.of(bruno.account()));
        assertThat(texts(bruno)).hasSize(1);
        messages.delete(ana, group.id(), one.id());
        assertThat(texts(bruno)).isEmpty();
    }

    @Test
    void rejectsInvisibleAndSystemMessages() {
        Message one = say("uno");
        Actor eva = people.person("eva");
        assertThatThrownBy(() -> save(eva, one)).isInstanceOf(NotFoundException.class);
        Message note = history.after(ana, group.id(), -1, 1).messages().getFirst();
        assertThatThrownBy(() -> save(ana, note)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void deletesThemWithTheAccount() {
        save(bruno, say("uno"));
        authored.deleteAll(bruno);
        assertThat(texts(bruno)).isEmpty();
    }

    private void save(Actor actor, Message message) {
        saved.save(actor, group.id(), message.id());
    }

    private List<String> texts(Actor actor) {
        return saved.saved(actor, new MessageId(Long.MAX_VALUE), 10).stream()
                .map(Message::text)
                .toList();
    }
}
