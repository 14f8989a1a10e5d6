package app.charla.profile;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "avatar")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate reads the fields
class AvatarEntity {

    @Id
    private UUID accountId;

    private byte[] content;

    protected AvatarEntity() {}

    AvatarEntity(AccountId account, byte[] content) {
        this.accountId = account.value();
        this.content = content;
    }

    byte[] content() {
        return content;
    }
}
