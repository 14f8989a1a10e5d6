package app.charla.account;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "account_claim")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate and its queries read the fields
class AccountClaimEntity {

    @Id
    private UUID accountId;

    private byte[] tokenHash;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable UUID issuerId;

    protected AccountClaimEntity() {}

    AccountClaimEntity(AccountId account, AccountId issuer, byte[] tokenHash, Instant now, Duration lifetime) {
        this.accountId = account.value();
        this.issuerId = issuer.value();
        this.tokenHash = tokenHash;
        this.createdAt = now;
        this.expiresAt = now.plus(lifetime);
    }

    UUID account() {
        return accountId;
    }

    Optional<AccountId> issuer() {
        return Optional.ofNullable(issuerId).map(AccountId::new);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
