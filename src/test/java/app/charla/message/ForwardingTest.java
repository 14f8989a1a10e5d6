package app.charla.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ForwardingTest {

    @Autowired
    private People people;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private ChatService chats;

    @Autowired
    private GroupService groups;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private ForwardService forwards;

    private Actor ana;
    private Actor bruno;
    private Actor eva;
    private Chat group;
    private Chat other;

    @BeforeEach
    void setUp() {
        ana = people.person("ana");
        bruno = people.person("bruno");
        eva = people.person("eva");
        group = groups.create(ana, "Viaje", List.of(bruno.account()), null).chat();
        other = groups.create(bruno, "Cocina", List.of(eva.account()), null).chat();
    }

    @Test
    void tellsWhoSaidItAndNoPlaceThatIsNotPublic() {
        Message said = say(ana, group, "a las nueve");
        Message there = forward(bruno, group, said, other).getFirst();
        assertThat(there.text()).isEqualTo("a las nueve");
        assertThat(there.sender()).isEqualTo(bruno.account());
        assertThat(there.origin()).isEqualTo(new ForwardOrigin(ana.account(), null, 0));
        assertThat(history.message(eva, other.id(), there.id())).isEqualTo(there);
    }

    @Test
    void leadsToAPublicPlaceAlsoWhenForwardedOnceMore() {
        Chat open = chats.publicChats(ana).getFirst();
        Message said = say(ana, open, "a las nueve " + ana.account());
        Message once = forward(bruno, open, said, group).getFirst();
        Message twice = forward(bruno, group, once, other).getFirst();
        assertThat(twice.origin()).isEqualTo(new ForwardOrigin(ana.account(), open.id(), said.seq()));
    }

    @Test
    void callsNobodyWhomItNames() {
        Message said =
                say(ana, group, "@all @" + profiles.getById(bruno.account()).username());
        assertThat(forward(bruno, group, said, other).getFirst().mentions()).isEqualTo(Mentions.NONE);
    }

    @Test
    void goesToSeveralChatsAndToNoneTwice() {
        Message said = say(ana, group, "a las nueve");
        List<ChatId> to = List.of(other.id(), group.id(), other.id());
        List<Message> first = forwards.forward(bruno, group.id(), said.id(), to, "f");
        assertThat(first).extracting(Message::chat).containsExactly(other.id(), group.id());
        assertThat(forwards.forward(bruno, group.id(), said.id(), to, "f")).isEqualTo(first);
        assertThat(history.latest(eva, other.id(), 10).messages()).hasSize(2); // the note and the message
    }

    @Test
    void needsEyesForBothEndsAndSendsNothingElse() {
        Message said = say(ana, group, "a las nueve");
        assertThatThrownBy(() -> forward(eva, group, said, other)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> forward(ana, group, said, group, other)).isInstanceOf(NotFoundException.class);
        assertThat(history.after(ana, group.id(), said.seq(), 5).messages()).isEmpty();
        assertThatThrownBy(() -> forward(bruno, group, said)).isInstanceOf(InvalidException.class);
        messages.delete(ana, group.id(), said.id());
        assertThatThrownBy(() -> forward(bruno, group, said, other)).isInstanceOf(NotFoundException.class);
    }

    private List<Message> forward(Actor actor, Chat from, Message message, Chat... to) {
        return forwards.forward(
                actor,
                from.id(),
                message.id(),
                List.of(to).stream().map(Chat::id).toList(),
                "f" + message.id());
    }

    private Message say(Actor actor, Chat chat, String text) {
        return messages.send(actor, chat.id(), new MessageDraft(text, text)).message();
    }
}
