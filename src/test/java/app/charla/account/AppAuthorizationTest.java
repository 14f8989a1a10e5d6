package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@TestPropertySource(properties = "charla.identity.redirects=org.example.app:/signed-in")
@SuppressWarnings("NullAway.Init")
class AppAuthorizationTest {

    /** The example of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String REDIRECT = "http://127.0.0.1:7777/cb";

    @Autowired
    private AppAuthorization authorization;

    @Autowired
    private People people;

    private AccountId ana;

    @BeforeEach
    void createAccount() {
        ana = people.person("ana").account();
    }

    @Test
    void redeemsACodeForTheAccount() {
        String address = authorization
                .succeed(authorization.begin(CHALLENGE, REDIRECT, "a b".replace(' ', '&')), ana)
                .orElseThrow();
        assertThat(address).startsWith(REDIRECT + "?code=").endsWith("&state=a%26b");
        assertThat(authorization.redeem(code(address), VERIFIER)).isEqualTo(ana);
    }

    @Test
    void redeemsACodeOnce() {
        String code = code(authorization
                .succeed(authorization.begin(CHALLENGE, REDIRECT, null), ana)
                .orElseThrow());
        authorization.redeem(code, VERIFIER);
        assertThatThrownBy(() -> authorization.redeem(code, VERIFIER)).isInstanceOf(InvalidException.class);
    }

    @Test
    void invalidatesACodeAfterAWrongVerifier() {
        String code = code(authorization
                .succeed(authorization.begin(CHALLENGE, REDIRECT, null), ana)
                .orElseThrow());
        for (String verifier : new String[] {VERIFIER.replace('d', 'e'), "", CHALLENGE, VERIFIER}) {
            assertThatThrownBy(() -> authorization.redeem(code, verifier)).isInstanceOf(InvalidException.class);
        }
        assertThatThrownBy(() -> authorization.redeem("no-such-code", VERIFIER)).isInstanceOf(InvalidException.class);
    }

    @Test
    void redirectsWithTheError() {
        assertThat(authorization.fail(authorization.begin(CHALLENGE, REDIRECT, "s"), "access_denied"))
                .contains(REDIRECT + "?error=access_denied&state=s");
        assertThat(authorization.fail("forged", "access_denied")).isEmpty();
        assertThat(authorization.succeed("forged", ana)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.0.0.1:1/a/b",
                "http://[::1]:8080/cb",
                "org.example.app:/signed-in"
            })
    void acceptsLoopbackAndConfiguredRedirects(String redirect) {
        assertThat(authorization.begin(CHALLENGE, redirect, null)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://example.org/",
                "http://127.0.0.1.example.org/",
                "http://127.0.0.1@example.org/",
                "http://127.0.0.1:80@example.org/",
                "http://127.0.0.1\\@example.org/",
                "http://localhost:7777/",
                "http://127.0.0.1:7777/#x",
                "http://127.0.0.1:7777/?a=b\r\nX: y",
                "javascript:alert(1)",
                "org.example.app:/other",
                "org.example.app:/signed-in/x"
            })
    void rejectsOtherRedirects(String redirect) {
        assertThatThrownBy(() -> authorization.begin(CHALLENGE, redirect, null))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        invalid -> assertThat(invalid.field()).isEqualTo("redirect_uri"));
    }

    @Test
    void rejectsMalformedChallenges() {
        assertThatThrownBy(() -> authorization.begin("short", REDIRECT, null)).isInstanceOf(InvalidException.class);
    }

    private static String code(String address) {
        return address.replaceFirst(".*code=([^&]+).*", "$1");
    }
}
