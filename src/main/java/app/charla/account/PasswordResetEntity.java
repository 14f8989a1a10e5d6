package app.charla.account;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "password_reset")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate and its queries read the fields
class PasswordResetEntity {

    @Id
    private UUID accountId;

    private byte[] tokenHash;
    private Instant createdAt;
    private Instant expiresAt;

    protected PasswordResetEntity() {}

    PasswordResetEntity(AccountId account, byte[] tokenHash, Instant now, Duration lifetime) {
        this.accountId = account.value();
        this.tokenHash = tokenHash;
        this.createdAt = now;
        this.expiresAt = now.plus(lifetime);
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
