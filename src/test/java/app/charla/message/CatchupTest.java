package app.charla.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.chat.Chat;
import app.charla.chat.ChatChanged;
import app.charla.chat.ChatGone;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.chat.ReadMarkerMoved;
import app.charla.chat.ReadMarkers;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.NotFoundException;
import app.charla.realtime.Delivery;
import app.charla.realtime.MessageBroadcaster;
import app.charla.realtime.Subscriber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** For each kind of event: loading and then applying the event equals loading afterwards. */
@ServiceTest
class CatchupTest {

    /** The state of a client, built from loading and from events alone. */
    private final class Client {
        final Map<ChatId, Chat> chats = new HashMap<>();
        final Map<ChatId, SortedMap<Long, Message>> messagesByChat = new HashMap<>();
        final Map<ChatId, Long> read = new HashMap<>();

        void load(Actor actor) {
            conversationList.conversations(actor).forEach(conversation -> {
                ChatId id = conversation.chat().id();
                chats.put(id, conversation.chat());
                read.put(id, conversation.readSeq());
                loadMessages(actor, id);
            });
        }

        private void loadMessages(Actor actor, ChatId id) {
            var known = messagesByChat.computeIfAbsent(id, key -> new TreeMap<>());
            history.latest(actor, id, 200).messages().forEach(message -> known.put(message.seq(), message));
        }

        /** A chat deleted before its event is applied is removed by a later event. */
        void apply(Actor actor, LiveEvent event) {
            try {
                applyPresent(actor, event);
            } catch (NotFoundException deletedMeanwhile) {
                chats.remove(event.chat());
            }
        }

        private void applyPresent(Actor actor, LiveEvent event) {
            switch (event) {
                case MessagePosted posted -> {
                    put(posted.message());
                    if (posted.message().sender().equals(actor.account())) {
                        read.put(posted.chat(), posted.message().seq());
                    }
                }
                case MessageChanged changed -> put(changed.message());
                case ChatChanged changed -> {
                    read.putIfAbsent(
                            changed.chat(),
                            conversationList.conversation(actor, changed.chat()).readSeq());
                    if (chats.put(changed.chat(), changed.state()) == null) {
                        loadMessages(actor, changed.chat());
                    }
                }
                case ChatGone gone -> {
                    chats.remove(gone.chat());
                    messagesByChat.remove(gone.chat());
                    read.remove(gone.chat());
                }
                case ReadMarkerMoved moved ->
                    read.put(moved.chat(), moved.state().readSeq());
                default -> throw new AssertionError("unknown event " + event);
            }
        }

        private void put(Message message) {
            var known = messagesByChat.computeIfAbsent(message.chat(), key -> new TreeMap<>());
            known.merge(message.seq(), message, (old, now) -> now.revision() >= old.revision() ? now : old);
            known.replaceAll((seq, line) -> withCurrentQuote(line, message));
        }

        private static Message withCurrentQuote(Message line, Message source) {
            Quote quote = line.quote();
            boolean stale = quote != null && quote.id().equals(source.id()) && quote.version() < source.version();
            return stale ? line.toBuilder().quote(source.toQuote()).build() : line;
        }

        void assertSameAs(Client other) {
            assertThat(chats).isEqualTo(other.chats);
            assertThat(messagesByChat).isEqualTo(other.messagesByChat);
            assertThat(read).isEqualTo(other.read);
        }
    }

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

    @Autowired
    private ReactionService reactions;

    @Autowired
    private ConversationList conversationList;

    @Autowired
    private CatchupService catchup;

    @Autowired
    private MessageBroadcaster broadcaster;

    private Actor ana;
    private Actor bruno;
    private ChatId group;
    private ChatId deletedGroup;

    @BeforeEach
    void setUp() {
        ana = people.person("ana");
        bruno = people.person("bruno");
        group = group("Viaje");
        deletedGroup = group("Efímero");
        messages.send(ana, group, new MessageDraft("before", "antes"));
    }

    @Test
    void catchupEqualsLoadingAfterwards() {
        Client client = new Client();
        long cursor = catchup.position(bruno);
        client.load(bruno);
        changeEverything();
        Catchup missed = catchup.since(bruno, cursor);
        assertThat(missed.complete()).isTrue();
        missed.events().forEach(event -> client.apply(bruno, event));
        client.assertSameAs(loaded(bruno));
    }

    @Test
    void catchupIsIdempotent() {
        Client client = new Client();
        long cursor = catchup.position(bruno);
        client.load(bruno);
        changeEverything();
        List<LiveEvent> events = catchup.since(bruno, cursor).events();
        events.forEach(event -> client.apply(bruno, event));
        events.forEach(event -> client.apply(bruno, event));
        client.assertSameAs(loaded(bruno));
    }

    @Test
    void liveEventsEqualLoadingAfterwards() {
        Client client = new Client();
        List<LiveEvent> received = new CopyOnWriteArrayList<>();
        try (var subscription = broadcaster.subscribe(bruno, new Subscriber() {
            @Override
            public void deliver(Delivery delivery) {
                received.addAll(delivery.events());
            }

            @Override
            public void resync() {
                throw new AssertionError("unexpected resync");
            }
        })) {
            client.load(bruno);
            changeEverything();
            long end = catchup.position(bruno);
            await().until(() -> !received.isEmpty() && received.getLast().position() >= end);
        }
        received.forEach(event -> client.apply(bruno, event));
        client.assertSameAs(loaded(bruno));
    }

    @Test
    void hasNoEventsForStrangers() {
        Actor eva = people.person("eva");
        long cursor = catchup.position(eva);
        changeEverything();
        assertThat(catchup.since(eva, cursor).events()).isEmpty();
    }

    @Test
    void isIncompleteForAnUnknownCursor() {
        assertThat(catchup.since(ana, -1).complete()).isFalse();
        assertThat(catchup.since(ana, Long.MAX_VALUE - 1).complete()).isFalse();
        Catchup nothing = catchup.since(ana, catchup.position(ana));
        assertThat(nothing.complete()).isTrue();
        assertThat(nothing.events()).isEmpty();
    }

    private void changeEverything() {
        Message first = send("uno");
        Message second = send("dos");
        messages.send(bruno, group, new MessageDraft("answer-1", "¿uno?", first.id()));
        messages.send(bruno, group, new MessageDraft("answer-2", "¿dos?", second.id()));
        messages.edit(ana, group, first.id(), "uno!", first.version());
        messages.delete(ana, group, second.id());
        reactions.react(bruno, group, first.id(), "👍");
        reactions.react(ana, group, first.id(), "👍");
        reactions.react(ana, group, first.id(), "🚆");
        reactions.remove(bruno, group, first.id(), "👍");
        messages.send(bruno, group, new MessageDraft("b", "mío"));
        markers.markUnread(bruno, group, 3);
        groups.rename(ana, group, "Costa");
        groups.changeRole(ana, group, bruno.account(), Chat.Role.ADMIN);
        group("Nuevo");
        chats.openPrivate(ana, bruno.account());
        groups.delete(ana, deletedGroup);
        ChatId left = group("Adiós");
        groups.remove(ana, left, bruno.account());
        // The last journal entry concerns bruno, so that his subscriber knows when all events have arrived.
        markers.markRead(bruno, group, 3);
    }

    private Client loaded(Actor actor) {
        Client client = new Client();
        client.load(actor);
        return client;
    }

    private ChatId group(String name) {
        return groups.create(ana, name, List.of(bruno.account()), null).chat().id();
    }

    private Message send(String text) {
        return messages.send(ana, group, new MessageDraft(text, text)).message();
    }
}
