package app.charla.share;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "share")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate and its queries read the fields
class ShareEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    private byte[] tokenHash;
    private UUID accountId;
    private UUID spaceId;
    private UUID chatId;
    private long firstSeq;
    private long lastSeq;
    private Instant createdAt;
    private Instant expiresAt;

    @Transient
    private boolean isNew;

    protected ShareEntity() {}

    ShareEntity(Share share, byte[] tokenHash) {
        this.id = share.id();
        this.tokenHash = tokenHash;
        this.accountId = share.by().value();
        this.spaceId = share.space().value();
        this.chatId = share.chat().value();
        this.firstSeq = share.firstSeq();
        this.lastSeq = share.lastSeq();
        this.createdAt = share.createdAt();
        this.expiresAt = share.expiresAt();
        this.isNew = true;
    }

    boolean isOwnedBy(AccountId account) {
        return accountId.equals(account.value());
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** @param awaited the number of missing consents */
    Share toShare(int awaited) {
        return new Share(
                id,
                new AccountId(accountId),
                new SpaceId(spaceId),
                new ChatId(chatId),
                firstSeq,
                lastSeq,
                createdAt,
                expiresAt,
                awaited);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }
}
