package app.charla.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "session_origin")
@SuppressWarnings("NullAway.Init")
class SessionOriginEntity {

    @Id
    private UUID sessionId;

    private String provider;
    private String idToken;

    protected SessionOriginEntity() {}

    SessionOriginEntity(UUID session, String provider, String encryptedIdToken) {
        this.sessionId = session;
        this.provider = provider;
        this.idToken = encryptedIdToken;
    }

    String provider() {
        return provider;
    }

    String encryptedIdToken() {
        return idToken;
    }
}
