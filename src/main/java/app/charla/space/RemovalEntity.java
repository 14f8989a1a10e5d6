package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The removal of a member by a manager: only a newer invite lets the account join again. */
@Entity
@Table(name = "space_removal")
@IdClass(SpaceMemberEntity.Key.class)
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate reads the fields
class RemovalEntity {

    @Id
    private UUID accountId;

    @Id
    private UUID spaceId;

    private Instant removedAt;
    private UUID removedBy;

    protected RemovalEntity() {}

    RemovalEntity(Actor actor, AccountId by, Instant now) {
        this.accountId = actor.account().value();
        this.spaceId = actor.space().value();
        this.removedAt = now;
        this.removedBy = by.value();
    }

    boolean isBefore(Instant time) {
        return removedAt.isBefore(time);
    }
}
