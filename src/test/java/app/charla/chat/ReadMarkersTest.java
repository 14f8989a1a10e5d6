package app.charla.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.message.Catchup;
import app.charla.message.CatchupService;
import app.charla.message.ConversationList;
import app.charla.message.MessageDraft;
import app.charla.message.MessageService;
import app.charla.presence.OwnPresence;
import app.charla.presence.PresenceService;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class ReadMarkersTest {

    @Autowired
    private People people;

    @Autowired
    private ChatService chats;

    @Autowired
    private GroupService groups;

    @Autowired
    private ReadMarkers markers;

    @Autowired
    private PresenceService presences;

    @Autowired
    private MessageService messages;

    @Autowired
    private CatchupService catchup;

    @Autowired
    private ConversationList conversationList;

    private Actor ana;
    private Actor bruno;
    private ChatId chat;

    @BeforeEach
    void setUp() {
        ana = people.person("ana");
        bruno = people.person("bruno");
        chat = chats.openPrivate(ana, bruno.account()).chat().id();
        for (int i = 0; i < 3; i++) {
            messages.send(ana, chat, new MessageDraft(UUID.randomUUID().toString(), "line " + i));
        }
    }

    @Test
    void publishReceiptsToOthers() {
        long before = catchup.position(ana);
        markers.markRead(bruno, chat, 2);

        assertThat(markers.receipts(ana, chat)).containsExactly(new Receipt(bruno.account(), 2));
        assertThat(receiptsSince(ana, before)).containsExactly(new Receipt(bruno.account(), 2));
        assertThat(receiptsSince(bruno, before)).isEmpty();
    }

    @Test
    void areHiddenBothWaysWithoutReceipts() {
        giveReceipts(false);
        long before = catchup.position(ana);
        markers.markRead(bruno, chat, 3);
        messages.send(bruno, chat, new MessageDraft("answer", "hola"));
        markers.markRead(ana, chat, 4);

        assertThat(markers.receipts(ana, chat)).containsExactly(new Receipt(bruno.account(), 0));
        assertThat(receiptsSince(ana, before)).isEmpty();
        assertThat(markers.receipts(bruno, chat)).isEmpty();
        assertThat(receiptsSince(bruno, before)).isEmpty();

        giveReceipts(true);
        markers.markRead(bruno, chat, 4);
        assertThat(markers.receipts(ana, chat)).containsExactly(new Receipt(bruno.account(), 4));
        assertThat(markers.receipts(bruno, chat)).containsExactly(new Receipt(ana.account(), 4));
    }

    @Test
    void markUnreadKeepsReceipts() {
        markers.markRead(bruno, chat, 3);

        assertThat(markers.markUnread(bruno, chat, 2).readSeq()).isEqualTo(1);
        assertThat(conversationList.conversation(bruno, chat).unread()).isEqualTo(2);
        assertThat(markers.receipts(ana, chat)).containsExactly(new Receipt(bruno.account(), 3));
        assertThat(markers.markUnread(bruno, chat, 1_000).readSeq()).isEqualTo(3);
        assertThat(markers.markUnread(bruno, chat, -5).readSeq()).isZero();
    }

    @Test
    void undoAllReadMovesTheMarkersBack() {
        ChatId group =
                groups.create(ana, "G", List.of(bruno.account()), null).chat().id();
        messages.send(ana, group, new MessageDraft("g", "hola"));
        markers.markRead(bruno, chat, 1);
        ChatId left =
                groups.create(ana, "L", List.of(bruno.account()), null).chat().id();
        messages.send(ana, left, new MessageDraft("l", "hola"));

        List<Membership> before = markers.markAllRead(bruno);
        groups.leave(bruno, left);
        markers.undoAllRead(ana, before);
        assertThat(chats.membership(bruno, chat).readSeq()).isEqualTo(3);
        markers.undoAllRead(bruno, before);

        assertThat(before).extracting(Membership::chat).contains(chat, group);
        assertThat(chats.membership(bruno, chat).readSeq()).isEqualTo(1);
        assertThat(conversationList.conversation(bruno, group).unread()).isEqualTo(1);
        assertThat(markers.markAllRead(bruno)).hasSize(2);
        assertThat(markers.markAllRead(bruno)).isEmpty();
    }

    @Test
    void markAllReadCoversAllChats() {
        ChatId group =
                groups.create(ana, "G", List.of(bruno.account()), null).chat().id();
        messages.send(ana, group, new MessageDraft("g", "hola"));

        markers.markAllRead(bruno);

        assertThat(conversationList.conversations(bruno)).allMatch(conversation -> conversation.unread() == 0);
        assertThat(markers.receipts(ana, chat)).containsExactly(new Receipt(bruno.account(), 3));
        assertThat(markers.receipts(ana, group)).extracting(Receipt::seq).containsExactly(1L);
    }

    @Test
    void receiptsEndAboveFiftyMembers() {
        List<Actor> others = Stream.generate(() -> people.person("gente"))
                .limit(ReadMarkers.MAX_RECEIPT_MEMBERS - 1)
                .toList();
        ChatId group = groups.create(
                        ana, "G", others.stream().map(Actor::account).toList(), null)
                .chat()
                .id();
        messages.send(ana, group, new MessageDraft("one", "hola"));
        long before = catchup.position(ana);
        markers.markRead(others.getFirst(), group, 1);
        assertThat(receiptsSince(ana, before)).hasSize(1);
        assertThat(markers.receipts(ana, group)).hasSize(ReadMarkers.MAX_RECEIPT_MEMBERS - 1);

        groups.add(ana, group, List.of(bruno.account()));
        long later = catchup.position(ana);
        markers.markRead(others.getLast(), group, 1);

        assertThat(receiptsSince(ana, later)).isEmpty();
        assertThat(markers.receipts(ana, group)).isEmpty();
        assertThat(chats.membership(others.getLast(), group).readSeq()).isEqualTo(1);
    }

    @Test
    void rejectStrangers() {
        Actor eve = people.person("eve");
        assertThatThrownBy(() -> markers.receipts(eve, chat)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> markers.markRead(eve, chat, 1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> markers.markUnread(eve, chat, 1)).isInstanceOf(NotFoundException.class);
    }

    private void giveReceipts(boolean given) {
        presences.update(
                bruno.account(),
                own -> new OwnPresence(own.choice(), own.status(), given, own.tellsLastSeen(), own.lastSeen()));
    }

    private List<Receipt> receiptsSince(Actor actor, long since) {
        Catchup missed = catchup.since(actor, since);
        return missed.events().stream()
                .filter(ReceiptGiven.class::isInstance)
                .map(event -> ((ReceiptGiven) event).state())
                .toList();
    }
}
