package app.charla.account;

import app.charla.account.SecurityEvent.Kind;
import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.apache.tomcat.util.net.IPv6Utils;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "security_event")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate and its queries read the fields
class SecurityEventEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String detail;
    private String address;
    private Instant at;
    private @Nullable UUID sessionId;
    private @Nullable String device;
    private boolean alert;

    @Transient
    private boolean isNew;

    protected SecurityEventEntity() {}

    SecurityEventEntity(AccountId account, Kind kind, String detail, String address, Instant now) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.accountId = account.value();
        this.kind = kind;
        this.detail = detail;
        this.address = address;
        this.at = now;
        this.isNew = true;
    }

    /**
     * Records what did it.
     *
     * @param session the session that it opened, or that did it
     * @param by the device that did it; null for a personal access token
     */
    void recordSource(UUID session, @Nullable String by) {
        this.sessionId = session;
        this.device = by;
    }

    /** Shows it on the other devices of the account. */
    void alert() {
        alert = true;
    }

    SecurityEvent toEvent() {
        return new SecurityEvent(id, kind, detail, IPv6Utils.canonize(address), at, sessionId, alert);
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }
}
