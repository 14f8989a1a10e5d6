package app.charla.libsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.ProfileDirectory;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.UnavailableException;
import app.charla.message.Message;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import app.charla.message.Reaction;
import app.charla.message.ReactionService;
import app.charla.message.SendResult;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Charla on a database server: what it asks of the network, and what becomes of messages when that fails. */
@Tag("once")
@ServiceTest
@Import(EventRecorder.class)
class ChatOnServerTest {

    private static final FakeHrana SERVER = new FakeHrana(FakeHrana.Mode.SQLD);
    private static final Predicate<Wire.Recorded> COMMIT =
            request -> request.shape().contains("COMMIT");

    @Autowired
    private People people;

    @Autowired
    private ChatService chats;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private ReactionService reactions;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private EventRecorder recorder;

    private Actor ana;
    private ChatId chat;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry settings) throws IOException {
        SERVER.start();
        settings.add("charla.storage.db-url", () -> SERVER.wire().url());
        settings.add("charla.search.gathering", () -> "1h"); // the index would ask, too
    }

    @AfterAll
    static void stop() throws IOException {
        SERVER.stop();
    }

    @BeforeEach
    void openAChat() {
        ana = people.person("ana");
        ChatId other =
                chats.openPrivate(ana, people.person("carla").account()).chat().id();
        await().until(() -> writesByHeart(other)); // a while after an earlier test has written as another process
        chat = chats.openPrivate(ana, people.person("bruno").account()).chat().id();
        send("first"); // from now on the writer knows the numbers by heart
        await().until(() -> recorder.texts().contains("first"));
        recorder.messages().clear();
        SERVER.wire().forgetRequests();
    }

    @Test
    void sendsAMessageInOneRoundTrip() {
        send("hello");
        assertThat(SERVER.wire().shapes()).singleElement().asString().contains("BEGIN", "INSERT", "COMMIT", "close");
        await().until(() -> recorder.texts().equals(List.of("hello")));
    }

    @Test
    void sendsMentionsInTheSameRoundTrip() {
        String text = "hello @all and @" + bruno();
        send(text); // from now on the names of the members are known by heart
        SERVER.wire().forgetRequests();
        send(text + "!");
        assertThat(SERVER.wire().shapes()).singleElement().asString().contains("BEGIN", "COMMIT", "close");
        assertThat(history.latest(ana, chat, 1).messages().getFirst().mentions().people())
                .hasSize(1);
    }

    @Test
    void commitsConcurrentSendsInSharedRoundTrips() throws Exception {
        SERVER.wire().delayBy(50);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<SendResult>> senders = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String text = "text " + i;
                senders.add(() -> send(text));
            }
            for (Future<SendResult> sent : threads.invokeAll(senders)) {
                assertThat(sent.get().repeated()).isFalse();
            }
        } finally {
            SERVER.wire().delayBy(0);
        }
        assertThat(SERVER.wire().requests())
                .as("the first goes alone, the others wait for it and go together")
                .hasSizeLessThanOrEqualTo(3);
        assertThat(stored()).hasSize(17);
    }

    @Test
    void readsAPageInTwoRoundTripsAtMost() {
        history.latest(ana, chat, 50);
        assertThat(SERVER.wire().requests()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void readsQuotesAndReactionsWithThePage() {
        SendResult asked = send("asked");
        for (int i = 0; i < 5; i++) {
            var answer = new MessageDraft("answer " + i, "yes", asked.message().id());
            reactions.react(
                    ana, chat, messages.send(ana, chat, answer).message().id(), "👍");
        }
        SERVER.wire().forgetRequests();
        Message last = history.latest(ana, chat, 50).messages().getLast();
        assertThat(last.quote()).isEqualTo(asked.message().toQuote());
        assertThat(last.reactions()).containsExactly(new Reaction("👍", List.of(ana.account())));
        assertThat(SERVER.wire().requests()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void sendsAReplyInTwoMoreRoundTrips() {
        SendResult asked = send("asked");
        SERVER.wire().forgetRequests();
        messages.send(
                ana, chat, new MessageDraft("answer", "yes", asked.message().id()));
        assertThat(SERVER.wire().requests()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void acknowledgesWhatWasCommittedThoughTheAnswerIsLost() {
        SERVER.wire().once(COMMIT, Wire.dropAfter());
        SendResult result = send("hello");
        assertThat(result.repeated()).isFalse();
        assertThat(stored()).containsExactly("first", "hello");
        await().until(() -> recorder.texts().equals(List.of("hello")));
    }

    @Test
    void reportsAnUnsentCommitAsRetryable() {
        SERVER.wire().once(COMMIT, Wire.dropBefore());
        assertThatThrownBy(() -> send("hello")).isInstanceOf(UnavailableException.class);
        assertThat(stored()).containsExactly("first");
        assertThat(send("hello").message().seq()).isEqualTo(2);
        await().until(() -> recorder.texts().equals(List.of("hello")));
    }

    @Test
    void resolvesALostCommitWhenTheServerIsBack() {
        SERVER.wire().once(COMMIT, Wire.dropAfter());
        for (int i = 0; i < 3; i++) {
            SERVER.wire().once(COMMIT.negate(), Wire.html(502));
        }
        assertThatThrownBy(() -> send("hello")).isInstanceOf(UnavailableException.class);
        await().until(() -> recorder.texts().equals(List.of("hello")));
        assertThat(send("hello").repeated()).isTrue();
        assertThat(stored()).containsExactly("first", "hello");
        await().until(() -> recorder.texts().equals(List.of("hello")));
    }

    @Test
    void deliversALateCommitWithoutALaterWrite() throws IOException {
        Wire.Late late = SERVER.wire().late();
        SERVER.wire().once(COMMIT, late);
        assertThatThrownBy(() -> send("late")).isInstanceOf(UnavailableException.class);
        late.arrive();
        await().until(() -> recorder.texts().equals(List.of("late")));
        assertThat(send("late").repeated()).isTrue();
        assertThat(stored()).containsExactly("first", "late");
        assertThat(recorder.texts()).containsExactly("late");
    }

    @Test
    void deliversALateCommitBeforeTheNextMessage() throws IOException {
        Wire.Late late = SERVER.wire().late();
        SERVER.wire().once(COMMIT, late);
        assertThatThrownBy(() -> send("late")).isInstanceOf(UnavailableException.class);
        late.arrive();
        assertThat(send("next").message().seq()).isEqualTo(3);
        await().until(() -> recorder.texts().equals(List.of("late", "next")));
        assertThat(stored()).containsExactly("first", "late", "next");
        SERVER.wire().forgetRequests();
        send("by heart again");
        assertThat(SERVER.wire().requests())
                .as("beside the end of a stream of before")
                .filteredOn(request -> request.text().contains("journal"))
                .hasSize(1);
        await().until(() -> recorder.texts().size() == 3);
    }

    /** The repeated message takes the positions first: the late commit then fails by itself. */
    @Test
    void storesARepeatedMessageOnceThoughItsFirstCommitComesLate() throws IOException {
        Wire.Late late = SERVER.wire().late();
        SERVER.wire().once(COMMIT, late);
        assertThatThrownBy(() -> send("hello")).isInstanceOf(UnavailableException.class);
        assertThat(send("hello").message().seq()).isEqualTo(2);
        late.arrive();
        send("next");
        assertThat(stored()).containsExactly("first", "hello", "next");
        await().until(() -> recorder.texts().equals(List.of("hello", "next")));
    }

    /** Its answer is lost, and meanwhile another process has taken the position: without a batch it looks stored. */
    @Test
    void neverAcknowledgesACommitReplacedByAnother() throws Exception {
        SERVER.wire().once(COMMIT, (request, proper) -> {
            foreignMessage("foreign", 1, 1);
            throw new IOException("dropped");
        });
        assertThatThrownBy(() -> send("mine")).isInstanceOf(UnavailableException.class);
        assertThat(stored()).containsExactly("first", "foreign");
        assertThat(send("mine").message().seq()).isEqualTo(3);
        assertThat(stored()).containsExactly("first", "foreign", "mine");
    }

    /** Taken are the position of the journal, the id of the message, or its seq. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "5, 5"})
    void goesOnBehindAMessageOfAnotherProcess(int id, int position) throws Exception {
        foreignMessage("foreign", id, position);
        int before = recorder.advances().size();
        assertThat(send("mine").message().seq()).isEqualTo(3);
        assertThat(stored()).containsExactly("first", "foreign", "mine");
        assertThat(recorder.advances()).hasSize(before + 1);
    }

    @Test
    void failsAllWaitingSendsAtOnceWhenTheServerIsAway() throws Exception {
        Predicate<Wire.Recorded> any = request -> true;
        for (int i = 0; i < 200; i++) {
            SERVER.wire().once(any, Wire.html(503));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SendResult>> sending = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String text = "text " + i;
                sending.add(threads.submit(() -> send(text)));
            }
            for (Future<SendResult> sent : sending) {
                assertThatThrownBy(sent::get).hasCauseInstanceOf(UnavailableException.class);
            }
        }
        SERVER.wire().recover();
        assertThat(send("back").message().seq()).isEqualTo(2);
        assertThat(stored()).containsExactly("first", "back");
    }

    @Test
    void refusesARepeatedMessageAmongOthers() throws Exception {
        send("twice");
        SERVER.wire().delayBy(30);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SendResult>> sending = new ArrayList<>();
            for (String text : List.of("a", "b", "twice", "c", "d")) {
                sending.add(threads.submit(() -> send(text)));
            }
            for (int i = 0; i < sending.size(); i++) {
                assertThat(sending.get(i).get().repeated()).isEqualTo(i == 2);
            }
        } finally {
            SERVER.wire().delayBy(0);
        }
        assertThat(stored()).hasSize(6).contains("a", "b", "c", "d");
        await().until(() -> recorder.texts().size() == 5);
    }

    /** The text is its own clientId: sending it again is the same message. */
    private SendResult send(String text) {
        return messages.send(ana, chat, new MessageDraft(text, text));
    }

    private boolean writesByHeart(ChatId other) {
        SERVER.wire().forgetRequests();
        String text = UUID.randomUUID().toString();
        messages.send(ana, other, new MessageDraft(text, text));
        return SERVER.wire().requests().size() == 1;
    }

    /** Writes a message to the chat as another process would, so far behind the end of the journal. */
    private static void foreignMessage(String text, int id, int position) throws IOException {
        try (Connection other = SERVER.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("""
                    INSERT INTO message (id, chat_id, seq, sender_id, client_id, kind, text, sent_at, version)
                    SELECT (SELECT max(position) + %d FROM journal), chat_id, max(seq) + 1, sender_id, '%s', kind,
                        '%s', sent_at, 0
                    FROM message WHERE chat_id = (SELECT chat_id FROM message ORDER BY id DESC LIMIT 1)""".formatted(id, text, text));
            statement.executeUpdate("""
                    INSERT INTO journal (position, kind, chat_id, message_id, at)
                    SELECT (SELECT max(position) + %d FROM journal), 'MESSAGE', chat_id, id, sent_at
                    FROM message ORDER BY id DESC LIMIT 1""".formatted(position));
            other.commit();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private String bruno() {
        return profiles.getById(chats.visible(ana, chat).other(ana.account())).username();
    }

    private List<String> stored() {
        return history.latest(ana, chat, 50).messages().stream()
                .map(Message::text)
                .toList();
    }
}
