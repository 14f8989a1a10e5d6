package app.charla.account;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

@Entity
@Table(name = "exchange_code")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate and its queries read the fields
class ExchangeCodeEntity {

    @Id
    private UUID id;

    private UUID accountId;
    private byte[] codeHash;
    private String challenge;
    private Instant expiresAt;

    protected ExchangeCodeEntity() {}

    ExchangeCodeEntity(AccountId account, byte[] codeHash, String challenge, Instant expiresAt) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.accountId = account.value();
        this.codeHash = codeHash;
        this.challenge = challenge;
        this.expiresAt = expiresAt;
    }

    UUID id() {
        return id;
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    boolean matches(String otherChallenge, Instant now) {
        return challenge.equals(otherChallenge) && now.isBefore(expiresAt);
    }
}
