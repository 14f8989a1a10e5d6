package app.charla.message;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.Spaces;
import app.charla.account.Preferences.Language;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.MessageId;
import app.charla.space.SpaceSettings;
import app.charla.space.SpaceSettings.Joining;
import app.charla.space.SpaceSettingsService;
import app.charla.storage.SpaceStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class RetentionTest {

    @Autowired
    private People people;

    @Autowired
    private Spaces spaces;

    @Autowired
    private SpaceSettingsService settings;

    @Autowired
    private Retention retention;

    @Autowired
    private SpaceStore store;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private CatchupService catchup;

    @Autowired
    private ChatService chats;

    @Autowired
    private Clock clock;

    @PersistenceContext(unitName = "space")
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    private Actor ana;
    private ChatId plaza;

    @BeforeEach
    void setUp() {
        ana = spaces.space(people.person("ana").account(), "Pizarra", Joining.INVITE);
        plaza = chats.publicChats(ana).getFirst().id();
    }

    private void say(int lines) {
        for (int line = 0; line < lines; line++) {
            messages.send(ana, plaza, new MessageDraft("c" + clock.instant() + line, "línea " + line));
        }
    }

    private void age(Duration by) {
        store.<Integer>write(
                ana.space(),
                transaction -> entities.createNativeQuery("update message set sent_at = sent_at - :by")
                        .setParameter("by", by.toMillis())
                        .executeUpdate());
    }

    private long rows() {
        return store.read(
                ana.space(),
                () -> ((Number) entities.createNativeQuery("select count(*) from message")
                                .getSingleResult())
                        .longValue());
    }

    private void keep(int days) {
        var changed = new SpaceSettings("", Language.ES, Joining.INVITE, days, true);
        settings.change(ana, new SpaceSettingsService.Change(null, null, null, changed, null));
    }

    @Test
    void deletesOldMessagesAndKeepsNumbering() {
        say(600);
        age(Duration.ofDays(8));
        say(2);
        keep(7);
        long before = catchup.position(ana);

        retention.deleteExpired();

        assertThat(rows()).isEqualTo(2);
        assertThat(history.latest(ana, plaza, 200).messages())
                .extracting(Message::text)
                .containsExactly("línea 0", "línea 1");
        assertThat(catchup.position(ana)).isEqualTo(before + 600);
        say(1);
        assertThat(history.latest(ana, plaza, 1).messages().getFirst().seq()).isEqualTo(603);
    }

    @Test
    void keepsTheLastMessageWithoutContent() {
        say(3);
        age(Duration.ofDays(8));
        keep(7);
        retention.deleteExpired();
        retention.deleteExpired();
        assertThat(history.latest(ana, plaza, 10).messages()).singleElement().satisfies(line -> {
            assertThat(line.seq()).isEqualTo(3);
            assertThat(line.deleted()).isTrue();
            assertThat(line.text()).isEmpty();
        });
        store.close(ana.space()); // the next seq is computed from the messages again
        say(1);
        retention.deleteExpired();
        assertThat(history.latest(ana, plaza, 10).messages())
                .extracting(Message::seq)
                .containsExactly(4L);
    }

    @Test
    void quotesDeletedMessagesAsMissing() {
        say(1);
        MessageId original = history.latest(ana, plaza, 1).messages().getFirst().id();
        age(Duration.ofDays(8));
        messages.send(ana, plaza, new MessageDraft("answer", "sí", original));
        keep(7);
        retention.deleteExpired();
        assertThat(history.latest(ana, plaza, 10).messages())
                .extracting(Message::quote)
                .containsExactly(Quote.missing(original));
    }

    @Test
    void keepsMessagesWithoutALimit() {
        say(3);
        age(Duration.ofDays(4000));
        retention.deleteExpired();
        assertThat(rows()).isEqualTo(3);
    }
}
