package app.charla.message;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "mention")
@IdClass(MentionEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class MentionEntity {

    record Key(long messageId, int place) implements Serializable {}

    @Id
    private long messageId;

    @Id
    private int place;

    private @Nullable UUID accountId;
    private UUID chatId;
    private long seq;

    protected MentionEntity() {}

    /** @param account the account mentioned; null for everybody */
    MentionEntity(Message message, int place, @Nullable AccountId account) {
        this.messageId = message.id().value();
        this.place = place;
        this.accountId = account == null ? null : account.value();
        this.chatId = message.chat().value();
        this.seq = message.seq();
    }
}
