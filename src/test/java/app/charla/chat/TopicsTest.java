package app.charla.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.chat.Chat.Role;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.message.CatchupService;
import app.charla.message.Message;
import app.charla.message.MessageHistory;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class TopicsTest {

    @Autowired
    private People people;

    @Autowired
    private ChatService chats;

    @Autowired
    private GroupService groups;

    @Autowired
    private TopicService topicService;

    @Autowired
    private MessageHistory history;

    @Autowired
    private CatchupService catchup;

    private Actor ana;
    private Actor bruno;
    private ChatId group;

    @BeforeEach
    void setUp() {
        ana = people.person("ana");
        bruno = people.person("bruno");
        group = groups.create(ana, "Viaje", List.of(bruno.account()), null)
                .chat()
                .id();
    }

    private List<Message> latestMessages() {
        return history.latest(bruno, group, 50).messages();
    }

    @Test
    void rejectsTopicsThatTurnTheWritingAround() {
        assertThatThrownBy(() -> topicService.change(ana, group, "abc\u202Edef"))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void changesTheChatAndPostsASystemMessage() {
        long before = catchup.position(bruno);

        topicService.change(ana, group, "  Where to\n go  ");

        assertThat(chats.visible(bruno, group).topic()).isEqualTo("Where to go");
        assertThat(latestMessages().getLast().kind()).isEqualTo(Message.Kind.TOPIC_SET);
        assertThat(latestMessages().getLast().text()).isEqualTo("Where to go");
        assertThat(catchup.since(bruno, before).events())
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                ChatChanged.class,
                                changed -> assertThat(changed.state().topic()).isEqualTo("Where to go")));
    }

    @Test
    void isKeptByOtherChanges() {
        topicService.change(ana, group, "Where to go");

        groups.rename(ana, group, "Escapada");
        groups.remove(ana, group, bruno.account());

        assertThat(chats.visible(ana, group).topic()).isEqualTo("Where to go");
    }

    @Test
    void settingTheSameTopicPostsNothing() {
        topicService.change(ana, group, "Where to go");
        int latestMessages = latestMessages().size();

        topicService.change(ana, group, "Where to go ");

        assertThat(latestMessages()).hasSize(latestMessages);
    }

    @Test
    void anEmptyTopicRemovesIt() {
        topicService.change(ana, group, "Where to go");

        topicService.change(ana, group, " ");

        assertThat(chats.visible(ana, group).topic()).isEmpty();
        assertThat(latestMessages().getLast().kind()).isEqualTo(Message.Kind.TOPIC_REMOVED);
    }

    @Test
    void requiresAGroupManager() {
        assertThatThrownBy(() -> topicService.change(bruno, group, "Mine")).isInstanceOf(ForbiddenException.class);
        groups.changeRole(ana, group, bruno.account(), Role.ADMIN);

        assertThat(topicService.change(bruno, group, "Mine").topic()).isEqualTo("Mine");
    }

    @Test
    void isNotFoundForStrangers() {
        Actor eva = people.person("eva");

        assertThatThrownBy(() -> topicService.change(eva, group, "Hers")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void publicChatsRequireASpaceManager() {
        ChatId plaza = chats.publicChats(bruno).getFirst().id();
        Actor newcomer = people.person("eva");

        assertThatThrownBy(() -> topicService.change(newcomer, plaza, "Hers")).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void rejectsPrivateChats() {
        ChatId pair = chats.openPrivate(ana, bruno.account()).chat().id();

        assertThatThrownBy(() -> topicService.change(ana, pair, "Us")).isInstanceOf(InvalidException.class);
    }

    @Test
    void limitsTheLength() {
        topicService.change(ana, group, "x".repeat(TopicService.MAX_LENGTH));

        assertThatThrownBy(() -> topicService.change(ana, group, "x".repeat(TopicService.MAX_LENGTH + 1)))
                .isInstanceOf(InvalidException.class);
    }
}
