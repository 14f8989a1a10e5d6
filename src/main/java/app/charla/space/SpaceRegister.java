package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.storage.DatabaseAddress;
import app.charla.storage.DatabaseAddresses;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The register of spaces in the directory. A change is one short transaction of the directory, which has a single
 * connection: never call a space's database within it.
 */
@Component
class SpaceRegister implements DatabaseAddresses {

    private final SpaceRepository spaces;
    private final SpaceMemberRepository members;
    private final InviteRepository invites;
    private final DepartureRepository departures;
    private final RemovalRepository removals;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** Cached because every request that names a space needs it. */
    private final Cache<String, Space> bySlug =
            Caffeine.newBuilder().maximumSize(20_000).build();

    SpaceRegister(
            SpaceRepository spaces,
            SpaceMemberRepository members,
            InviteRepository invites,
            DepartureRepository departures,
            RemovalRepository removals,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.spaces = spaces;
        this.members = members;
        this.invites = invites;
        this.departures = departures;
        this.removals = removals;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Optional<DatabaseAddress> find(SpaceId space) {
        return spaces.findById(space.value())
                .filter(entity -> switch (entity.state()) {
                    case REQUESTED, DELETING, DELETED -> false;
                    case PROVISIONING, READY, FAILED -> true;
                })
                .flatMap(SpaceEntity::address);
    }

    /** @throws NotFoundException if no space has that slug */
    Space bySlug(String slug) {
        return bySlug.get(
                slug, key -> spaces.findBySlug(slug).map(SpaceEntity::toSpace).orElseThrow(NotFoundException::new));
    }

    /** @throws NotFoundException if there is no such space */
    SpaceEntity entity(SpaceId space) {
        return spaces.findById(space.value()).orElseThrow(NotFoundException::new);
    }

    /** @throws NotFoundException if there is no such space */
    Space space(SpaceId space) {
        return entity(space).toSpace();
    }

    /** Changes the entry of a space and returns the result after the commit. */
    Space change(SpaceId space, BiConsumer<SpaceEntity, Instant> change) {
        var before = new String[1];
        Space after = Objects.requireNonNull(transactions.execute(status -> {
            SpaceEntity entity = entity(space);
            before[0] = entity.slug();
            change.accept(entity, clock.instant());
            return entity.toSpace();
        }));
        bySlug.invalidate(before[0]);
        return after;
    }

    /** Marks a space as ready and adds its members besides the creator. */
    Space markReady(SpaceId space, Map<AccountId, SpaceRole> people) {
        return change(space, (entity, now) -> {
            people.forEach((account, role) -> {
                var actor = new Actor(space, account);
                if (!members.existsById(SpaceMemberEntity.Key.of(actor))) {
                    members.save(new SpaceMemberEntity(actor, role, null, now));
                }
            });
            entity.markReady(now);
        });
    }

    /** Erases everything about a space but a tombstone. */
    Space erase(SpaceId space) {
        return change(space, (entity, now) -> {
            members.deleteBySpace(space.value());
            invites.deleteBySpace(space.value());
            departures.deleteBySpace(space.value());
            removals.deleteBySpace(space.value());
            entity.erase(now);
        });
    }
}
