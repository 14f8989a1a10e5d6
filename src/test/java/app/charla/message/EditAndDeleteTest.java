package app.charla.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.GroupService;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.NotFoundException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a message said before, and what becomes of it when it is deleted and brought back. */
@ServiceTest
class EditAndDeleteTest {

    @Autowired
    private People people;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private GroupService groups;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private ReactionService reactions;

    @Autowired
    private UndoBuffer undoBuffer;

    private Actor ana;
    private Actor bruno;
    private Chat group;
    private Message line;

    @BeforeEach
    void setUp() {
        ana = people.person("ana");
        bruno = people.person("bruno");
        group = groups.create(ana, "Viaje", List.of(bruno.account()), null).chat();
        String name = profiles.getById(bruno.account()).username();
        line = messages.send(ana, group.id(), new MessageDraft("c", "hola @" + name))
                .message();
    }

    @Test
    void everybodySeesWhatAMessageSaidBefore() {
        assertThat(versions(bruno)).isEmpty();
        Message second = edit(line, "dos");
        edit(second, "tres");
        assertThat(versions(bruno)).containsExactly(line.toVersion(), second.toVersion());
        Actor eva = people.person("eva");
        assertThatThrownBy(() -> versions(eva)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aRefusedEditLeavesNoVersion() {
        edit(line, "dos");
        assertThatThrownBy(() -> edit(line, "tres")).isInstanceOf(ConflictException.class);
        assertThat(versions(ana)).hasSize(1);
    }

    @Test
    void aDeletedMessageIsGoneAtOnceWithAllItSaid() {
        edit(line, "dos");
        Message gone = delete();
        assertThat(gone.text()).isEmpty();
        assertThat(versions(ana)).isEmpty();
        assertThat(stored()).isEqualTo(gone);
    }

    @Test
    void itsSenderBringsItBackAsItWas() {
        Message edited = edit(line, line.text() + "!");
        reactions.react(bruno, group.id(), line.id(), "👍");
        Message before = stored();
        Message gone = delete();
        Message back = messages.undoDelete(ana, group.id(), line.id());
        assertThat(back).isEqualTo(stored());
        assertThat(back.text()).isEqualTo(edited.text());
        assertThat(back.mentions()).isEqualTo(before.mentions());
        assertThat(back.reactions()).isEqualTo(before.reactions());
        assertThat(back.editedAt()).isEqualTo(before.editedAt());
        assertThat(back.deleted()).isFalse();
        assertThat(back.revision()).isGreaterThan(gone.revision());
        assertThat(versions(bruno)).hasSize(1);
        edit(back, "sigue");
        assertThat(versions(bruno)).hasSize(2);
    }

    @Test
    void nobodyElseBringsItBackAndNobodyTwice() {
        delete();
        assertThatThrownBy(() -> messages.undoDelete(bruno, group.id(), line.id()))
                .isInstanceOf(ConflictException.class);
        messages.undoDelete(ana, group.id(), line.id());
        assertThatThrownBy(() -> messages.undoDelete(ana, group.id(), line.id()))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void whatIsForgottenStaysDeleted() {
        delete();
        undoBuffer.remove(ana.space(), line.id());
        assertThatThrownBy(() -> messages.undoDelete(ana, group.id(), line.id()))
                .isInstanceOf(ConflictException.class);
        assertThat(stored().deleted()).isTrue();
    }

    private Message edit(Message seen, String text) {
        return messages.edit(ana, group.id(), line.id(), text, seen.version());
    }

    private Message delete() {
        return messages.delete(ana, group.id(), line.id());
    }

    private List<MessageVersion> versions(Actor actor) {
        return history.versions(actor, group.id(), line.id());
    }

    private Message stored() {
        return history.message(bruno, group.id(), line.id());
    }
}
