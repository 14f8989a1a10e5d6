package app.charla.share;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "share_consent")
@IdClass(ConsentEntity.Key.class)
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate and its queries read the fields
class ConsentEntity {

    record Key(UUID shareId, UUID accountId) implements Serializable {}

    @Id
    private UUID shareId;

    @Id
    private UUID accountId;

    private @Nullable Instant agreedAt;

    protected ConsentEntity() {}

    ConsentEntity(UUID share, AccountId account) {
        this.shareId = share;
        this.accountId = account.value();
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    void agree(Instant now) {
        agreedAt = now;
    }
}
