package app.charla.account;

import app.charla.core.AccountId;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Rate limits of sign-in, registration, password resets and one-time codes, per name, per account and per network address.
 * A name under attack is limited only for a while, so its owner is never locked out for good; an address is limited
 * whatever names it tries. Each {@code limit} method counts an attempt and throws
 * {@link app.charla.core.TooManyRequestsException} if there were too many.
 */
@Component
class AttemptLimits {

    private final boolean limited;
    private final RateLimit<String> signInsByName;
    private final RateLimit<String> signInsByAddress;
    private final RateLimit<String> registrationsByAddress;
    private final RateLimit<String> resetsByAddress = new RateLimit<>(20, Duration.ofHours(1));
    private final RateLimit<AccountId> resetMails = new RateLimit<>(3, Duration.ofHours(1));

    /** Three codes in a million are right at any moment: at 480 attempts a day, guessing takes years. */
    private final RateLimit<AccountId> codes = new RateLimit<>(5, Duration.ofMinutes(15));

    AttemptLimits(AccountProperties settings) {
        limited = settings.limited();
        signInsByName = new RateLimit<>(settings.signInsPerMinute(), Duration.ofMinutes(1));
        signInsByAddress = new RateLimit<>(settings.signInsPerMinute() * 5, Duration.ofMinutes(5));
        registrationsByAddress = new RateLimit<>(settings.registrationsPerHour(), Duration.ofHours(1));
    }

    void limitRegistration(String address) {
        if (limited) {
            registrationsByAddress.consume(address);
        }
    }

    void limitSignIn(String name, String address) {
        if (limited) {
            signInsByAddress.consume(address);
            signInsByName.consume(name);
        }
    }

    void limitSignInByAddress(String address) {
        if (limited) {
            signInsByAddress.consume(address);
        }
    }

    void limitCode(AccountId account) {
        if (limited) {
            codes.consume(account);
        }
    }

    void resetCode(AccountId account) {
        codes.reset(account);
    }

    void limitPasswordReset(String address) {
        if (limited) {
            resetsByAddress.consume(address);
        }
    }

    void limitResetMail(AccountId account) {
        resetMails.consume(account);
    }

    /** Clears the failed attempts for a name after a successful sign-in. */
    void resetSignIn(String name) {
        signInsByName.reset(name);
    }
}
