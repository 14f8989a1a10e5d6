package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.MessageId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "saved")
@IdClass(SavedMessageEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class SavedMessageEntity {

    record Key(UUID accountId, long messageId) implements Serializable {}

    @Id
    private UUID accountId;

    @Id
    private long messageId;

    private Instant savedAt;

    protected SavedMessageEntity() {}

    SavedMessageEntity(AccountId account, MessageId message, Instant now) {
        this.accountId = account.value();
        this.messageId = message.value();
        this.savedAt = now;
    }
}
