package app.charla.account;

import app.charla.crypto.Encryptor;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The identity providers that opened sessions, stored for as long as the sessions live, with encrypted ID tokens. */
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

    /** Saves the origin of a session that was just opened. */
    public void save(Session session, SessionOrigin origin) {
        String encrypted =
                encryptor.encrypt(PURPOSE, origin.idToken(), clock.instant().plus(MAX_AGE));
        origins.save(new SessionOriginEntity(session.id(), origin.provider(), encrypted));
    }

    /** The origin of a session, if it was saved and its ID token can still be decrypted. */
    public Optional<SessionOrigin> find(UUID session) {
        return origins.findById(session)
                .flatMap(origin -> encryptor
                        .decryptIfValid(PURPOSE, origin.encryptedIdToken(), clock.instant())
                        .map(idToken -> new SessionOrigin(origin.provider(), idToken)));
    }
}
