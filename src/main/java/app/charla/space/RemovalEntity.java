package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody was removed from a space: only an invite that is newer leads them back. */
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

    RemovalEntity(Actor who, AccountId by, Instant now) {
        this.accountId = who.account().value();
        this.spaceId = who.space().value();
        this.removedAt = now;
        this.removedBy = by.value();
    }

    boolean isBefore(Instant time) {
        return removedAt.isBefore(time);
    }
}
