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
@Table(name = "reaction")
@IdClass(ReactionEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class ReactionEntity {

    record Key(long messageId, String emoji, UUID accountId) implements Serializable {}

    @Id
    private long messageId;

    @Id
    private String emoji;

    @Id
    private UUID accountId;

    private Instant reactedAt;

    protected ReactionEntity() {}

    ReactionEntity(MessageId message, String emoji, AccountId account, Instant now) {
        this.messageId = message.value();
        this.emoji = emoji;
        this.accountId = account.value();
        this.reactedAt = now;
    }

    /** Returns whether it is the emoji, in any spelling. */
    boolean isOf(String canonical) {
        return Emoji.canonical(emoji).equals(canonical);
    }
}
