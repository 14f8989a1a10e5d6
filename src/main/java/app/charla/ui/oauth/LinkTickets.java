package app.charla.ui.oauth;

import app.charla.account.Reauthentication;
import app.charla.storage.Encryptor;
import app.charla.ui.security.SignedIn;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Says that somebody really wants to link an identity, from their settings, just now. Without it another page could send
 * people to the address where linking starts, and have them link an account of its own choice.
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

    /** @throws app.charla.core.ForbiddenException if the person has not proved themselves lately */
    String issue(SignedIn person) {
        reauthentication.require(person.account(), person.session());
        return encryptor.seal(
                PURPOSE, person.session().toString(), clock.instant().plus(LIFETIME));
    }

    boolean isOf(String ticket, SignedIn person) {
        return encryptor
                .open(PURPOSE, ticket, clock.instant())
                .filter(session -> session.equals(person.session().toString()))
                .isPresent();
    }
}
