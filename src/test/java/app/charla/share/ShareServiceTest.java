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

    private void assertNotFound(String token) {
        assertThatThrownBy(() -> shareService.open(token)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void showsOnlyTheSharedRange() {
        send(ana, "one");
        long two = send(ana, "two").seq();
        send(ana, "three");

        IssuedShare issued = shareService.share(ana, chat.id(), two, two, 7);

        assertThat(shareService.open(issued.token()).messages())
                .extracting(SharedPage.SharedMessage::text)
                .containsExactly("two");
        assertThat(issued.toString()).doesNotContain(issued.token());
    }

    @Test
    void requiresConsentOfOtherAuthorsInPrivateChats() {
        long seqOfBen = send(ben, "between us").seq();
        IssuedShare issued = shareService.share(ana, chat.id(), seqOfBen, seqOfBen, 7);

        assertNotFound(issued.token());
        assertThat(shareService.requests(ben.account())).hasSize(1);
        assertThat(shareService.countRequests(ben.account())).isEqualTo(1);
        assertThat(shareService.ownTexts(ben.account(), issued.share())).containsExactly("between us");

        shareService.consent(ben.account(), issued.share().id());
        assertThat(shareService.open(issued.token()).messages()).hasSize(1);
        assertThat(shareService.requests(ben.account())).isEmpty();
        assertThat(shareService.countRequests(ben.account())).isZero();

        shareService.refuse(ben.account(), issued.share().id());
        assertNotFound(issued.token());
    }

    @Test
    void publishesShareRequestsChanged() {
        long seqOfBen = send(ben, "between us").seq();
        IssuedShare issued = shareService.share(ana, chat.id(), seqOfBen, seqOfBen, 7);
        shareService.revoke(ana.account(), issued.share().id());

        assertThat(events.stream(ShareRequestsChanged.class))
                .containsExactly(new ShareRequestsChanged(ben.account()), new ShareRequestsChanged(ben.account()));
        assertThat(shareService.countRequests(ben.account())).isZero();
    }

    @Test
    void rejectsConsentAndRevocationByOthers() {
        Actor eve = people.person("eve");
        long seqOfBen = send(ben, "between us").seq();
        UUID share = shareService
                .share(ana, chat.id(), seqOfBen, seqOfBen, 7)
                .share()
                .id();

        assertThatThrownBy(() -> shareService.consent(eve.account(), share)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> shareService.consent(ana.account(), share)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> shareService.revoke(eve.account(), share)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> shareService.share(eve, chat.id(), seqOfBen, seqOfBen, 7))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void showsEditedAndHidesDeletedMessages() {
        Message said = send(ana, "first thoughts");
        String token =
                shareService.share(ana, chat.id(), said.seq(), said.seq(), 7).token();

        Message edited = messages.edit(ana, chat.id(), said.id(), "second thoughts", said.version());
        assertThat(shareService.open(token).messages().getFirst().text()).isEqualTo("second thoughts");

        messages.delete(ana, chat.id(), edited.id());
        assertNotFound(token);
    }

    @Test
    void rejectsRevokedAndExpiredShares() {
        long own = send(ana, "mine").seq();
        IssuedShare revoked = shareService.share(ana, chat.id(), own, own, 7);
        IssuedShare expired = shareService.share(ana, chat.id(), own, own, 1);
        assertThat(shareService.shares(ana.account())).hasSize(2);

        shareService.revoke(ana.account(), revoked.share().id());
        assertNotFound(revoked.token());

        new JdbcTemplate(directory).update("UPDATE share SET expires_at = 1");
        assertNotFound(expired.token());
        assertThat(shareService.shares(ana.account())).isEmpty();
        shareService.deleteExpired();
        assertNotFound(expired.token());
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
