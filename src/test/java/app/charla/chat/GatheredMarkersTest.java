package app.charla.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.message.CatchupService;
import app.charla.message.ConversationList;
import app.charla.message.MessageDraft;
import app.charla.message.MessageService;
import app.charla.message.UnreadCounts;
import app.charla.storage.SpaceStore;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Read markers of large chats, which count at once and are stored later. */
@ServiceTest
@Import(LargeChats.class)
@SuppressWarnings("NullAway.Init")
class GatheredMarkersTest {

    @Autowired
    private People people;

    @Autowired
    private GroupService groups;

    @Autowired
    private ChatService chats;

    @Autowired
    private LargeChats largeChats;

    @Autowired
    private MessageService messages;

    @Autowired
    private ReadMarkers markers;

    @Autowired
    private MarkerWriter writer;

    @Autowired
    private GatheredMarkers gathered;

    @Autowired
    private MembershipRepository members;

    @Autowired
    private ConversationList conversations;

    @Autowired
    private UnreadCounts counts;

    @Autowired
    private CatchupService catchup;

    @Autowired
    private SpaceStore store;

    private Actor ana;
    private Actor bruno;
    private ChatId chat;

    @BeforeEach
    void setUp() {
        ana = people.person("ana");
        bruno = people.person("bruno");
        chat = groups.create(bruno, "large", List.of(ana.account()), null)
                .chat()
                .id();
        largeChats.enlarge(ana, chat);
        for (int i = 1; i <= 5; i++) {
            send(bruno);
        }
        markers.markAllRead(bruno);
        writer.writeAll(); // what other tests have left, too
    }

    private void send(Actor sender) {
        messages.send(sender, chat, new MessageDraft(UUID.randomUUID().toString(), "hola"));
    }

    private long stored() {
        var key = new MembershipEntity.Key(chat.value(), ana.account().value());
        return store.read(ana.space(), () -> members.findById(key).orElseThrow().readSeq());
    }

    private List<Long> markersSince(long position) {
        return catchup.since(ana, position).events().stream()
                .filter(ReadMarkerMoved.class::isInstance)
                .map(event -> ((ReadMarkerMoved) event).state().readSeq())
                .toList();
    }

    private int unread() {
        assertThat(counts.counts(ana.account())).containsKey(ana.space());
        return conversations.conversation(ana, chat).unread();
    }

    @Test
    void countAtOnceAndAreStoredLaterInOneTransaction() {
        int before = counts.counts(ana.account()).getOrDefault(ana.space(), -1);
        long position = catchup.position(ana);

        assertThat(markers.markRead(ana, chat, 3).readSeq()).isEqualTo(3);
        assertThat(chats.membership(ana, chat).readSeq()).isEqualTo(3);
        assertThat(unread()).isEqualTo(2);
        assertThat(counts.counts(ana.account())).containsEntry(ana.space(), before - 3);
        assertThat(stored()).isZero();
        assertThat(catchup.position(ana)).isEqualTo(position);

        markers.markRead(ana, chat, 1_000);
        writer.writeAll();

        assertThat(stored()).isEqualTo(5);
        assertThat(markersSince(position)).containsExactly(5L);
        assertThat(gathered.select(ana.space(), key -> true)).isEmpty();
        assertThat(unread()).isZero();
    }

    @Test
    void ofAnAccountAreStoredWhenItsTabIsClosed() {
        markers.markRead(ana, chat, 2);
        writer.write(bruno.account());
        assertThat(stored()).isZero();

        writer.write(ana.account());
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void doNotUndoMarkingAsUnread() {
        markers.markRead(ana, chat, 5);
        assertThat(markers.markUnread(ana, chat, 4).readSeq()).isEqualTo(3);
        writer.writeAll();
        assertThat(stored()).isEqualTo(3);
        assertThat(unread()).isEqualTo(2);
    }

    @Test
    void stayWithOtherChangesOfTheMembership() {
        markers.markRead(ana, chat, 4);
        assertThat(chats.setNotifications(ana, chat, NotificationSetting.DEFAULT)
                        .readSeq())
                .isEqualTo(4);
        send(ana);
        assertThat(stored()).isEqualTo(6);
        writer.writeAll();
        assertThat(stored()).isEqualTo(6);
    }

    @Test
    void ofWhoHasLeftAreForgotten() {
        markers.markRead(ana, chat, 4);
        groups.leave(ana, chat);
        writer.writeAll();
        assertThat(gathered.select(ana.space(), key -> true)).isEmpty();
    }

    @Test
    void ofAChatThatHasBecomeSmallGiveReceipts() {
        ChatId other = groups.create(bruno, "small", List.of(ana.account()), null)
                .chat()
                .id();
        messages.send(bruno, other, new MessageDraft("one", "hola"));
        gathered.add(ana, other, new GatheredMarkers.Marker(1, true));
        Consumer<Long> given =
                seq -> assertThat(markers.receipts(bruno, other)).containsExactly(new Receipt(ana.account(), seq));
        given.accept(0L);
        writer.writeAll();
        given.accept(1L);
    }
}
