package app.charla.space;

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

/** What was chosen for a space, and choosing anew. Every method throws {@link NotFoundException} for non-members. */
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

    /** What holds in the space. For every member. */
    public SpaceSettings settings(Actor actor) {
        spaces.requireMember(actor);
        return of(actor.space());
    }

    /** What holds in a space, for what the house does by itself. */
    public SpaceSettings of(SpaceId space) {
        Optional<SpaceSettings> chosen = store.read(space, settings::find);
        return chosen.orElseGet(() -> SpaceSettings.defaults(app.charla.account.Preferences.Language.ES));
    }

    /**
     * Chooses anew. Owners and admins.
     *
     * @throws ForbiddenException if the actor is a plain member
     */
    public SpaceSettings change(Actor actor, SpaceSettings wanted) {
        spaces.requireManager(actor);
        boolean forgets = wanted.retentionDays() != null;
        if (forgets) { // before and not after: the register may name a space too many, never one too few
            register.change(actor.space(), (entity, now) -> entity.changeRetention(true));
        }
        store.<Boolean>write(actor.space(), transaction -> {
            settings.save(wanted);
            return true;
        });
        Space space = register.change(actor.space(), (entity, now) -> entity.changeRetention(forgets));
        events.publishEvent(new SpaceChanged(space));
        return wanted;
    }

    /**
     * Gives the space another name and colour; its address stays. Owners and admins.
     *
     * @param tinted whether its pages are drawn in its colour
     * @throws InvalidException if one of them will not do
     * @throws ForbiddenException if the actor is a plain member
     */
    public Space rename(Actor actor, String name, String color, boolean tinted) {
        SpaceName wanted = SpaceName.of(name);
        String colour = SpaceRequest.color(color);
        spaces.requireManager(actor);
        boolean similar = repository.existsBySkeletonAndIdNot(
                wanted.skeleton(), actor.space().value());
        Space space =
                register.change(actor.space(), (entity, now) -> entity.rename(wanted, colour, tinted, similar, now));
        events.publishEvent(new SpaceChanged(space));
        return space;
    }

    /** The spaces in which messages may have grown too old. */
    public List<SpaceId> spacesWithRetention() {
        return repository.findWithRetention().stream().map(SpaceId::new).toList();
    }
}
