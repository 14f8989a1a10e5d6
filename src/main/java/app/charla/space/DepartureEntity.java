package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.SpaceId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "space_departure")
@IdClass(SpaceMemberEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class DepartureEntity {

    @Id
    private UUID accountId;

    @Id
    private UUID spaceId;

    protected DepartureEntity() {}

    DepartureEntity(Actor actor) {
        this.accountId = actor.account().value();
        this.spaceId = actor.space().value();
    }

    Actor actor() {
        return new Actor(new SpaceId(spaceId), new AccountId(accountId));
    }
}
