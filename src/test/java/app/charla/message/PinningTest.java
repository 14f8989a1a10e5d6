package app.charla.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PinningTest extends GroupChatSetup {

    @Autowired
    private ChatService chats;

    @Autowired
    private PinService pins;

    @Autowired
    private CatchupService catchup;

    @Test
    void listsPinsNewestFirstForAllMembers() {
        Message one = say("uno");
        Message two = say("dos");
        assertThat(pin(bruno, one).pinned()).isTrue();
        pin(bruno, two);
        assertThat(pins.pins(ana, group.id())).extracting(Message::text).containsExactly("dos", "uno");
        assertThat(history.message(ana, group.id(), two.id()).pinned()).isTrue();
        assertThat(pins.unpin(ana, group.id(), two.id()).pinned()).isFalse();
        assertThat(pins.pins(ana, group.id())).extracting(Message::text).containsExactly("uno");
    }

    @Test
    void latestHasContentOfAFewOnly() {
        assertThat(pins.latest(ana, group.id(), 2)).isEqualTo(PinnedMessages.NONE);
        Message one = say("uno");
        Message two = say("dos");
        Message three = say("tres");
        List.of(one, two, three).forEach(each -> pin(bruno, each));

        PinnedMessages latest = pins.latest(ana, group.id(), 2);
        assertThat(latest.all()).containsExactly(three.id(), two.id(), one.id());
        assertThat(latest.latest()).extracting(Message::text).containsExactly("tres", "dos");
        assertThatThrownBy(() -> pins.latest(people.person("eva"), group.id(), 2))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void postsOneSystemMessageQuotingThePinnedMessage() {
        Message one = say("uno");
        pin(bruno, one);
        pin(bruno, one);
        List<Message> lines = history.after(ana, group.id(), one.seq(), 5).messages();
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(Message.Kind.PINNED);
            assertThat(line.sender()).isEqualTo(bruno.account());
            assertThat(line.quote()).isEqualTo(one.toQuote());
        });
    }

    @Test
    void catchupIncludesPins() {
        Message one = say("uno");
        long position = catchup.position(ana);
        pin(bruno, one);
        assertThat(catchup.since(ana, position).events())
                .anyMatch(event -> event instanceof MessageChanged changed
                        && changed.message().pinned()
                        && changed.message().revision() == 1);
    }

    @Test
    void deletionRemovesThePinAndUndoRestoresIt() {
        Message one = say("uno");
        pin(bruno, one);
        messages.delete(ana, group.id(), one.id());
        assertThat(pins.pins(ana, group.id())).isEmpty();
        assertThatThrownBy(() -> pin(ana, one)).isInstanceOf(NotFoundException.class);
        messages.undoDelete(ana, group.id(), one.id());
        assertThat(pins.pins(ana, group.id())).hasSize(1);
    }

    @Test
    void limitsPinsPerChat() {
        for (int i = 0; i < 100; i++) {
            pin(ana, say("m" + i));
        }
        Message more = say("demasiado");
        assertThatThrownBy(() -> pin(ana, more)).isInstanceOf(InvalidException.class);
        assertThat(pins.pins(ana, group.id())).hasSize(100);
        assertThat(history.message(ana, group.id(), more.id()).pinned()).isFalse();
    }

    @Test
    void requiresMembershipOrASpaceRoleInPublicChats() {
        Message one = say("uno");
        Actor eva = people.person("eva");
        assertThatThrownBy(() -> pin(eva, one)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> pins.pins(eva, group.id())).isInstanceOf(NotFoundException.class);
        Chat open = chats.publicChats(eva).getFirst();
        Message said = messages.send(eva, open.id(), new MessageDraft("c" + eva.account(), "hola"))
                .message();
        assertThat(pins.mayPin(eva, open)).isFalse();
        assertThatThrownBy(() -> pins.pin(eva, open.id(), said.id())).isInstanceOf(ForbiddenException.class);
    }

    private Message pin(Actor actor, Message message) {
        return pins.pin(actor, group.id(), message.id());
    }
}
