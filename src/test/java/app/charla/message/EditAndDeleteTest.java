package app.charla.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.account.ProfileDirectory;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.NotFoundException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Versions of edited messages; deletion and its undo. */
class EditAndDeleteTest extends GroupChatSetup {

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private ReactionService reactions;

    @Autowired
    private UndoBuffer undoBuffer;

    private Message message;

    @BeforeEach
    void setUp() {
        String name = profiles.getById(bruno.account()).username();
        message = messages.send(ana, group.id(), new MessageDraft("c", "hola @" + name))
                .message();
    }

    @Test
    void showsEarlierVersionsToMembers() {
        assertThat(versions(bruno)).isEmpty();
        Message second = edit(message, "dos");
        edit(second, "tres");
        assertThat(versions(bruno)).containsExactly(message.toVersion(), second.toVersion());
        Actor eva = people.person("eva");
        assertThatThrownBy(() -> versions(eva)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void storesNoVersionForARejectedEdit() {
        edit(message, "dos");
        assertThatThrownBy(() -> edit(message, "tres")).isInstanceOf(ConflictException.class);
        assertThat(versions(ana)).hasSize(1);
    }

    @Test
    void deletionRemovesTextAndVersions() {
        edit(message, "dos");
        Message deleted = delete();
        assertThat(deleted.text()).isEmpty();
        assertThat(versions(ana)).isEmpty();
        assertThat(stored()).isEqualTo(deleted);
    }

    @Test
    void undoRestoresTheMessage() {
        Message edited = edit(message, message.text() + "!");
        reactions.react(bruno, group.id(), message.id(), "👍");
        Message before = stored();
        Message deleted = delete();
        Message restored = messages.undoDelete(ana, group.id(), message.id());
        assertThat(restored).isEqualTo(stored());
        assertThat(restored.text()).isEqualTo(edited.text());
        assertThat(restored.mentions()).isEqualTo(before.mentions());
        assertThat(restored.reactions()).isEqualTo(before.reactions());
        assertThat(restored.editedAt()).isEqualTo(before.editedAt());
        assertThat(restored.deleted()).isFalse();
        assertThat(restored.revision()).isGreaterThan(deleted.revision());
        assertThat(versions(bruno)).hasSize(1);
        edit(restored, "sigue");
        assertThat(versions(bruno)).hasSize(2);
    }

    @Test
    void undoIsForTheSenderAndOnce() {
        delete();
        assertThatThrownBy(() -> messages.undoDelete(bruno, group.id(), message.id()))
                .isInstanceOf(ConflictException.class);
        messages.undoDelete(ana, group.id(), message.id());
        assertThatThrownBy(() -> messages.undoDelete(ana, group.id(), message.id()))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void undoFailsOnceTheBufferIsEmpty() {
        delete();
        undoBuffer.remove(ana.space(), message.id());
        assertThatThrownBy(() -> messages.undoDelete(ana, group.id(), message.id()))
                .isInstanceOf(ConflictException.class);
        assertThat(stored().deleted()).isTrue();
    }

    private Message edit(Message seen, String text) {
        return messages.edit(ana, group.id(), message.id(), text, seen.version());
    }

    private Message delete() {
        return messages.delete(ana, group.id(), message.id());
    }

    private List<MessageVersion> versions(Actor actor) {
        return history.versions(actor, group.id(), message.id());
    }

    private Message stored() {
        return history.message(bruno, group.id(), message.id());
    }
}
