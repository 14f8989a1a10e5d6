package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.SpaceId;
import app.charla.space.Space.State;
import app.charla.storage.DatabaseAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "space")
@SuppressWarnings("NullAway.Init")
class SpaceEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    private String slug;
    private String name;
    private String skeleton;
    private boolean lookAlike;
    private String color;
    private boolean tinted;
    private boolean home;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String reason;
    private Instant createdAt;
    private Instant changedAt;
    private @Nullable UUID creatorId;
    private @Nullable String requestKey;

    @Column(name = "wishes")
    private @Nullable String spec;

    @Column(name = "forgets")
    private boolean hasRetention;

    private @Nullable String databaseUrl;
    private @Nullable String databaseToken;
    private @Nullable Instant deletedAt;
    private @Nullable UUID deletedBy;

    @Transient
    private boolean isNew;

    protected SpaceEntity() {}

    private SpaceEntity(String slug, SpaceName name, String color, Instant now) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.slug = slug;
        this.name = name.text();
        this.skeleton = name.skeleton();
        this.color = color;
        this.state = State.REQUESTED;
        this.createdAt = now;
        this.changedAt = now;
        this.isNew = true;
    }

    static SpaceEntity home(String slug, SpaceName name, String color, Instant now) {
        var space = new SpaceEntity(slug, name, color, now);
        space.home = true;
        return space;
    }

    static SpaceEntity requested(
            AccountId creator, String requestKey, String slug, SpaceRequest request, String spec, Instant now) {
        var space = new SpaceEntity(slug, SpaceName.of(request.name()), request.color(), now);
        space.creatorId = creator.value();
        space.requestKey = requestKey;
        space.spec = spec;
        space.hasRetention = request.settings().retentionDays() != null;
        return space;
    }

    void markLookAlike() {
        lookAlike = true;
    }

    void changeState(State next, Instant now) {
        state = next;
        reason = null;
        changedAt = now;
    }

    void fail(String failure, Instant now) {
        changeState(State.FAILED, now);
        reason = failure;
    }

    /** @throws ConflictException if it did not fail */
    void retry(Instant now) {
        if (state != State.FAILED) {
            throw new ConflictException("space.not-failed");
        }
        changeState(State.REQUESTED, now);
    }

    void markReady(Instant now) {
        changeState(State.READY, now);
        spec = null;
    }

    void delete(AccountId by, Instant now) {
        changeState(State.DELETING, now);
        deletedAt = now;
        deletedBy = by.value();
    }

    /** Erases everything but the id, the name, and who deleted the space when. */
    void erase(Instant now) {
        changeState(State.DELETED, now);
        slug = id.toString();
        skeleton = "";
        lookAlike = false;
        requestKey = null;
        spec = null;
        hasRetention = false;
        databaseUrl = null;
        databaseToken = null;
    }

    void rename(SpaceName newName, String newColor, boolean isTinted, boolean similar, Instant now) {
        if (!newName.skeleton().equals(skeleton)) {
            lookAlike = similar;
        }
        name = newName.text();
        skeleton = newName.skeleton();
        color = newColor;
        tinted = isTinted;
        changedAt = now;
    }

    void changeRetention(boolean limited) {
        hasRetention = limited;
    }

    void assignDatabase(DatabaseAddress address) {
        databaseUrl = address.url();
        databaseToken = address.token();
    }

    Optional<DatabaseAddress> address() {
        return Optional.ofNullable(databaseUrl).map(url -> new DatabaseAddress(url, databaseToken));
    }

    SpaceId id() {
        return new SpaceId(id);
    }

    State state() {
        return state;
    }

    String slug() {
        return slug;
    }

    String skeleton() {
        return skeleton;
    }

    String name() {
        return name;
    }

    /** @throws IllegalStateException for the home space, which nobody requested */
    AccountId creator() {
        if (creatorId == null) {
            throw new IllegalStateException("space " + id + " has no creator");
        }
        return new AccountId(creatorId);
    }

    /** Returns the specification as JSON; only until the space is ready. */
    String spec() {
        return Objects.requireNonNull(spec, "the space is ready");
    }

    /** Returns the name of the uploaded file to restore from, until the space is ready. */
    Optional<String> upload() {
        return Optional.ofNullable(spec).map(SpaceSpec::fromJson).map(SpaceSpec::upload);
    }

    Space toSpace() {
        return new Space(id(), slug, name, color, tinted, home, state, reason, lookAlike);
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
