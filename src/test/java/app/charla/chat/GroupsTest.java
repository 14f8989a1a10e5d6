package app.charla.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.chat.Chat.Role;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.message.Message;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class GroupsTest {

    @Autowired
    private People people;

    @Autowired
    private ChatService chats;

    @Autowired
    private ReadMarkers markers;

    @Autowired
    private GroupService groups;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    private Actor ana;
    private Actor bruno;
    private Actor carla;
    private Actor eva;
    private ChatId id;

    @BeforeEach
    void setUp() {
        ana = people.person("ana");
        bruno = people.person("bruno");
        carla = people.person("carla");
        eva = people.person("eva");
        id = groups.create(ana, " Viaje ", List.of(bruno.account(), carla.account()), "key")
                .chat()
                .id();
    }

    @Test
    void makesItsCreatorTheOwner() {
        Chat group = chats.visible(bruno, id);
        assertThat(group.name()).isEqualTo("Viaje");
        assertThat(group.members())
                .containsEntry(ana.account(), Role.OWNER)
                .containsEntry(bruno.account(), Role.MEMBER)
                .hasSize(3);
    }

    @Test
    void createsOneGroupForARepeatedRequest() {
        OpenedChat again = groups.create(ana, "Viaje", List.of(bruno.account()), "key");
        assertThat(again.created()).isFalse();
        assertThat(again.chat().id()).isEqualTo(id);
        assertThat(groups.create(ana, "Viaje", List.of(), "another").created()).isTrue();
    }

    @Test
    void doesNotExistForStrangers() {
        assertThatThrownBy(() -> chats.visible(eva, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> groups.rename(eva, id, "x")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> groups.add(eva, id, List.of(eva.account()))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> groups.leave(eva, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> groups.delete(eva, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> markers.markRead(eva, id, 1)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void postsEachChangeAsASystemMessage() {
        groups.rename(ana, id, "Costa");
        groups.add(ana, id, List.of(eva.account()));
        groups.changeRole(ana, id, bruno.account(), Role.ADMIN);
        groups.remove(bruno, id, eva.account());
        groups.leave(carla, id);
        assertThat(history.latest(ana, id, 50).messages())
                .extracting(Message::kind)
                .containsExactly(
                        Message.Kind.GROUP_CREATED,
                        Message.Kind.RENAMED,
                        Message.Kind.MEMBER_ADDED,
                        Message.Kind.ROLE_CHANGED,
                        Message.Kind.MEMBER_REMOVED,
                        Message.Kind.MEMBER_LEFT);
        assertThat(history.latest(ana, id, 50).messages())
                .extracting(Message::seq)
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void removedMembersCannotReadOrWrite() {
        groups.remove(ana, id, bruno.account());
        assertThatThrownBy(() -> messages.send(bruno, id, new MessageDraft("c", "hola")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> history.latest(bruno, id, 10)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void plainMembersCannotManage() {
        assertThatThrownBy(() -> groups.rename(bruno, id, "x")).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> groups.add(bruno, id, List.of(eva.account()))).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> groups.remove(bruno, id, carla.account())).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> groups.changeRole(bruno, id, bruno.account(), Role.OWNER))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> groups.delete(bruno, id)).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void adminsRemovePlainMembersOnly() {
        groups.changeRole(ana, id, bruno.account(), Role.ADMIN);
        groups.changeRole(ana, id, carla.account(), Role.ADMIN);
        assertThatThrownBy(() -> groups.remove(bruno, id, carla.account())).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> groups.remove(bruno, id, ana.account())).isInstanceOf(ForbiddenException.class);
        groups.changeRole(ana, id, carla.account(), Role.MEMBER);
        assertThat(groups.remove(bruno, id, carla.account()).members()).doesNotContainKey(carla.account());
    }

    @Test
    void lastOwnerCannotLeaveOrStepDown() {
        assertThatThrownBy(() -> groups.leave(ana, id)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> groups.changeRole(ana, id, ana.account(), Role.MEMBER))
                .isInstanceOf(ConflictException.class);
        groups.changeRole(ana, id, bruno.account(), Role.OWNER);
        groups.leave(ana, id);
        assertThat(chats.visible(bruno, id).members()).doesNotContainKey(ana.account());
    }

    @Test
    void isDeletedWhenTheLastMemberLeaves() {
        ChatId alone = groups.create(ana, "Sola", List.of(), null).chat().id();
        groups.leave(ana, alone);
        assertThatThrownBy(() -> chats.visible(ana, alone)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void isGoneForAllMembersWhenDeleted() {
        messages.send(ana, id, new MessageDraft("c", "hola"));
        groups.delete(ana, id);
        assertThatThrownBy(() -> chats.visible(ana, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> history.latest(bruno, id, 10)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> messages.send(bruno, id, new MessageDraft("d", "hola")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void rejectsBlankAndTooLongNames() {
        assertThatThrownBy(() -> groups.create(ana, " ", Set.of(), null)).isInstanceOf(InvalidException.class);
        for (String name :
                List.of("\u3164\u3164", "a\u202Eb", "a\nb", "a\u0000b", "a\uD800", "e" + "\u0302".repeat(9))) {
            assertThatThrownBy(() -> groups.create(ana, name, Set.of(), null)).isInstanceOf(InvalidException.class);
            assertThatThrownBy(() -> groups.rename(ana, id, name)).isInstanceOf(InvalidException.class);
        }
        assertThatThrownBy(() -> groups.rename(ana, id, "x".repeat(81))).isInstanceOf(InvalidException.class);
    }
}
