package app.charla.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.message.Message;
import app.charla.message.MessageDraft;
import app.charla.message.MessageService;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ServiceTest
@RecordApplicationEvents
class ShareServiceTest {

    @Autowired
    private People people;

    @Autowired
    private ShareService shareService;

    @Autowired
    private ChatService chats;

    @Autowired
    private MessageService messages;

    @Autowired
    private DataSource directory;

    @Autowired
    private ApplicationEvents events;

    private Actor ana;
    private Actor ben;
    private Chat chat;

    @BeforeEach
    void setUp() {
        ana = people.person("ana");
        ben = people.person("ben");
        chat = chats.openPrivate(ana, ben.account()).chat();
    }

    private Message send(Actor actor, String text) {
        return messages.send(
                        actor, chat.id(), new MessageDraft(UUID.randomUUID().toString(), text))
                .message();
    }

    private void assertGone(String token) {
        assertThatThrownBy(() -> shareService.open(token)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void showsOnlyTheSharedRange() {
        send(ana, "one");
        long two = send(ana, "two").seq();
        send(ana, "three");

        IssuedShare made = shareService.share(ana, chat.id(), two, two, 7);

        assertThat(shareService.open(made.token()).lines())
                .extracting(SharedPage.Line::text)
                .containsExactly("two");
        assertThat(made.toString()).doesNotContain(made.token());
    }

    @Test
    void requiresConsentOfOtherAuthorsInPrivateChats() {
        long theirs = send(ben, "between us").seq();
        IssuedShare made = shareService.share(ana, chat.id(), theirs, theirs, 7);

        assertGone(made.token());
        assertThat(shareService.requests(ben.account())).hasSize(1);
        assertThat(shareService.countRequests(ben.account())).isEqualTo(1);
        assertThat(shareService.ownTexts(ben.account(), made.share())).containsExactly("between us");

        shareService.consent(ben.account(), made.share().id());
        assertThat(shareService.open(made.token()).lines()).hasSize(1);
        assertThat(shareService.requests(ben.account())).isEmpty();
        assertThat(shareService.countRequests(ben.account())).isZero();

        shareService.refuse(ben.account(), made.share().id());
        assertGone(made.token());
    }

    @Test
    void publishesShareRequestsChanged() {
        long theirs = send(ben, "between us").seq();
        IssuedShare made = shareService.share(ana, chat.id(), theirs, theirs, 7);
        shareService.revoke(ana.account(), made.share().id());

        assertThat(events.stream(ShareRequestsChanged.class))
                .containsExactly(new ShareRequestsChanged(ben.account()), new ShareRequestsChanged(ben.account()));
        assertThat(shareService.countRequests(ben.account())).isZero();
    }

    @Test
    void rejectsConsentAndRevocationByOthers() {
        Actor eve = people.person("eve");
        long theirs = send(ben, "between us").seq();
        UUID made =
                shareService.share(ana, chat.id(), theirs, theirs, 7).share().id();

        assertThatThrownBy(() -> shareService.consent(eve.account(), made)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> shareService.consent(ana.account(), made)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> shareService.revoke(eve.account(), made)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> shareService.share(eve, chat.id(), theirs, theirs, 7))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void showsEditedAndHidesDeletedMessages() {
        Message said = send(ana, "first thoughts");
        String token =
                shareService.share(ana, chat.id(), said.seq(), said.seq(), 7).token();

        Message edited = messages.edit(ana, chat.id(), said.id(), "second thoughts", said.version());
        assertThat(shareService.open(token).lines().getFirst().text()).isEqualTo("second thoughts");

        messages.delete(ana, chat.id(), edited.id());
        assertGone(token);
    }

    @Test
    void rejectsRevokedAndExpiredShares() {
        long own = send(ana, "mine").seq();
        IssuedShare taken = shareService.share(ana, chat.id(), own, own, 7);
        IssuedShare old = shareService.share(ana, chat.id(), own, own, 1);
        assertThat(shareService.shares(ana.account())).hasSize(2);

        shareService.revoke(ana.account(), taken.share().id());
        assertGone(taken.token());

        new JdbcTemplate(directory).update("UPDATE share SET expires_at = 1");
        assertGone(old.token());
        assertThat(shareService.shares(ana.account())).isEmpty();
        shareService.deleteExpired();
        assertGone(old.token());
    }

    @Test
    void rejectsInvalidRangesAndDurations() {
        long own = send(ana, "mine").seq();

        assertThatThrownBy(() -> shareService.share(ana, chat.id(), own, own + 20, 7))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> shareService.share(ana, chat.id(), own, own - 1, 7))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> shareService.share(ana, chat.id(), own + 5, own + 6, 7))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> shareService.share(ana, chat.id(), own, own, 91))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> shareService.share(ana, chat.id(), own, own, 0))
                .isInstanceOf(InvalidException.class);
    }
}
