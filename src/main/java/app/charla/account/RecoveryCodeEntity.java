package app.charla.account;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "recovery_code")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate and its queries read the fields
class RecoveryCodeEntity {

    @Id
    private byte[] codeHash;

    private UUID accountId;

    protected RecoveryCodeEntity() {}

    RecoveryCodeEntity(AccountId account, byte[] codeHash) {
        this.accountId = account.value();
        this.codeHash = codeHash;
    }
}
