package app.charla.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class DraftsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Autowired
    private People people;

    @Autowired
    private ChatService chats;

    @Autowired
    private DraftService draftService;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

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
    void areSeparatePerMember() {
        draftService.save(ana, chat, "dear Bruno", NOON);

        assertThat(draftService.draft(ana, chat)).isEqualTo(new SavedDraft("dear Bruno", NOON));
        assertThat(draftService.draft(bruno, chat)).isEqualTo(new SavedDraft("", Instant.EPOCH));
    }

    @Test
    void lastWriterWins() {
        draftService.save(ana, chat, "from the desk", NOON);
        assertThat(draftService.save(ana, chat, "earlier, from the phone", NOON.minusSeconds(5)))
                .isEqualTo(new SavedDraft("from the desk", NOON));
        assertThat(draftService.save(ana, chat, "", NOON.plusSeconds(5)).text()).isEmpty();
    }

    @Test
    void clampsFutureTimes() {
        Instant future = Instant.parse("2999-01-01T00:00:00Z");
        assertThat(draftService.save(ana, chat, "tomorrow", future).writtenAt()).isBefore(future);
        assertThat(draftService
                        .save(ana, chat, "and later", future.plus(Duration.ofDays(1)))
                        .text())
                .isEqualTo("and later");
    }

    @Test
    void rejectsStrangersAndTooLongTexts() {
        Actor eve = people.person("eve");
        assertThatThrownBy(() -> draftService.draft(eve, chat)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> draftService.save(eve, chat, "me too", NOON)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> draftService.save(ana, chat, "half \uD83D", NOON))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> draftService.save(ana, chat, "x".repeat(DraftService.MAX_LENGTH + 1), NOON))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void staleDevicesDoNotRestoreASentDraft() {
        draftService.save(ana, chat, "dear Bruno", NOON);
        messages.send(ana, chat, new MessageDraft("one", "dear Bruno"));

        draftService.save(ana, chat, "", NOON.plusSeconds(1));
        draftService.save(ana, chat, "dear Bru", NOON.minusSeconds(1)); // from a device that was offline

        assertThat(draftService.draft(ana, chat).text()).isEmpty();
        assertThat(history.latest(bruno, chat, 10).messages()).hasSize(1);
    }
}
