package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.space.Space.State;
import java.text.Normalizer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Deletion of spaces. A space can no longer be entered from the moment of the request. Its database is removed soon after
 * and retried after a crash or an unanswered call, until only the entry in the register remains.
 */
@Service
public class SpaceDeletion {

    private final SpaceService spaces;
    private final SpaceRegister register;
    private final SpaceRepository repository;
    private final SpaceProvisioning provisioning;
    private final ApplicationEventPublisher events;

    SpaceDeletion(
            SpaceService spaces,
            SpaceRegister register,
            SpaceRepository repository,
            SpaceProvisioning provisioning,
            ApplicationEventPublisher events) {
        this.spaces = spaces;
        this.register = register;
        this.repository = repository;
        this.provisioning = provisioning;
        this.events = events;
    }

    /**
     * Deletes a ready or failed space with all its content. Owners only.
     *
     * @param name the name of the space, typed as a confirmation
     * @throws NotFoundException if there is no such space, or the actor is not a member
     * @throws ForbiddenException if the actor is not its owner, or it is the home space
     * @throws InvalidException if the name differs
     * @throws ConflictException if it is being provisioned or deleted already
     */
    public void delete(AccountId actor, String slug, String name) {
        Space space = spaces.space(actor, slug);
        if (space.home()) {
            throw new ForbiddenException("space.home");
        }
        spaces.requireOwner(new Actor(space.id(), actor));
        if (!Normalizer.normalize(name.strip(), Normalizer.Form.NFC).equals(space.name())) {
            throw new InvalidException("name", "space.name-differs");
        }
        Space deleted = register.change(space.id(), (entity, now) -> {
            if (entity.state() != State.READY && entity.state() != State.FAILED) {
                throw new ConflictException("space.busy");
            }
            entity.delete(actor, now);
        });
        spaces.close(space.id());
        events.publishEvent(new SpaceClosed(deleted));
        provisioning.start(space.id());
    }

    /** Returns whether the space existed and was deleted; false for an unknown one. */
    public boolean isDeleted(SpaceId space) {
        return repository
                .findById(space.value())
                .map(SpaceEntity::state)
                .filter(state -> state == State.DELETING || state == State.DELETED)
                .isPresent();
    }

    /** Retries the removal of databases. */
    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void retryDeletions() {
        repository.findByStateIn(List.of(State.DELETING)).forEach(space -> provisioning.start(space.id()));
    }
}
