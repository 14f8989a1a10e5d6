package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.Session.Kind;
import app.charla.account.Session.Scope;
import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class AccessTokensTest {

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private SessionService sessions;

    @Autowired
    private Reauthentication reauthentication;

    @Autowired
    private People people;

    private AccountId ana;
    private UUID here;

    @BeforeEach
    void signIn() {
        ana = people.person("ana").account();
        here = sessions.open(ana, Kind.BROWSER, "Firefox", "10.0.0.7").session().id();
    }

    @Test
    void hasItsNameScopeAndExpiry() {
        IssuedToken robot = tokens.create(ana, here, " robot ", Scope.READ, Session.Reach.EVERYTHING, 30, "");

        assertThat(sessions.authenticate(robot.token(), "10.0.0.9")).hasValueSatisfying(session -> {
            assertThat(session.label()).isEqualTo("robot");
            assertThat(session.scope()).isEqualTo(Scope.READ);
            assertThat(session.address()).isEqualTo("10.0.0.9");
            assertThat(Duration.between(session.createdAt(), session.expiresAt()))
                    .isEqualTo(Duration.ofDays(30));
        });
        assertThat(tokens.tokens(ana))
                .extracting(Session::id)
                .containsExactly(robot.session().id());
        assertThat(sessions.sessions(ana))
                .extracting(Session::id)
                .doesNotContain(robot.session().id());
    }

    @Test
    void stopsWorkingWhenRevoked() {
        IssuedToken robot = tokens.create(ana, here, "robot", Scope.ADMIN, Session.Reach.EVERYTHING, 30, "");
        tokens.revoke(ana, robot.session().id());
        assertThat(sessions.authenticate(robot.token(), "")).isEmpty();
    }

    @Test
    void rejectsRevokingTokensOfOthersAndBrowserSessions() {
        UUID robot = tokens.create(ana, here, "robot", Scope.ADMIN, Session.Reach.EVERYTHING, 30, "")
                .session()
                .id();
        AccountId eva = people.person("eva").account();
        assertThatThrownBy(() -> tokens.revoke(eva, robot)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tokens.revoke(ana, here)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void survivesEndingOtherSessionsButNotEndingAll() {
        IssuedToken robot = tokens.create(ana, here, "robot", Scope.ADMIN, Session.Reach.EVERYTHING, 30, "");
        IssuedToken phone = sessions.open(ana, Kind.TOKEN, "phone", "");
        sessions.endOthers(ana, here);
        assertThat(sessions.authenticate(phone.token(), "")).isEmpty();
        assertThat(sessions.authenticate(robot.token(), "")).isPresent();
        sessions.endAll(ana, here);
        assertThat(sessions.authenticate(robot.token(), "")).isEmpty();
    }

    @Test
    void cannotCreateTokensWithoutReauthentication() {
        UUID robot = tokens.create(ana, here, "robot", Scope.ADMIN, Session.Reach.EVERYTHING, 30, "")
                .session()
                .id();
        assertThatThrownBy(() -> tokens.create(ana, robot, "another", Scope.READ, Session.Reach.EVERYTHING, 1, ""))
                .isInstanceOfSatisfying(
                        ForbiddenException.class,
                        refused -> assertThat(refused.code()).isEqualTo(Reauthentication.REQUIRED));
        reauthentication.byPassword(ana, robot, People.PASSWORD, "");
        assertThat(tokens.create(ana, robot, "another", Scope.READ, Session.Reach.EVERYTHING, 1, "")
                        .token())
                .isNotBlank();
    }

    @Test
    void rejectsLifetimesOutsideOneDayToOneYear() {
        assertThatThrownBy(() -> tokens.create(ana, here, "robot", Scope.READ, Session.Reach.EVERYTHING, 0, ""))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> tokens.create(ana, here, "robot", Scope.READ, Session.Reach.EVERYTHING, 367, ""))
                .isInstanceOf(InvalidException.class);
    }
}
