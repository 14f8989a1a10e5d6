package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.TooManyRequestsException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Rate limits of sign-in, registration, password resets and one-time codes, per name, per account and per network.
 *
 * <p>Of passwords and codes the failures count. A known device, address or session has limits of its own, which others
 * cannot use up: whoever guesses from elsewhere does not lock the owner out, and whoever guesses from there is limited,
 * too. Strangers share a limit per name and one per network. The limits are those of this node.
 *
 * @see <a href="../../../../../docs/decisions/045-known-devices-and-failed-sign-ins.md">decision 045</a>
 */
@Component
class AttemptLimits {

    private final boolean limited;
    private final RateLimit<String> failuresByOrigin;
    private final RateLimit<String> strangersByName;
    private final RateLimit<String> strangersByNetwork;
    private final RateLimit<String> registrationsByNetwork;
    private final RateLimit<String> resetsByNetwork = new RateLimit<>(20, Duration.ofHours(1));
    private final RateLimit<AccountId> resetMails = new RateLimit<>(3, Duration.ofHours(1));

    /** Three codes in a million are right at any moment: at 480 attempts a day, guessing takes years. */
    private final RateLimit<String> codes = new RateLimit<>(5, Duration.ofMinutes(15));

    AttemptLimits(AccountProperties settings) {
        int perMinute = settings.signInsPerMinute();
        limited = settings.limited();
        failuresByOrigin = new RateLimit<>(perMinute, Duration.ofMinutes(5));
        strangersByName = new RateLimit<>(perMinute * 2, perMinute, Duration.ofMinutes(1));
        strangersByNetwork = new RateLimit<>(perMinute * 5, Duration.ofMinutes(5));
        registrationsByNetwork = new RateLimit<>(settings.registrationsPerHour(), Duration.ofHours(1));
    }

    /**
     * Checks that a password may be verified; counts nothing.
     *
     * @throws TooManyRequestsException if there were too many failures lately
     */
    void requireSignIn(Attempt attempt) {
        if (!limited) {
            return;
        }
        failuresByOrigin.require(attempt.key());
        if (attempt.isByStranger()) {
            strangersByName.require(attempt.subject());
            strangersByNetwork.require(attempt.client().network());
        }
    }

    /** Counts a wrong password. */
    void recordFailure(Attempt attempt) {
        failuresByOrigin.consumeIfPossible(attempt.key());
        if (attempt.isByStranger()) {
            strangersByName.consumeIfPossible(attempt.subject());
            strangersByNetwork.consumeIfPossible(attempt.client().network());
        }
    }

    /** Clears the failures of an origin after a right password; those of other strangers stay. */
    void recordSuccess(Attempt attempt) {
        failuresByOrigin.reset(attempt.key());
    }

    /**
     * Counts a passkey that was refused. Passkeys cannot be guessed, so a right one is never held back.
     *
     * @throws TooManyRequestsException if there were too many failures from this network lately
     */
    void recordRefusedPasskey(String address) {
        if (limited) {
            strangersByNetwork.consume(Client.at(address).network());
        }
    }

    /**
     * Counts a code before it is checked; {@link #resetCode} forgets it if it is right.
     *
     * @throws TooManyRequestsException if there were too many failures lately
     */
    void limitCode(Attempt attempt) {
        if (limited) {
            codes.consume(codeKey(attempt));
        }
    }

    void resetCode(Attempt attempt) {
        codes.reset(codeKey(attempt));
    }

    private static String codeKey(Attempt attempt) {
        return attempt.isByStranger() ? attempt.subject() : attempt.key();
    }

    /**
     * Counts a registration.
     *
     * @throws TooManyRequestsException if there were too many from this network lately
     */
    void limitRegistration(String address) {
        if (limited) {
            registrationsByNetwork.consume(Client.at(address).network());
        }
    }

    /**
     * Counts a request for a reset link, or a link that does not work.
     *
     * @throws TooManyRequestsException if there were too many from this network lately
     */
    void limitPasswordReset(String address) {
        if (limited) {
            resetsByNetwork.consume(Client.at(address).network());
        }
    }

    /**
     * Counts a reset link by mail.
     *
     * @throws TooManyRequestsException if too many were sent to the account lately
     */
    void limitResetMail(AccountId account) {
        resetMails.consume(account);
    }
}
