package app.charla.account;

import app.charla.crypto.Encryptor;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Remembers by which provider sessions were opened, for as long as they live. */
@Service
public class SessionOrigins {

    private static final String PURPOSE = "id token";
    private static final Duration MAX_AGE = Duration.ofDays(400);

    private final SessionOriginRepository origins;
    private final Encryptor encryptor;
    private final Clock clock;

    SessionOrigins(SessionOriginRepository origins, Encryptor encryptor, Clock clock) {
        this.origins = origins;
        this.encryptor = encryptor;
        this.clock = clock;
    }

    /** Remembers it of a session just opened. */
    public void save(Session session, SessionOrigin origin) {
        String sealed =
                encryptor.encrypt(PURPOSE, origin.idToken(), clock.instant().plus(MAX_AGE));
        origins.save(new SessionOriginEntity(session.id(), origin.provider(), sealed));
    }

    /** By which provider one's session was opened, if by one that wants to hear of its end. */
    public Optional<SessionOrigin> find(UUID session) {
        return origins.findById(session)
                .flatMap(origin -> encryptor
                        .decryptIfValid(PURPOSE, origin.sealedIdToken(), clock.instant())
                        .map(idToken -> new SessionOrigin(origin.provider(), idToken)));
    }
}
