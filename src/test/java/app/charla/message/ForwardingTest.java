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
    void namesTheAuthorButNoPrivateChat() {
        Message original = say(ana, group, "a las nueve");
        Message forwarded = forward(bruno, group, original, other).getFirst();
        assertThat(forwarded.text()).isEqualTo("a las nueve");
        assertThat(forwarded.sender()).isEqualTo(bruno.account());
        assertThat(forwarded.origin()).isEqualTo(new ForwardOrigin(ana.account(), null, 0));
        assertThat(history.message(eva, other.id(), forwarded.id())).isEqualTo(forwarded);
    }

    @Test
    void keepsThePublicOriginWhenForwardedAgain() {
        Chat open = chats.publicChats(ana).getFirst();
        Message original = say(ana, open, "a las nueve " + ana.account());
        Message once = forward(bruno, open, original, group).getFirst();
        Message twice = forward(bruno, group, once, other).getFirst();
        assertThat(twice.origin()).isEqualTo(new ForwardOrigin(ana.account(), open.id(), original.seq()));
    }

    @Test
    void hasNoMentions() {
        Message original =
                say(ana, group, "@all @" + profiles.getById(bruno.account()).username());
        assertThat(forward(bruno, group, original, other).getFirst().mentions()).isEqualTo(Mentions.NONE);
    }

    @Test
    void sendsToSeveralChatsOnce() {
        Message original = say(ana, group, "a las nueve");
        List<ChatId> to = List.of(other.id(), group.id(), other.id());
        List<Message> first = forwards.forward(bruno, group.id(), original.id(), to, "f");
        assertThat(first).extracting(Message::chat).containsExactly(other.id(), group.id());
        assertThat(forwards.forward(bruno, group.id(), original.id(), to, "f")).isEqualTo(first);
        assertThat(history.latest(eva, other.id(), 10).messages()).hasSize(2); // the system message and the forward
    }

    @Test
    void requiresAccessToBothChats() {
        Message original = say(ana, group, "a las nueve");
        assertThatThrownBy(() -> forward(eva, group, original, other)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> forward(ana, group, original, group, other)).isInstanceOf(NotFoundException.class);
        assertThat(history.after(ana, group.id(), original.seq(), 5).messages()).isEmpty();
        assertThatThrownBy(() -> forward(bruno, group, original)).isInstanceOf(InvalidException.class);
        messages.delete(ana, group.id(), original.id());
        assertThatThrownBy(() -> forward(bruno, group, original, other)).isInstanceOf(NotFoundException.class);
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
