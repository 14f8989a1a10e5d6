package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.SecurityEvent.Kind;
import app.charla.core.AccountId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class SecurityLogTest {

    @Autowired
    private SecurityLog log;

    @Autowired
    private PasswordAuthentication passwords;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private SessionService sessions;

    @Autowired
    private Reauthentication reauthentication;

    @Autowired
    private People people;

    @Test
    void recordsSignInsAndEndedSessions() {
        AccountId ana = people.person("ana").account();
        UUID phone = sessions.open(ana, Session.Kind.TOKEN, "phone", "10.0.0.7")
                .session()
                .id();
        sessions.end(ana, phone);

        assertThat(log.events(ana, null, 10))
                .extracting(SecurityEvent::kind, SecurityEvent::detail, SecurityEvent::address)
                .containsExactly(
                        tuple(Kind.SESSION_ENDED, "phone", "10.0.0.7"), tuple(Kind.SIGNED_IN, "phone", "10.0.0.7"));
    }

    @Test
    void recordsWrongPasswordsUpToTwentyAnHour() {
        AccountId ana = people.person("ana").account();
        String username = profiles.getById(ana).username();
        for (int i = 0; i < 25; i++) {
            assertThatThrownBy(() -> passwords.signIn(username, "wrong", "10.6.6.6"))
                    .isInstanceOf(SignInFailedException.class);
        }
        await().until(() -> log.events(ana, null, 100).size() >= 20);
        assertThat(log.events(ana, null, 100))
                .hasSize(20)
                .allSatisfy(event -> assertThat(event.kind()).isEqualTo(Kind.SIGN_IN_FAILED));
    }

    @Test
    void recordsFailedReauthenticationAsAFailedSignIn() {
        AccountId ana = people.person("ana").account();
        UUID here = sessions.open(ana, Session.Kind.BROWSER, "", "").session().id();
        assertThatThrownBy(() -> reauthentication.byPassword(ana, here, "wrong", "10.6.6.6"))
                .isInstanceOf(SignInFailedException.class);
        await().until(() -> log.events(ana, null, 1).getFirst().kind() == Kind.SIGN_IN_FAILED);
    }

    @Test
    void isReadInPagesByItsOwnerOnly() {
        AccountId ana = people.person("ana").account();
        AccountId eva = people.person("eva").account();
        for (int i = 1; i <= 5; i++) {
            log.record(ana, Kind.IDENTITY_LINKED, "p" + i, "");
        }
        List<SecurityEvent> first = log.events(ana, null, 2);
        List<SecurityEvent> second = log.events(ana, first.getLast().id(), 10);
        assertThat(first).extracting(SecurityEvent::detail).containsExactly("p5", "p4");
        assertThat(second).extracting(SecurityEvent::detail).containsExactly("p3", "p2", "p1");
        assertThat(log.events(eva, null, 10)).isEmpty();
    }
}
