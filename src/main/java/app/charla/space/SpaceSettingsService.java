package app.charla.space;

import app.charla.account.Preferences.Language;
import app.charla.core.Actor;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.storage.SpaceStore;
import java.util.List;
import java.util.Optional;
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
     * Replaces the settings. Owners and admins.
     *
     * @throws ForbiddenException if the actor is a plain member
     */
    public SpaceSettings change(Actor actor, SpaceSettings changed) {
        spaces.requireManager(actor);
        boolean hasRetention = changed.retentionDays() != null;
        if (hasRetention) { // before the settings: the register may list a space too many, never one too few
            register.change(actor.space(), (entity, now) -> entity.changeRetention(true));
        }
        store.<Boolean>write(actor.space(), transaction -> {
            settings.save(changed);
            return true;
        });
        Space space = register.change(actor.space(), (entity, now) -> entity.changeRetention(hasRetention));
        events.publishEvent(new SpaceChanged(space));
        return changed;
    }

    /**
     * Changes the name and colour of the space; its slug stays. Owners and admins.
     *
     * @param tinted whether its pages use its colour
     * @throws InvalidException if the name or the colour is invalid
     * @throws ForbiddenException if the actor is a plain member
     */
    public Space rename(Actor actor, String name, String color, boolean tinted) {
        SpaceName newName = SpaceName.of(name);
        String colour = SpaceRequest.color(color);
        spaces.requireManager(actor);
        boolean similar = repository.existsBySkeletonAndIdNot(
                newName.skeleton(), actor.space().value());
        Space space =
                register.change(actor.space(), (entity, now) -> entity.rename(newName, colour, tinted, similar, now));
        events.publishEvent(new SpaceChanged(space));
        return space;
    }

    /** Returns the ready spaces that limit how long messages are kept. */
    public List<SpaceId> spacesWithRetention() {
        return repository.findWithRetention().stream().map(SpaceId::new).toList();
    }
}
