package app.charla.ui.oauth;

import app.charla.storage.Sealing;
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

    private final Sealing sealing;
    private final Clock clock;

    LinkTickets(Sealing sealing, Clock clock) {
        this.sealing = sealing;
        this.clock = clock;
    }

    String issue(SignedIn person) {
        return sealing.seal(
                PURPOSE, person.session().toString(), clock.instant().plus(LIFETIME));
    }

    boolean isOf(String ticket, SignedIn person) {
        return sealing.open(PURPOSE, ticket, clock.instant())
                .filter(session -> session.equals(person.session().toString()))
                .isPresent();
    }
}
