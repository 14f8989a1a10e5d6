package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import app.charla.core.TooManyRequestsException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Sign-in cannot be held shut: failures count, and those of strangers hold back strangers only. */
@ServiceTest
@TestPropertySource(properties = {"charla.account.limited=true", "charla.account.sign-ins-per-minute=3"})
@SuppressWarnings("NullAway.Init")
class SignInLimitsTest {

    /** Few, so that they come back slower than a test takes. */
    private static final int FAILURES = 3;

    private static final String WRONG = "violet-canyon-77";

    @Autowired
    private PasswordAuthentication passwords;

    @Autowired
    private Reauthentication reauthentication;

    @Autowired
    private PasswordResets resets;

    @Autowired
    private SessionService sessions;

    @Autowired
    private AccountRepository accounts;

    @Autowired
    private Passwords hashes;

    @Autowired
    private Clock clock;

    private AccountId ana;
    private String username;
    private String net;

    @BeforeEach
    void register() {
        username = "ana-" + UUID.randomUUID().toString().substring(0, 8);
        net = username + "."; // the addresses of a test are its own
        UUID id = UUID.randomUUID();
        ana = accounts.saveAndFlush(new AccountEntity(
                        id,
                        Username.of(username),
                        username + "@example.org",
                        hashes.hash(People.PASSWORD, ""),
                        Preferences.Language.EN,
                        clock.instant()))
                .toAccount()
                .id();
    }

    @Test
    void countsFailuresNotAttempts() {
        for (int i = 0; i < 60; i++) {
            assertThat(signIn(Client.at(net + 1)).id()).isEqualTo(ana);
        }
    }

    @Test
    void doesNotLetOneStrangerHoldANameShut() {
        assertThat(failUntilLimited(Client.at(net + "guesser"))).isEqualTo(FAILURES);

        assertThat(signIn(Client.at(net + "somewhere new")).id()).isEqualTo(ana);
    }

    @ParameterizedTest
    @ValueSource(strings = {"device", "address"})
    void admitsKnownDevicesAndAddressesWhileStrangersGuess(String known) {
        Client browser = new Client(net + "home", "d".repeat(43));
        sessions.open(ana, Session.Kind.BROWSER, "Firefox", browser);
        exhaustName();
        assertLimited(Client.at(net + "a new address"));
        assertLimited(new Client(net + "a new address", "e".repeat(43)));

        Client here = known.equals("device")
                ? new Client(net + "hotel", browser.deviceToken())
                : Client.at(browser.address());

        assertThat(signIn(here).id()).isEqualTo(ana);
        assertThat(passwords
                        .signIn(username + "@example.org", People.PASSWORD, here)
                        .id())
                .as("by e-mail")
                .isEqualTo(ana);
    }

    @Test
    void admitsKnownAddressesWhileTheirNeighboursGuessOtherNames() {
        Client office = Client.at(net + "office");
        sessions.open(ana, Session.Kind.TOKEN, "script", office);
        for (int i = 0; i < 5 * FAILURES; i++) {
            assertRefused("nobody-" + i + username, office);
        }
        assertThatThrownBy(() -> passwords.signIn("nobody-x" + username, WRONG, office))
                .as("strangers share the limit of their address")
                .isInstanceOf(TooManyRequestsException.class);

        assertThat(signIn(office).id()).isEqualTo(ana);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void limitsGuessesFromKnownDevicesAndAddresses(boolean device) {
        Client known = new Client(net + "home", device ? "d".repeat(43) : null);
        sessions.open(ana, Session.Kind.BROWSER, "Firefox", known);

        assertThat(failUntilLimited(known)).isEqualTo(FAILURES);

        assertLimited(known);
    }

    @Test
    void limitsGuessesThatAreMadeAtTheSameTime() {
        var guesses = new ArrayList<CompletableFuture<Boolean>>();
        for (int i = 0; i < 80; i++) {
            guesses.add(CompletableFuture.supplyAsync(
                    () -> isLimited(Client.at(net + "guesser"), WRONG), Thread::startVirtualThread));
        }

        long verified = guesses.stream().filter(limited -> !limited.join()).count();

        assertThat(verified)
                .isBetween((long) FAILURES, FAILURES + 1L); // two threads: one may begin before the other has counted
    }

    @Test
    void limitsNamesThatDoNotExistAlike() {
        assertThat(outcomes(username)).isEqualTo(outcomes("nobody-" + username));
    }

    private List<String> outcomes(String name) {
        var outcomes = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            Client client = Client.at(name + i % 5);
            assertThatThrownBy(() -> passwords.signIn(name, WRONG, client))
                    .satisfies(failure -> outcomes.add(failure.getClass().getName()));
        }
        return outcomes;
    }

    @Test
    void takesAnIpv6NetworkForOneAddress() {
        String network = "2001:db8:" + Integer.toHexString(username.hashCode() >>> 16) + ":1:";
        int refused = 0;
        for (int i = 0; i < 40; i++) {
            refused += isLimited(Client.at(network + ":" + Integer.toHexString(i + 1)), WRONG) ? 0 : 1;
        }

        assertThat(refused).isEqualTo(FAILURES);
    }

    @Test
    void letsASessionReauthenticateWhileStrangersGuess() {
        UUID session = sessions.open(ana, Session.Kind.BROWSER, "", Client.at(net + "home"))
                .session()
                .id();
        exhaustName();

        reauthentication.byPassword(ana, session, People.PASSWORD, net + "elsewhere");

        for (int i = 0; i < FAILURES; i++) {
            assertThatThrownBy(() -> reauthentication.byPassword(ana, session, WRONG, net + "elsewhere"))
                    .isInstanceOf(SignInFailedException.class);
        }
        assertThatThrownBy(() -> reauthentication.byPassword(ana, session, People.PASSWORD, net + "elsewhere"))
                .isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void acceptsAResetLinkWhereOthersHaveTriedWrongOnes() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> resets.reset("no-such-link", WRONG, net + "office"))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> resets.reset("no-such-link", WRONG, net + "office"))
                .isInstanceOf(TooManyRequestsException.class);

        resets.reset(resets.createResetToken(ana, ana), WRONG, net + "office");

        assertThat(passwords.signIn(username, WRONG, net + "home").id()).isEqualTo(ana);
    }

    private Account signIn(Client client) {
        return passwords.signIn(username, People.PASSWORD, client);
    }

    /** Guesses from many addresses until strangers are held back. */
    private void exhaustName() {
        for (int i = 0; i < 60; i++) {
            isLimited(Client.at(net + "stranger" + i % 12), WRONG);
        }
    }

    /** Returns how many guesses were verified. */
    private int failUntilLimited(Client client) {
        for (int guesses = 0; guesses < 100; guesses++) {
            if (isLimited(client, WRONG)) {
                return guesses;
            }
        }
        throw new AssertionError("there is no limit");
    }

    private boolean isLimited(Client client, String password) {
        try {
            passwords.signIn(username, password, client);
            throw new AssertionError("signed in");
        } catch (SignInFailedException wrong) {
            return false;
        } catch (TooManyRequestsException limited) {
            return true;
        }
    }

    private void assertRefused(String name, Client client) {
        assertThatThrownBy(() -> passwords.signIn(name, WRONG, client)).isInstanceOf(SignInFailedException.class);
    }

    private void assertLimited(Client client) {
        assertThatThrownBy(() -> signIn(client)).isInstanceOf(TooManyRequestsException.class);
    }
}
