package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.crypto.Encryptor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@TestPropertySource(properties = "charla.account.limited=true")
@SuppressWarnings("NullAway.Init")
class SecondFactorTest {

    @Autowired
    private SecondFactor factor;

    @Autowired
    private PasswordAuthentication passwords;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private SessionService sessions;

    @Autowired
    private Reauthentication reauthentication;

    @Autowired
    private AuthenticatorRepository authenticators;

    @Autowired
    private Encryptor encryptor;

    @Autowired
    private People people;

    @Autowired
    private Clock clock;

    private AccountId ana;
    private UUID here;
    private String username;

    @BeforeEach
    void signIn() {
        ana = people.person("ana").account();
        username = profiles.getById(ana).username();
        here = sessions.open(ana, Session.Kind.BROWSER, "", "").session().id();
    }

    /** The SHA-1 values of RFC 6238, appendix B, truncated to six digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1234567890,005924", "20000000000,353130"})
    void computesTheCodesOfRfc6238(long second, String code) {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(Totp.code(secret, second / 30)).isEqualTo(code);
        assertThat(Totp.stepOf(code, secret, Instant.ofEpochSecond(second + 30)))
                .hasValue(second / 30);
        assertThat(Totp.stepOf(code, secret, Instant.ofEpochSecond(second + 60)))
                .isEmpty();
    }

    @Test
    void requiresACodeAfterThePassword() {
        enrol();
        assertThatThrownBy(() -> passwords.signIn(username, People.PASSWORD, "a"))
                .isInstanceOfSatisfying(
                        CodeRequiredException.class,
                        half -> assertThat(half.account()).isEqualTo(ana));
        assertThatThrownBy(() -> passwords.signIn(username, "wrong", "a"))
                .isNotInstanceOf(CodeRequiredException.class)
                .isInstanceOf(SignInFailedException.class);
        assertThat(passwords.signIn(username, People.PASSWORD, code(1), "a").id())
                .isEqualTo(ana);
    }

    @Test
    void acceptsACodeOnce() {
        enrol();
        String code = code(1);
        passwords.signIn(username, People.PASSWORD, code, "a");
        assertThatThrownBy(() -> passwords.signIn(username, People.PASSWORD, code, "a"))
                .isInstanceOf(SignInFailedException.class);
        assertThatThrownBy(() -> passwords.signIn(username, People.PASSWORD, code(0), "a"))
                .as("older than the last one used")
                .isInstanceOf(SignInFailedException.class);
    }

    @Test
    void acceptsEachRecoveryCodeOnceInAnySpelling() {
        List<String> codes = enrol();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        String written = codes.getFirst().toLowerCase(Locale.ROOT).replace("-", " ");
        passwords.signIn(username, People.PASSWORD, written, "a");
        assertThatThrownBy(() -> passwords.signIn(username, People.PASSWORD, written, "a"))
                .isInstanceOf(SignInFailedException.class);
        assertThat(factor.state(ana)).isEqualTo(new SecondFactor.State(true, 9));
        List<String> others = factor.newRecoveryCodes(ana, here, "");
        assertThatThrownBy(() -> passwords.signIn(username, People.PASSWORD, codes.get(1), "a"))
                .isInstanceOf(SignInFailedException.class);
        passwords.signIn(username, People.PASSWORD, others.getFirst(), "a");
    }

    @Test
    void limitsPasswordAttempts() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> passwords.signIn(username, "wrong", "a"))
                    .isInstanceOf(SignInFailedException.class);
        }
        assertThatThrownBy(() -> passwords.signIn(username, People.PASSWORD, "a"))
                .isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void limitsCodeAttempts() {
        enrol();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> passwords.confirmSecondFactor(ana, "000000", Client.at("a")))
                    .isInstanceOf(SignInFailedException.class);
        }
        assertThatThrownBy(() -> passwords.confirmSecondFactor(ana, code(1), Client.at("a")))
                .isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void hasNoEffectUntilConfirmed() {
        factor.enrol(ana, here);
        factor.enrol(ana, here); // changed their mind about the app
        assertThat(passwords.signIn(username, People.PASSWORD, "a").id()).isEqualTo(ana);
        assertThatThrownBy(() -> factor.confirm(ana, here, "000000", "")).isInstanceOf(InvalidException.class);
        assertThat(factor.state(ana).on()).isFalse();
    }

    @Test
    void reauthenticatesByACode() {
        enrol();
        UUID robot = sessions.issue(ana, Session.Scope.ADMIN, Session.Reach.EVERYTHING, "robot", Duration.ofDays(1))
                .session()
                .id();
        assertThat(reauthentication.isFresh(ana, robot)).isFalse();
        reauthentication.byCode(ana, robot, code(1), "a");
        assertThat(reauthentication.isFresh(ana, robot)).isTrue();
        factor.remove(ana, robot, "");
        assertThat(passwords.signIn(username, People.PASSWORD, "a").id()).isEqualTo(ana);
    }

    @Test
    void storesTheSecretEncrypted() {
        SecondFactor.Enrolment enrolment = factor.enrol(ana, here);
        assertThat(authenticators.findById(ana.value()).orElseThrow().secret()).doesNotContain(enrolment.secret());
        assertThat(enrolment.uri()).contains("secret=" + enrolment.secret()).startsWith("otpauth://totp/Charla%3A");
    }

    private List<String> enrol() {
        factor.enrol(ana, here);
        return factor.confirm(ana, here, code(0), "");
    }

    /** The code that the app shows so many time steps from now. */
    private String code(int ahead) {
        String encrypted = authenticators.findById(ana.value()).orElseThrow().secret();
        return Totp.code(
                Base64.getDecoder().decode(encryptor.decrypt(encrypted)),
                clock.instant().getEpochSecond() / 30 + ahead);
    }
}
