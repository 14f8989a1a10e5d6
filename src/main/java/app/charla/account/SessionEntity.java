package app.charla.account;

import app.charla.account.Session.Kind;
import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "session")
@SuppressWarnings("NullAway.Init")
class SessionEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private byte[] tokenHash;
    private String label;
    private Instant createdAt;
    private Instant lastUsedAt;
    private Instant expiresAt;

    @jakarta.persistence.Transient
    private boolean isNew;

    protected SessionEntity() {}

    SessionEntity(UUID id, AccountId account, Kind kind, byte[] tokenHash, String label, Instant now, Duration life) {
        this.id = id;
        this.accountId = account.value();
        this.kind = kind;
        this.tokenHash = tokenHash;
        this.label = label;
        this.createdAt = now;
        this.isNew = true;
        use(now, life);
    }

    /** Being used keeps a session alive. */
    final void use(Instant now, Duration life) {
        lastUsedAt = now;
        expiresAt = now.plus(life);
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Session toSession() {
        return new Session(id, new AccountId(accountId), kind, label, createdAt, lastUsedAt, expiresAt);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    byte[] tokenHash() {
        return tokenHash;
    }
}
