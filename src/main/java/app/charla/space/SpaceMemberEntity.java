package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "space_member")
@IdClass(SpaceMemberEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class SpaceMemberEntity {

    record Key(UUID accountId, UUID spaceId) implements Serializable {

        static Key of(Actor actor) {
            return new Key(actor.account().value(), actor.space().value());
        }
    }

    @Id
    private UUID accountId;

    @Id
    private UUID spaceId;

    @Enumerated(EnumType.STRING)
    private SpaceRole role;

    private Instant joinedAt;
    private @Nullable UUID inviteId;

    protected SpaceMemberEntity() {}

    SpaceMemberEntity(Actor actor, SpaceRole role, @Nullable UUID invite, Instant now) {
        this.accountId = actor.account().value();
        this.spaceId = actor.space().value();
        this.role = role;
        this.inviteId = invite;
        this.joinedAt = now;
    }

    void changeRole(SpaceRole newRole) {
        role = newRole;
    }

    SpaceRole role() {
        return role;
    }

    SpaceMember toMember() {
        return new SpaceMember(new AccountId(accountId), role, joinedAt, inviteId);
    }
}
