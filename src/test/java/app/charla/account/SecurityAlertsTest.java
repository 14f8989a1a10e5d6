package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.SecurityEvent.Kind;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What could take an account over is shown on its other devices until it is dismissed there. */
@ServiceTest
@RecordApplicationEvents
@SuppressWarnings("NullAway.Init")
class SecurityAlertsTest {

    private static final Client LAPTOP = new Client("10.0.0.1", "laptop".repeat(7) + "1");
    private static final Client PHONE = new Client("10.0.0.2", "phones".repeat(7) + "2");
    private static final Client THIEF = new Client("203.0.113.9", "thieve".repeat(7) + "3");

    @Autowired
    private SecurityAlerts alerts;

    @Autowired
    private SecurityLog log;

    @Autowired
    private SessionService sessions;

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private AccountService accounts;

    @Autowired
    private IdentityService identities;

    @Autowired
    private People people;

    @Autowired
    private ApplicationEvents events;

    private AccountId ana;
    private UUID laptop;
    private UUID phone;

    @BeforeEach
    void signIn() {
        ana = people.person("ana").account();
        laptop = open(LAPTOP);
        phone = open(PHONE);
        dismissAll(laptop);
    }

    private UUID open(Client client) {
        return sessions.open(ana, Session.Kind.BROWSER, "Firefox, Linux", client)
                .session()
                .id();
    }

    private void dismissAll(UUID session) {
        List<SecurityEvent> all = alerts.alerts(ana, session);
        if (!all.isEmpty()) {
            alerts.dismiss(ana, session, all.getLast().id());
        }
    }

    private List<Kind> kinds(UUID session) {
        return alerts.alerts(ana, session).stream().map(SecurityEvent::kind).toList();
    }

    @Test
    void showsASignInFromADeviceThatWasNotSeenBefore() {
        UUID thief = open(THIEF);

        assertThat(alerts.alerts(ana, laptop)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.SIGNED_IN);
            assertThat(alert.address()).isEqualTo("203.0.113.9");
            assertThat(alert.session()).isEqualTo(thief);
        });
        assertThat(kinds(phone)).containsExactly(Kind.SIGNED_IN);
        assertThat(kinds(thief)).as("not on that device, nor what was before").isEmpty();
        assertThat(events.stream(SecurityAlerted.class)
                        .filter(event -> event.account().equals(ana)))
                .as("at once")
                .isNotEmpty();
    }

    @Test
    void showsNoSignInFromAKnownDevice() {
        sessions.end(ana, phone);
        open(new Client("198.51.100.7", PHONE.deviceToken()));

        assertThat(kinds(laptop)).isEmpty();
    }

    @Test
    void takesAnAppOfTheSameNameInTheSameNetworkForTheSameDevice() {
        sessions.open(ana, Session.Kind.TOKEN, "backup", "10.0.0.3");
        dismissAll(laptop);

        sessions.open(ana, Session.Kind.TOKEN, "backup", "10.0.0.3");
        assertThat(kinds(laptop)).isEmpty();

        sessions.open(ana, Session.Kind.TOKEN, "backup", "203.0.113.9");
        assertThat(kinds(laptop)).containsExactly(Kind.SIGNED_IN);
    }

    @Test
    void showsWhatWasDoneElsewhere() {
        tokens.create(ana, phone, "robot", Session.Scope.READ, Session.Reach.EVERYTHING, 1, "10.0.0.2");
        accounts.changeEmail(ana, phone, "ana-new@example.org", "10.0.0.2");
        identities.link(
                ana, phone, new ExternalIdentity("https://id.example", ana.toString(), null, false, "a", null), "");

        assertThat(kinds(laptop)).containsExactly(Kind.TOKEN_MADE, Kind.EMAIL_CHANGED, Kind.IDENTITY_LINKED);
        assertThat(kinds(phone)).as("the device that did it").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "PASSKEY_ADDED",
                "PASSKEY_REMOVED",
                "AUTHENTICATOR_ADDED",
                "AUTHENTICATOR_REMOVED",
                "RECOVERY_CODES_MADE",
                "IDENTITY_UNLINKED",
                "RESET_LINK_MADE"
            })
    void showsOtherWaysToTakeAnAccountOver(Kind kind) {
        log.record(ana, phone, kind, "", "10.0.0.2");

        assertThat(kinds(laptop)).containsExactly(kind);
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGN_IN_FAILED", "SESSION_ENDED", "TOKEN_REVOKED", "DATA_EXPORTED"})
    void showsNothingElse(Kind kind) {
        log.record(ana, kind, "", "10.0.0.2");

        assertThat(kinds(laptop)).isEmpty();
    }

    @Test
    void keepsAnAlertUntilItIsDismissedOnThatDevice() {
        open(THIEF);
        UUID alert = alerts.alerts(ana, laptop).getFirst().id();

        alerts.dismiss(ana, laptop, alert);
        assertThat(kinds(laptop)).isEmpty();
        assertThat(kinds(phone)).as("on the other device it stays").containsExactly(Kind.SIGNED_IN);

        sessions.end(ana, laptop);
        sessions.end(ana, phone);
        assertThat(kinds(open(LAPTOP))).as("dismissed before it signed out").isEmpty();
        assertThat(kinds(open(PHONE))).as("not yet").containsExactly(Kind.SIGNED_IN);
    }

    @Test
    void showsWhatHappenedWhileADeviceWasSignedOut() {
        sessions.end(ana, laptop);
        open(THIEF);

        assertThat(kinds(open(LAPTOP))).containsExactly(Kind.SIGNED_IN);
    }

    @Test
    void doesNotLetAThiefDismissForTheOwner() {
        UUID thief = open(THIEF);
        UUID alert = alerts.alerts(ana, laptop).getFirst().id();

        assertThatThrownBy(() -> alerts.dismiss(ana, thief, alert)).isInstanceOf(NotFoundException.class);
        AccountId eva = people.person("eva").account();
        assertThatThrownBy(() -> alerts.dismiss(eva, laptop, alert)).isInstanceOf(NotFoundException.class);
        assertThat(alerts.alerts(eva, laptop)).isEmpty();
        assertThat(kinds(laptop)).containsExactly(Kind.SIGNED_IN);
    }

    @Test
    void endsTheSessionOfWhoeverItWas() {
        UUID thief = open(THIEF);

        assertThat(alerts.reject(
                        ana, laptop, alerts.alerts(ana, laptop).getFirst().id()))
                .isTrue();

        assertThat(sessions.sessions(ana))
                .extracting(Session::id)
                .contains(laptop, phone)
                .doesNotContain(thief);
        assertThat(kinds(laptop)).isEmpty();
        assertThat(alerts.reject(
                        ana, phone, alerts.alerts(ana, phone).getFirst().id()))
                .as("it has ended already")
                .isFalse();
    }

    @Test
    void revokesATokenThatWasNotWanted() {
        tokens.create(ana, phone, "robot", Session.Scope.READ, Session.Reach.EVERYTHING, 1, "10.0.0.2");

        alerts.reject(ana, laptop, alerts.alerts(ana, laptop).getFirst().id());

        assertThat(tokens.tokens(ana)).isEmpty();
    }

    @Test
    void endsTheSessionThatRemovedAFactor() {
        UUID thief = open(THIEF);
        dismissAll(laptop);
        log.record(ana, thief, Kind.AUTHENTICATOR_REMOVED, "", "203.0.113.9");

        alerts.reject(ana, laptop, alerts.alerts(ana, laptop).getFirst().id());

        assertThat(sessions.sessions(ana)).extracting(Session::id).doesNotContain(thief);
    }
}
