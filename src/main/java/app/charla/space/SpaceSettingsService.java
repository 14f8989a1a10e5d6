package app.charla.space;

import app.charla.account.Preferences.Language;
import app.charla.core.Actor;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Settings of spaces. Every method with an actor throws {@link NotFoundException} for non-members. */
@Service
public class SpaceSettingsService {

    private final SpaceStore store;
    private final SpaceService spaces;
    private final SpaceRepository repository;
    private final SpaceRegister register;
    private final SettingsTable settings;
    private final ApplicationEventPublisher events;

    SpaceSettingsService(
            SpaceStore store,
            SpaceService spaces,
            SpaceRepository repository,
            SpaceRegister register,
            SettingsTable settings,
            ApplicationEventPublisher events) {
        this.store = store;
        this.spaces = spaces;
        this.repository = repository;
        this.register = register;
        this.settings = settings;
        this.events = events;
    }

    /** Returns the settings of the space. For every member. */
    public SpaceSettings settings(Actor actor) {
        spaces.requireMember(actor);
        return of(actor.space());
    }

    /** Returns the settings of a space, for background work without an actor. */
    public SpaceSettings of(SpaceId space) {
        Optional<SpaceSettings> stored = store.read(space, settings::find);
        return stored.orElseGet(() -> SpaceSettings.defaults(Language.ES));
    }

    /**
     * A change of a space: settings, appearance, and whatever else is stored in the space's own database. Making one
     * checks its values.
     *
     * @param name null leaves it
     * @param color null leaves it
     * @param tinted whether the pages of the space use its colour; null leaves it
     * @param settings null leaves them
     * @param more valid work in the same transaction of the space as the settings; null for none
     */
    public record Change(
            @Nullable String name,
            @Nullable String color,
            @Nullable Boolean tinted,
            @Nullable SpaceSettings settings,
            @Nullable Consumer<SpaceTransaction> more) {

        /** @throws InvalidException if the name or the colour is invalid */
        public Change {
            name = name == null ? null : SpaceName.of(name).text();
            color = color == null ? null : SpaceRequest.color(color);
        }

        private boolean hasAppearance() {
            return name != null || color != null || tinted != null;
        }
    }

    /**
     * Changes the settings, and the name and colour of the space; its slug stays. Owners and admins. Nothing is changed
     * if the space's database fails; the directory, which is another one, follows it.
     *
     * @throws ForbiddenException if the actor is a plain member
     */
    public Space change(Actor actor, Change change) {
        spaces.requireManager(actor);
        SpaceSettings changed = change.settings();
        if (changed != null && changed.retentionDays() != null) {
            // before the settings: the register may list a space too many, never one too few
            register.change(actor.space(), (entity, now) -> entity.changeRetention(true));
        }
        if (changed != null || change.more() != null) {
            store.<Boolean>write(actor.space(), transaction -> {
                save(transaction, change);
                return true;
            });
        }
        Space space = register.change(actor.space(), (entity, now) -> {
            if (changed != null) {
                entity.changeRetention(changed.retentionDays() != null);
            }
            if (change.hasAppearance()) {
                rename(entity, now, change);
            }
        });
        events.publishEvent(new SpaceChanged(space));
        return space;
    }

    private void save(SpaceTransaction transaction, Change change) {
        if (change.settings() != null) {
            settings.save(change.settings());
        }
        if (change.more() != null) {
            change.more().accept(transaction);
        }
    }

    private void rename(SpaceEntity entity, Instant now, Change change) {
        Space present = entity.toSpace();
        SpaceName name = SpaceName.of(Objects.requireNonNullElse(change.name(), present.name()));
        boolean similar = repository.existsBySkeletonAndIdNot(
                name.skeleton(), present.id().value());
        entity.rename(
                name,
                Objects.requireNonNullElse(change.color(), present.color()),
                Objects.requireNonNullElse(change.tinted(), present.tinted()),
                similar,
                now);
    }

    /** Returns the ready spaces that limit how long messages are kept. */
    public List<SpaceId> spacesWithRetention() {
        return repository.findWithRetention().stream().map(SpaceId::new).toList();
    }
}
