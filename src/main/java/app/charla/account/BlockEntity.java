package app.charla.account;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "block")
@IdClass(BlockEntity.Key.class)
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate and its queries read the fields
class BlockEntity {

    record Key(UUID blockerId, UUID blockedId) implements Serializable {}

    @Id
    private UUID blockerId;

    @Id
    private UUID blockedId;

    private Instant blockedAt;

    protected BlockEntity() {}

    BlockEntity(AccountId blocker, AccountId blocked, Instant now) {
        this.blockerId = blocker.value();
        this.blockedId = blocked.value();
        this.blockedAt = now;
    }

    boolean isBy(AccountId account) {
        return blockerId.equals(account.value());
    }

    AccountId blocker() {
        return new AccountId(blockerId);
    }

    AccountId blocked() {
        return new AccountId(blockedId);
    }
}
