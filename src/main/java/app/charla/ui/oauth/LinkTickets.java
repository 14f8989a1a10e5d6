package app.charla.ui.oauth;

import app.charla.account.Reauthentication;
import app.charla.crypto.Encryptor;
import app.charla.ui.security.SignedIn;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Ticket that proves that a person asked in their settings, just now, to link an identity. Without it a foreign page
 * could send people to the address where linking starts, and have them link an account of its own choice.
 */
@Component
class LinkTickets {

    private static final String PURPOSE = "link an identity";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Reauthentication reauthentication;
    private final Encryptor encryptor;
    private final Clock clock;

    LinkTickets(Reauthentication reauthentication, Encryptor encryptor, Clock clock) {
        this.reauthentication = reauthentication;
        this.encryptor = encryptor;
        this.clock = clock;
    }

    /** @throws app.charla.core.ForbiddenException if the person has not re-authenticated lately */
    String issue(SignedIn person) {
        reauthentication.require(person.account(), person.session());
        return encryptor.encrypt(
                PURPOSE, person.session().toString(), clock.instant().plus(LIFETIME));
    }

    boolean isOf(String ticket, SignedIn person) {
        return encryptor
                .decryptIfValid(PURPOSE, ticket, clock.instant())
                .filter(session -> session.equals(person.session().toString()))
                .isPresent();
    }
}
