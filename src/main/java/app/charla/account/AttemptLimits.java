package app.charla.account;

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

    /** The owner has come: earlier failures are forgiven. */
    void signedIn(String name) {
        signInsByName.forgive(name);
    }
}
