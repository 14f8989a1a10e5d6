package app.charla.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.realtime.Delivery;
import app.charla.realtime.MessageBroadcaster;
import app.charla.realtime.Signal;
import app.charla.realtime.Subscriber;
import app.charla.realtime.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class TypingServiceTest {

    @Autowired
    private People people;

    @Autowired
    private ChatService chats;

    @Autowired
    private GroupService groups;

    @Autowired
    private TypingService typing;

    @Autowired
    private MessageBroadcaster broadcaster;

    private Actor ana;
    private Actor bruno;
    private ChatId chat;

    @BeforeEach
    void setUp() {
        ana = people.person("ana");
        bruno = people.person("bruno");
        chat = chats.openPrivate(ana, bruno.account()).chat().id();
    }

    @Test
    void signalsOtherMembersWithTheChatOpen() {
        var listener = new Listener(chat);
        var otherChat =
                new Listener(chats.openPrivate(bruno, bruno.account()).chat().id());
        var own = new Listener(chat);
        try (Subscription open = broadcaster.subscribe(bruno, listener);
                Subscription other = broadcaster.subscribe(bruno, otherChat);
                Subscription mine = broadcaster.subscribe(ana, own)) {
            typing.type(ana, chat);
            typing.type(ana, chat); // repeated too soon

            assertThat(listener.received).containsExactly(new Typing(ana.space(), chat, ana.account()));
            assertThat(otherChat.received).isEmpty();
            assertThat(own.received).isEmpty();
        }
    }

    @Test
    void limitsNumberOfTypingPeople() {
        List<Actor> many =
                IntStream.range(0, 6).mapToObj(i -> people.person("w" + i)).toList();
        List<AccountId> members = many.stream().map(Actor::account).toList();
        ChatId group = groups.create(ana, "G", members, null).chat().id();
        var listener = new Listener(group);
        try (Subscription open = broadcaster.subscribe(ana, listener)) {
            many.forEach(writer -> typing.type(writer, group));

            assertThat(listener.received).hasSize(4);
        }
    }

    @Test
    void rejectsNonMembers() {
        Actor eve = people.person("eve");
        assertThatThrownBy(() -> typing.type(eve, chat)).isInstanceOf(NotFoundException.class);
        ChatId plaza = chats.publicChats(eve).getFirst().id();
        chats.leavePublic(eve, plaza);
        assertThatThrownBy(() -> typing.type(eve, plaza)).isInstanceOf(NotFoundException.class);
    }

    /** Receives on the thread of the sender, being quick. */
    private static final class Listener implements Subscriber {

        private final ChatId open;
        private final List<Signal> received = new CopyOnWriteArrayList<>();

        Listener(ChatId open) {
            this.open = open;
        }

        @Override
        public boolean isNonBlocking() {
            return true;
        }

        @Override
        public boolean listensTo(ChatId chat) {
            return chat.equals(open);
        }

        @Override
        public void onSignal(Signal signal) {
            received.add(signal);
        }

        @Override
        public void deliver(Delivery delivery) {
            // messages do not matter here
        }

        @Override
        public void resync() {
            // no state to reload
        }
    }
}
