package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceProgressed.Step;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creation of spaces. A request returns a space that is recorded but not yet provisioned: it becomes
 * {@link Space.State#READY} or {@link Space.State#FAILED} in the background, also after a crash, and
 * {@link SpaceProgressed} reports each step.
 *
 * @see <a href="../../../../../docs/decisions/015-space-lifecycle.md">decision 015</a>
 */
@Service
public class SpaceCreation {

    /** The maximum length of an idempotency key. */
    public static final int MAX_REQUEST_KEY_LENGTH = 64;

    private final SpaceRepository spaces;
    private final SpaceMemberRepository members;
    private final SpaceService service;
    private final SpaceRegister register;
    private final SpaceProvisioning provisioning;
    private final SpaceLimits limits;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SpaceCreation(
            SpaceRepository spaces,
            SpaceMemberRepository members,
            SpaceService service,
            SpaceRegister register,
            SpaceProvisioning provisioning,
            SpaceLimits limits,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.spaces = spaces;
        this.members = members;
        this.service = service;
        this.register = register;
        this.provisioning = provisioning;
        this.limits = limits;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * The result of a request for a space.
     *
     * @param created false if the same request was made before
     */
    public record Requested(Space space, boolean created) {}

    /**
     * Requests a space, of which the actor becomes the owner.
     *
     * @param requestKey the client's idempotency key, at most 64 characters: repeating it returns the same space, whatever
     *     its state. Null for none.
     * @throws InvalidException if the key is too long
     * @throws app.charla.core.TooManyRequestsException if the actor requested too many within an hour
     */
    public Requested request(AccountId actor, SpaceRequest request, @Nullable String requestKey) {
        return request(actor, request, requestKey, SpaceSpec.of(request));
    }

    Requested request(AccountId actor, SpaceRequest request, @Nullable String requestKey, SpaceSpec spec) {
        if (requestKey != null && (requestKey.isBlank() || requestKey.length() > MAX_REQUEST_KEY_LENGTH)) {
            throw new InvalidException("Idempotency-Key", "key.length", MAX_REQUEST_KEY_LENGTH);
        }
        String key = requestKey == null ? UUID.randomUUID().toString() : requestKey;
        Optional<Space> known = findExisting(actor, key);
        if (known.isPresent()) {
            return new Requested(known.get(), false);
        }
        limits.takeRequest(actor);
        Requested requested = Objects.requireNonNull(transactions.execute(status -> findExisting(actor, key)
                .map(space -> new Requested(space, false))
                .orElseGet(() -> new Requested(save(actor, request, key, spec), true))));
        if (requested.created()) {
            events.publishEvent(new SpaceProgressed(actor, requested.space(), Step.REQUESTED));
            provisioning.start(requested.space().id());
        }
        return requested;
    }

    private Optional<Space> findExisting(AccountId actor, String key) {
        return spaces.findByCreatorIdAndRequestKey(actor.value(), key).map(SpaceEntity::toSpace);
    }

    private Space save(AccountId actor, SpaceRequest request, String key, SpaceSpec spec) {
        SpaceName name = SpaceName.of(request.name());
        var entity = SpaceEntity.requested(actor, key, availableSlug(name), request, spec.toJson(), clock.instant());
        if (spaces.existsBySkeleton(name.skeleton())) {
            entity.markLookAlike();
        }
        Space space = spaces.saveAndFlush(entity).toSpace();
        members.save(new SpaceMemberEntity(new Actor(space.id(), actor), SpaceRole.OWNER, null, clock.instant()));
        return space;
    }

    private String availableSlug(SpaceName name) {
        String base = name.slug();
        if (isAvailable(base)) {
            return base;
        }
        for (int number = 2; number < 10; number++) {
            if (isAvailable(base + "-" + number)) {
                return base + "-" + number;
            }
        }
        return base + "-" + Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 24, 36);
    }

    private boolean isAvailable(String slug) {
        return !SpaceName.isReserved(slug) && !spaces.existsBySlug(slug);
    }

    /**
     * Retries a failed space.
     *
     * @throws NotFoundException if there is no such space, or the actor is not a member
     * @throws ForbiddenException if the actor is not its owner
     * @throws app.charla.core.ConflictException if it did not fail
     */
    public Space retry(AccountId actor, String slug) {
        Space space = service.space(actor, slug);
        service.requireOwner(new Actor(space.id(), actor));
        Space retried = register.change(space.id(), SpaceEntity::retry);
        events.publishEvent(new SpaceProgressed(actor, retried, Step.REQUESTED));
        provisioning.start(space.id());
        return retried;
    }
}
