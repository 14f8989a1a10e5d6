package app.charla.account;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "authenticator")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate and its queries read the fields
class AuthenticatorEntity {

    @Id
    private UUID accountId;

    private String secret;
    private @Nullable Instant confirmedAt;
    private long lastStep;

    protected AuthenticatorEntity() {}

    /** @param secret encrypted */
    AuthenticatorEntity(AccountId account, String secret) {
        this.accountId = account.value();
        this.secret = secret;
    }

    /** Replaces a secret that was not confirmed. */
    void replaceSecret(String newSecret) {
        secret = newSecret;
        lastStep = 0;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    String secret() {
        return secret;
    }
}
