package app.charla.space;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "space_member")
@IdClass(SpaceMemberEntity.Key.class)
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate reads the fields
class SpaceMemberEntity {

    record Key(UUID accountId, UUID spaceId) implements Serializable {}

    @Id
    private UUID accountId;

    @Id
    private UUID spaceId;

    private Instant joinedAt;

    protected SpaceMemberEntity() {}

    SpaceMemberEntity(UUID accountId, UUID spaceId, Instant now) {
        this.accountId = accountId;
        this.spaceId = spaceId;
        this.joinedAt = now;
    }
}
