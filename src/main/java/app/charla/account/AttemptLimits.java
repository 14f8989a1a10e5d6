package app.charla.account;

import app.charla.core.AccountId;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often one may try to sign in or to register. A name under attack answers ever more slowly but never locks its
 * owner out for good; an address is limited whatever names it tries.
 */
@Component
class AttemptLimits {

    private final boolean limited;
    private final RateLimit<String> signInsByName;
    private final RateLimit<String> signInsByAddress;
    private final RateLimit<String> registrationsByAddress;
    private final RateLimit<String> resetsByAddress = new RateLimit<>(20, Duration.ofHours(1));
    private final RateLimit<AccountId> resetMails = new RateLimit<>(3, Duration.ofHours(1));

    /** Three codes in a million are right at any moment: with so many tries a day, guessing takes years. */
    private final RateLimit<AccountId> codes = new RateLimit<>(5, Duration.ofMinutes(15));

    AttemptLimits(AccountProperties settings) {
        limited = settings.limited();
        signInsByName = new RateLimit<>(settings.signInsPerMinute(), Duration.ofMinutes(1));
        signInsByAddress = new RateLimit<>(settings.signInsPerMinute() * 5, Duration.ofMinutes(5));
        registrationsByAddress = new RateLimit<>(settings.registrationsPerHour(), Duration.ofHours(1));
    }

    void registering(String address) {
        if (limited) {
            registrationsByAddress.take(address);
        }
    }

    void signingIn(String name, String address) {
        if (limited) {
            signInsByAddress.take(address);
            signInsByName.take(name);
        }
    }

    void signingInFrom(String address) {
        if (limited) {
            signInsByAddress.take(address);
        }
    }

    void code(AccountId account) {
        if (limited) {
            codes.take(account);
        }
    }

    void codeTaken(AccountId account) {
        codes.forgive(account);
    }

    void resetting(String address) {
        if (limited) {
            resetsByAddress.take(address);
        }
    }

    void resetMail(AccountId account) {
        resetMails.take(account);
    }

    /** The owner has come: earlier failures are forgiven. */
    void signedIn(String name) {
        signInsByName.forgive(name);
    }
}
