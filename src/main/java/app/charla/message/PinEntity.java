package app.charla.message;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "pin")
@SuppressWarnings("NullAway.Init")
class PinEntity {

    @Id
    private long messageId;

    private UUID chatId;
    private UUID accountId;
    private Instant pinnedAt;

    protected PinEntity() {}

    PinEntity(Message message, AccountId account, Instant now) {
        this.messageId = message.id().value();
        this.chatId = message.chat().value();
        this.accountId = account.value();
        this.pinnedAt = now;
    }
}
