package app.charla.message;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SendingTest extends GroupChatSetup {

    @Autowired
    private ChatService chats;

    @Test
    void numbersMessagesFromOneWithoutAGap() {
        for (int i = 1; i <= 5; i++) {
            assertThat(send(ana, "m" + i, "hola").message().seq()).isEqualTo(i);
        }
    }

    @Test
    void storesARepeatedSendOnce() {
        SendResult first = send(ana, "same", "hola");
        SendResult second = send(ana, "same", "hola");
        assertThat(second.repeated()).isTrue();
        assertThat(second.message()).isEqualTo(first.message());
        assertThat(history.after(bruno, group.id(), 0, 100).messages()).containsExactly(first.message());
    }

    @Test
    void rejectsAnotherTextWithTheSameClientId() {
        send(ana, "same", "hola");
        assertThatThrownBy(() -> send(ana, "same", "adios")).isInstanceOf(ConflictException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "\u200B",
                "\u3164",
                "\u2800 \u2800",
                "\u00AD\uFEFF\u2060",
                "\uFE0F",
                "\u202E\u2069"
            })
    void rejectsTextsInWhichNothingIsSeen(String text) {
        assertThatThrownBy(() -> send(ana, "blank", text)).isInstanceOf(InvalidException.class);
        Message sent = send(ana, "seen", "*").message();
        assertThatThrownBy(() -> messages.edit(ana, group.id(), sent.id(), text, sent.version()))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void letsTwoPeopleUseTheSameClientId() {
        assertThat(send(ana, "same", "hola").repeated()).isFalse();
        assertThat(send(bruno, "same", "hola").repeated()).isFalse();
    }

    @Test
    void returnsTheEditedMessageForARepeatedSend() {
        Message sent = send(ana, "c", "hola").message();
        messages.edit(ana, group.id(), sent.id(), "hola!", 0);
        assertThat(send(ana, "c", "hola").message().text()).isEqualTo("hola!");
    }

    @Test
    void comparesARepeatWithTheTextThatWasSent() {
        Message sent = send(ana, "c", "hola").message();
        messages.edit(ana, group.id(), sent.id(), "hola!", 0);
        messages.edit(ana, group.id(), sent.id(), "hola!!", 1);
        assertThat(send(ana, "c", "hola").repeated()).isTrue();
        for (String other : List.of("hola!", "hola!!", "adiós")) {
            assertThatThrownBy(() -> send(ana, "c", other)).isInstanceOf(ConflictException.class);
        }
        assertThatThrownBy(() -> reply(ana, "c", "hola", sent.id())).isInstanceOf(ConflictException.class);
        messages.delete(ana, group.id(), sent.id());
        assertThat(send(ana, "c", "hola").message().deleted()).isTrue();
        messages.undoDelete(ana, group.id(), sent.id());
        assertThat(send(ana, "c", "hola").message().text()).isEqualTo("hola!!");
        assertThatThrownBy(() -> send(ana, "c", "adiós")).isInstanceOf(ConflictException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83D", "\uDE00a", "a\uDE00\uD83Db", "a\u0000b", "\u0000"})
    void rejectsWhatCannotBeStoredAsItIs(String text) {
        Message sent = send(ana, "d", "hola").message();
        assertThatThrownBy(() -> send(ana, "c", text)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> send(ana, text, "hola")).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> messages.edit(ana, group.id(), sent.id(), text, 0))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void answersWithWhatIsStored() {
        String text = "😀 e\u0301 \uFFFF\uFDD0 \u200B\u202E \u0001 ﬁ ＡＢＣ\r\nfin";
        Message sent = send(ana, "c", text).message();
        assertThat(sent.text()).isEqualTo(text);
        assertThat(history.message(bruno, group.id(), sent.id()).text()).isEqualTo(text);
        assertThat(send(ana, "c", text).repeated()).isTrue();
    }

    @Test
    void rejectsMessagesFromNonMembers() {
        Actor stranger = people.person("eva");
        assertThatThrownBy(() -> send(stranger, "c", "hola")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void rejectsBlankAndTooLongTexts() {
        assertThatThrownBy(() -> send(ana, "c", " \n")).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> send(ana, "c", "x".repeat(8001))).isInstanceOf(InvalidException.class);
    }

    @Test
    void rejectsEditsOfAnOutdatedVersion() {
        Message sent = send(ana, "c", "hola").message();
        Message edited = messages.edit(ana, group.id(), sent.id(), "hola!", sent.version());
        assertThat(edited.text()).isEqualTo("hola!");
        assertThat(edited.editedAt()).isNotNull();
        assertThat(edited.version()).isEqualTo(1);
        assertThatThrownBy(() -> messages.edit(ana, group.id(), sent.id(), "otra", sent.version()))
                .isInstanceOf(ConflictException.class);
        assertThat(history.message(bruno, group.id(), sent.id())).isEqualTo(edited);
    }

    @Test
    void rejectsEditsAndDeletionsByOthers() {
        Message sent = send(ana, "c", "hola").message();
        assertThatThrownBy(() -> messages.edit(bruno, group.id(), sent.id(), "x", 0))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> messages.delete(bruno, group.id(), sent.id())).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void keepsThePositionOfADeletedMessageWithoutItsText() {
        Message sent = send(ana, "c", "secreto").message();
        messages.delete(ana, group.id(), sent.id());
        Message left = history.after(bruno, group.id(), 0, 10).messages().getFirst();
        assertThat(left.deleted()).isTrue();
        assertThat(left.text()).isEmpty();
        assertThat(left.seq()).isEqualTo(1);
    }

    @Test
    void pagesThroughHistoryInBothDirections() {
        for (int i = 1; i <= 25; i++) {
            send(ana, "m" + i, "hola " + i);
        }
        MessagePage latest = history.latest(bruno, group.id(), 10);
        assertThat(seqs(latest)).containsExactlyElementsOf(range(16, 25));
        assertThat(latest.hasOlder()).isTrue();
        assertThat(latest.hasNewer()).isFalse();
        assertThat(seqs(history.before(bruno, group.id(), 16, 10))).containsExactlyElementsOf(range(6, 15));
        assertThat(seqs(history.after(bruno, group.id(), 3, 4))).containsExactlyElementsOf(range(4, 7));
        assertThat(seqs(history.around(bruno, group.id(), 12, 6))).containsExactlyElementsOf(range(10, 15));
        MessagePage first = history.before(bruno, group.id(), 3, 10);
        assertThat(seqs(first)).containsExactly(0L, 1L, 2L); // 0 is the system message of the group's creation
        assertThat(first.hasOlder()).isFalse();
    }

    @Test
    void knowsTheEndsOfTheHistory() {
        for (int i = 1; i <= 5; i++) {
            send(ana, "m" + i, "hola " + i);
        }
        assertEnds(history.before(bruno, group.id(), 6, 10), false, false);
        assertEnds(history.before(bruno, group.id(), 5, 10), false, true);
        assertEnds(history.before(bruno, group.id(), 1_000, 3), true, false);
        assertEnds(history.before(bruno, group.id(), 0, 3), false, true);
        assertEnds(history.after(bruno, group.id(), -1, 10), false, false);
        assertEnds(history.after(bruno, group.id(), -1, 3), false, true);
        assertEnds(history.after(bruno, group.id(), 0, 10), true, false);
        assertEnds(history.after(bruno, group.id(), 5, 10), true, false);
        assertEnds(history.after(bruno, group.id(), 1_000, 10), true, false);
        assertEnds(history.around(bruno, group.id(), 3, 2), true, true);
        assertEnds(history.around(bruno, group.id(), 3, 100), false, false);
        assertEnds(history.around(bruno, group.id(), 1_000, 2), true, false);
        assertEnds(history.around(bruno, group.id(), Long.MAX_VALUE, 2), true, false);
        assertEnds(history.latest(bruno, group.id(), 100), false, false);
    }

    private static void assertEnds(MessagePage page, boolean older, boolean newer) {
        assertThat(page.hasOlder()).as("older than %s", seqs(page)).isEqualTo(older);
        assertThat(page.hasNewer()).as("newer than %s", seqs(page)).isEqualTo(newer);
    }

    @Test
    void numbersConcurrentAndRepeatedSendsWithoutGaps() throws Exception {
        List<Callable<SendResult>> sends = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String clientId = "m" + i / 2; // each is sent twice
            Actor sender = i % 4 < 2 ? ana : bruno;
            sends.add(() -> send(sender, clientId, "hola"));
        }
        List<Future<SendResult>> outcomes;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes = threads.invokeAll(sends);
        }
        long stored = 0;
        for (Future<SendResult> outcome : outcomes) {
            stored += outcome.get().repeated() ? 0 : 1;
        }
        assertThat(stored).isEqualTo(200);
        assertThat(seqs(history.after(ana, group.id(), 0, 200))).containsExactlyElementsOf(range(1, 200));
    }

    @Test
    void quotesTheMessageRepliedTo() {
        Message asked = send(ana, "c", "\n¿Reservamos?\nQuedan pocas plazas").message();
        Message reply = reply(bruno, "d", "Sí", asked.id()).message();
        Quote quote = requireNonNull(reply.quote());
        assertThat(quote).isEqualTo(asked.toQuote());
        assertThat(quote.text()).isEqualTo("¿Reservamos?");
        assertThat(history.latest(ana, group.id(), 1).messages()).containsExactly(reply);
        assertThat(reply(bruno, "d", "Sí", asked.id()).repeated()).isTrue();
        assertThatThrownBy(() -> send(bruno, "d", "Sí")).isInstanceOf(ConflictException.class);
    }

    @Test
    void quotesAMessageAsItIsNow() {
        Message asked = send(ana, "c", "secreto").message();
        Message reply = reply(bruno, "d", "Vale", asked.id()).message();
        messages.edit(ana, group.id(), asked.id(), "x".repeat(200), 0);
        assertThat(quoteOf(reply).text()).isEqualTo("x".repeat(139) + "…");
        messages.delete(ana, group.id(), asked.id());
        Quote left = quoteOf(reply);
        assertThat(left.deleted()).isTrue();
        assertThat(left.text()).isEmpty();
        assertThat(left.sender()).isEqualTo(ana.account());
    }

    @Test
    void rejectsRepliesToOtherChatsAndSystemMessages() {
        Chat other = groups.create(ana, "Otro", List.of(), null).chat();
        Message secret =
                messages.send(ana, other.id(), new MessageDraft("c", "secreto")).message();
        MessageId note =
                history.latest(ana, group.id(), 1).messages().getFirst().id();
        for (MessageId wrong : List.of(secret.id(), note, new MessageId(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> reply(ana, "d", "Sí", wrong)).isInstanceOf(InvalidException.class);
        }
    }

    private Quote quoteOf(Message reply) {
        return requireNonNull(history.message(bruno, group.id(), reply.id()).quote());
    }

    private SendResult reply(Actor actor, String clientId, String text, MessageId replyTo) {
        return messages.send(actor, group.id(), new MessageDraft(clientId, text, replyTo));
    }

    private SendResult send(Actor actor, String clientId, String text) {
        return messages.send(actor, group.id(), new MessageDraft(clientId, text));
    }

    private static List<Long> seqs(MessagePage page) {
        return page.messages().stream().map(Message::seq).toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void recognisesActions() {
        assertThat(send(ana, "does", "/me waves").message().action()).isEqualTo("waves");
        for (String text : List.of("/me", "/meows", " /me waves", "/mute 1h", "/usr/bin")) {
            Message said = send(ana, "says " + text, text).message();
            assertThat(said.action()).isNull();
            assertThat(said.text()).isEqualTo(text);
        }
    }
}
