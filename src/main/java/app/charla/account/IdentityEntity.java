package app.charla.account;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "identity")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate and its queries read the fields
class IdentityEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID accountId;
    private String issuer;
    private String subject;
    private String label;
    private @Nullable String username;
    private Instant linkedAt;
    private Instant lastUsedAt;

    @Transient
    private boolean isNew;

    protected IdentityEntity() {}

    IdentityEntity(AccountId account, ExternalIdentity identity, Instant now) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.accountId = account.value();
        this.issuer = identity.issuer();
        this.subject = identity.subject();
        this.label = identity.label();
        this.username = identity.username();
        this.linkedAt = now;
        this.lastUsedAt = now;
        this.isNew = true;
    }

    /** Records a sign-in, which brings the current label and username. */
    void recordUse(ExternalIdentity identity, Instant now) {
        label = identity.label();
        username = identity.username();
        lastUsedAt = now;
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    Identity toIdentity() {
        return new Identity(id, issuer, label, username, linkedAt, lastUsedAt);
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
