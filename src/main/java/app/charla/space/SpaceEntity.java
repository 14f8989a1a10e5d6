package app.charla.space;

import app.charla.core.SpaceId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "space")
@SuppressWarnings("NullAway.Init")
class SpaceEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    private String slug;
    private String name;
    private String color;
    private boolean home;
    private Instant createdAt;

    @Transient
    private boolean isNew;

    protected SpaceEntity() {}

    SpaceEntity(UUID id, String slug, String name, String color, boolean home, Instant now) {
        this.id = id;
        this.slug = slug;
        this.name = name;
        this.color = color;
        this.home = home;
        this.createdAt = now;
        this.isNew = true;
    }

    Space toSpace() {
        return new Space(new SpaceId(id), slug, name, color, home);
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
