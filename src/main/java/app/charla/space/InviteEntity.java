package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "space_invite")
@SuppressWarnings("NullAway.Init")
class InviteEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID spaceId;
    private byte[] tokenHash;

    @Enumerated(EnumType.STRING)
    private SpaceRole role;

    private @Nullable UUID chatId;
    private @Nullable Integer maxUses;
    private int uses;
    private UUID createdBy;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;

    @Transient
    private boolean isNew;

    protected InviteEntity() {}

    InviteEntity(Actor creator, byte[] tokenHash, Invite.Request request, Instant now, Instant expiresAt) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.spaceId = creator.space().value();
        this.tokenHash = tokenHash;
        this.role = request.role();
        this.chatId = request.chat() == null ? null : request.chat().value();
        this.maxUses = request.maxUses();
        this.createdBy = creator.account().value();
        this.createdAt = now;
        this.expiresAt = expiresAt;
        this.isNew = true;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    SpaceId space() {
        return new SpaceId(spaceId);
    }

    Invite toInvite(List<AccountId> joined) {
        return new Invite(
                id,
                new AccountId(createdBy),
                role,
                chatId == null ? null : new ChatId(chatId),
                maxUses,
                uses,
                createdAt,
                expiresAt,
                revokedAt != null,
                joined);
    }

    byte[] tokenHash() {
        return tokenHash.clone();
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
