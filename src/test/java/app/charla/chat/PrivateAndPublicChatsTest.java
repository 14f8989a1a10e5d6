package app.charla.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.message.Conversation;
import app.charla.message.ConversationList;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class PrivateAndPublicChatsTest {

    @Autowired
    private People people;

    @Autowired
    private ChatService chats;

    @Autowired
    private ReadMarkers markers;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private ConversationList conversationList;

    private Actor ana;
    private Actor bruno;

    @BeforeEach
    void setUp() {
        ana = people.person("ana");
        bruno = people.person("bruno");
    }

    @Test
    void opensOnePrivateChatForConcurrentRequests() throws Exception {
        List<Callable<OpenedChat>> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            boolean even = i % 2 == 0;
            requests.add(
                    () -> even ? chats.openPrivate(ana, bruno.account()) : chats.openPrivate(bruno, ana.account()));
        }
        Set<ChatId> ids = new HashSet<>();
        int created = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<OpenedChat> request : threads.invokeAll(requests)) {
                ids.add(request.get().chat().id());
                created += request.get().created() ? 1 : 0;
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(created).isEqualTo(1);
    }

    @Test
    void opensANotebookForOneself() {
        Chat notebook = chats.openPrivate(ana, ana.account()).chat();
        assertThat(notebook.members()).containsOnlyKeys(ana.account());
        assertThat(chats.openPrivate(ana, ana.account()).chat().id()).isEqualTo(notebook.id());
        assertThat(messages.send(ana, notebook.id(), new MessageDraft("c", "leche"))
                        .message()
                        .seq())
                .isEqualTo(1);
    }

    @Test
    void hidesPrivateChatsFromOthers() {
        ChatId id = chats.openPrivate(ana, bruno.account()).chat().id();
        Actor eva = people.person("eva");
        assertThatThrownBy(() -> chats.visible(eva, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> chats.join(eva, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> chats.hide(eva, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void unhidesAChatWithTheNextMessage() {
        ChatId id = chats.openPrivate(ana, bruno.account()).chat().id();
        messages.send(ana, id, new MessageDraft("c", "hola"));
        chats.hide(bruno, id);
        assertThat(listed(bruno)).doesNotContain(id);
        assertThat(listed(ana)).contains(id);
        messages.send(ana, id, new MessageDraft("d", "¿estás?"));
        assertThat(listed(bruno)).contains(id);
    }

    @Test
    void newMembersJoinThePublicChat() {
        Chat plaza = chats.publicChats(ana).getFirst();
        assertThat(plaza.members()).containsKeys(ana.account(), bruno.account());
        assertThat(listed(ana)).contains(plaza.id());
    }

    @Test
    void formerMembersReadPublicChatsAndRejoinByWriting() {
        ChatId plaza = chats.publicChats(ana).getFirst().id();
        chats.leavePublic(ana, plaza);
        assertThat(listed(ana)).doesNotContain(plaza);
        history.latest(ana, plaza, 10);
        messages.send(ana, plaza, new MessageDraft("c", "he vuelto"));
        assertThat(listed(ana)).contains(plaza);
    }

    @Test
    void countsUnreadMessagesOfOthers() {
        ChatId id = chats.openPrivate(ana, bruno.account()).chat().id();
        for (int i = 0; i < 3; i++) {
            messages.send(ana, id, new MessageDraft("c" + i, "hola"));
        }
        assertThat(conversationList.conversation(bruno, id).unread()).isEqualTo(3);
        assertThat(conversationList.conversation(ana, id).unread()).isZero();
        markers.markRead(bruno, id, 2);
        assertThat(conversationList.conversation(bruno, id).unread()).isEqualTo(1);
        markers.markRead(bruno, id, 1); // markers never go back
        assertThat(conversationList.conversation(bruno, id).unread()).isEqualTo(1);
        markers.markRead(bruno, id, 1_000);
        assertThat(conversationList.conversation(bruno, id).unread()).isZero();
        assertThat(conversationList.conversation(bruno, id).readSeq()).isEqualTo(3);
    }

    @Test
    void marksTheChatAsReadForWhoeverSends() {
        ChatId id = chats.openPrivate(ana, bruno.account()).chat().id();
        messages.send(ana, id, new MessageDraft("1", "¿vienes?"));
        messages.send(ana, id, new MessageDraft("2", "¿sí?"));
        messages.send(bruno, id, new MessageDraft("3", "ya voy"));

        assertThat(conversationList.conversation(bruno, id).unread()).isZero();
        assertThat(conversationList.conversation(bruno, id).readSeq()).isEqualTo(3);
        assertThat(conversationList.conversation(ana, id).unread()).isEqualTo(1);
        assertThat(conversationList.conversation(ana, id).readSeq()).isEqualTo(2);

        markers.markUnread(bruno, id, 1);
        assertThat(conversationList.conversation(bruno, id).unread()).isEqualTo(2);
    }

    @Test
    void listsLastActiveFirst() {
        ChatId first = chats.openPrivate(ana, bruno.account()).chat().id();
        ChatId second = chats.openPrivate(ana, ana.account()).chat().id();
        Instant earlier = messages.send(ana, second, new MessageDraft("c", "uno"))
                .message()
                .sentAt();
        await().until(() -> Instant.now().toEpochMilli() > earlier.toEpochMilli()); // times are in milliseconds
        messages.send(ana, first, new MessageDraft("c", "dos"));
        assertThat(listed(ana).subList(0, 2)).containsExactly(first, second);
        assertThat(conversationList.conversations(ana).getFirst().last()).isNotNull();
    }

    private List<ChatId> listed(Actor actor) {
        return conversationList.conversations(actor).stream()
                .map(Conversation::chat)
                .map(Chat::id)
                .toList();
    }
}
