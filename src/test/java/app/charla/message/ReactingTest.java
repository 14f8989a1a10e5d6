package app.charla.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.storage.SpaceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReactingTest extends GroupChatSetup {

    @Autowired
    private ReactionService reactions;

    @Autowired
    private AuthoredMessages authored;

    @Autowired
    private SpaceStore store;

    private Message message;

    @BeforeEach
    void setUp() {
        message = messages.send(ana, group.id(), new MessageDraft("c", "hola")).message();
    }

    @Test
    void countsEachPersonOnce() {
        react(bruno, "👍");
        react(bruno, "👍");
        Message after = react(ana, "👍");
        assertThat(after.reactions()).singleElement().satisfies(reaction -> {
            assertThat(reaction.emoji()).isEqualTo("👍");
            assertThat(reaction.people()).containsExactlyInAnyOrder(bruno.account(), ana.account());
        });
        assertThat(after.version()).isZero();
        assertThat(after.revision()).isEqualTo(2);
        assertThat(stored()).isEqualTo(after);
    }

    @Test
    void removesOwnReactionsOnly() {
        react(bruno, "👍");
        assertThat(unreact(ana, "👍").reactions()).hasSize(1);
        assertThat(unreact(bruno, "👍").reactions()).isEmpty();
        assertThat(unreact(bruno, "👍").revision()).isEqualTo(2);
        assertThat(react(bruno, "👍")).isEqualTo(stored());
    }

    @Test
    void reactionsDoNotConflictWithEdits() {
        react(bruno, "👍");
        Message edited = messages.edit(ana, group.id(), message.id(), "hola!", message.version());
        assertThat(edited.reactions()).hasSize(1);
        assertThat(stored()).isEqualTo(edited);
    }

    @Test
    void deletionRemovesReactions() {
        react(bruno, "👍");
        assertThat(messages.delete(ana, group.id(), message.id()).reactions()).isEmpty();
        assertThat(stored().reactions()).isEmpty();
        assertThatThrownBy(() -> react(bruno, "👍")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void accountDeletionRemovesReactions() {
        react(bruno, "👍");
        react(bruno, "🚆");
        react(ana, "👍");
        authored.deleteAll(bruno);
        assertThat(stored().reactions()).containsExactly(new Reaction("👍", List.of(ana.account())));
    }

    @Test
    void limitsDifferentEmoji() {
        for (int i = 0; i < 30; i++) {
            react(ana, Character.toString(0x1F600 + i));
        }
        assertThatThrownBy(() -> react(ana, "👍")).isInstanceOf(InvalidException.class);
        assertThat(react(bruno, "😀").reactions()).hasSize(30);
    }

    @Test
    void acceptsSingleEmojiOnly() {
        for (String emoji : List.of("👍", "👍🏽", "❤️", "👨‍👩‍👧‍👦", "🇪🇸", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "☺️")) {
            assertThat(react(ana, emoji).reactions())
                    .anyMatch(reaction -> reaction.emoji().equals(emoji));
        }
        assertThat(react(bruno, "❤").reactions()).hasSize(8); // the same as with the emoji variation selector
        assertThat(react(bruno, "👍\uFE0F").reactions()).hasSize(8);
        for (String other :
                List.of("", "a", "1", "👍👍", "👍 ", "ok", "🇪", "<b>", "é", "\u200D", "\uFE0F", "👍".repeat(20))) {
            assertThatThrownBy(() -> react(ana, other)).as(other).isInstanceOf(InvalidException.class);
        }
    }

    @Test
    void mergesSpellingsOfOneEmojiThatAreStored() {
        for (String spelling : List.of("❤", "❤\uFE0F")) {
            store.<Boolean>write(ana.space(), transaction -> {
                transaction.persist(new ReactionEntity(message.id(), spelling, bruno.account(), transaction.now()));
                return true;
            });
        }
        var heart = new Reaction("❤\uFE0F", List.of(bruno.account()));
        assertThat(stored().reactions()).containsExactly(heart);
        assertThat(react(bruno, "❤\uFE0E").reactions()).containsExactly(heart);
        assertThat(unreact(bruno, "❤").reactions()).isEmpty();
        assertThat(stored().reactions()).isEmpty();
    }

    @Test
    void rejectsStrangersAndSystemMessages() {
        Actor eva = people.person("eva");
        assertThatThrownBy(() -> react(eva, "👍")).isInstanceOf(NotFoundException.class);
        Message note = history.after(ana, group.id(), -1, 1).messages().getFirst();
        assertThatThrownBy(() -> reactions.react(ana, group.id(), note.id(), "👍"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void keepsConcurrentReactions() throws Exception {
        List<Callable<Message>> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String emoji = Character.toString(0x1F600 + i);
            for (Actor each : List.of(ana, bruno)) {
                all.add(() -> react(each, emoji));
                all.add(() -> unreact(each, emoji));
                all.add(() -> react(each, emoji));
            }
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome : threads.invokeAll(all)) {
                outcome.get();
            }
        }
        for (int i = 0; i < 25; i++) {
            react(ana, Character.toString(0x1F600 + i));
        }
        assertThat(react(bruno, "😀")).isEqualTo(stored());
        assertThat(stored().reactions()).hasSize(25);
    }

    private Message react(Actor actor, String emoji) {
        return reactions.react(actor, group.id(), message.id(), emoji);
    }

    private Message unreact(Actor actor, String emoji) {
        return reactions.remove(actor, group.id(), message.id(), emoji);
    }

    private Message stored() {
        return history.message(bruno, group.id(), message.id());
    }
}
