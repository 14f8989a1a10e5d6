package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ForbiddenException;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.storage.DatabaseAddress;
import app.charla.storage.SpaceStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Spaces, coming into them, and what one may do there. */
@Service
public class SpaceService {

    private static final String HOME_SLUG = "home";
    private static final String HOME_NAME = "Plaza Mayor";
    private static final String HOME_COLOR = "#1f9d61";

    private final SpaceRegister register;
    private final SpaceRepository spaces;
    private final SpaceMemberRepository members;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SpaceId home;

    /** Who has come into which space since this process started, and still belongs to it. */
    private final Cache<Actor, Boolean> entered =
            Caffeine.newBuilder().maximumSize(200_000).build();

    /** Outlives whatever {@link #entered} may still be loading. */
    private final Set<SpaceId> closed = ConcurrentHashMap.newKeySet();

    SpaceService(
            SpaceRegister register,
            SpaceRepository spaces,
            SpaceMemberRepository members,
            SpaceStore store,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.spaces = spaces;
        this.members = members;
        this.events = events;
        this.clock = clock;
        SpaceEntity found = spaces.findByHomeTrue().orElseGet(this::requestHome);
        this.home = found.id();
        if (found.state() != Space.State.READY) {
            register.change(home, (entity, now) -> {
                entity.assignDatabase(DatabaseAddress.DEFAULT);
                entity.changeState(Space.State.PROVISIONING, now);
            });
            store.open(home);
            register.change(home, SpaceEntity::markReady);
        }
    }

    private SpaceEntity requestHome() {
        return spaces.saveAndFlush(SpaceEntity.home(HOME_SLUG, SpaceName.of(HOME_NAME), HOME_COLOR, clock.instant()));
    }

    /** The space to which everybody belongs. */
    public Space home() {
        return register.bySlug(HOME_SLUG);
    }

    /** The spaces an account belongs to, home first, also those that are still being made or that failed. */
    public List<Space> spaces(AccountId account) {
        enterHome(account);
        return spaces.findByMember(account.value()).stream()
                .map(SpaceEntity::toSpace)
                .toList();
    }

    /** The spaces that are ready and to which both belong, home first. */
    public List<SpaceId> sharedSpaces(AccountId one, AccountId other) {
        return spaces.findCommon(one.value(), other.value()).stream()
                .map(SpaceId::new)
                .toList();
    }

    /**
     * Whether the account belongs to the space of that slug, ready or not.
     *
     * @throws NotFoundException if there is no such space
     */
    public boolean belongsTo(AccountId account, String slug) {
        SpaceId space = register.bySlug(slug).id();
        return space.equals(home) || members.existsById(SpaceMemberEntity.Key.of(new Actor(space, account)));
    }

    /**
     * One of the spaces an account belongs to, ready or not.
     *
     * @throws NotFoundException if there is none of that slug, or the account does not belong to it
     */
    public Space space(AccountId account, String slug) {
        Space space = register.bySlug(slug);
        if (space.id().equals(home)) {
            enterHome(account);
        } else if (!members.existsById(SpaceMemberEntity.Key.of(new Actor(space.id(), account)))) {
            throw new NotFoundException();
        }
        return space;
    }

    /** The space in which somebody acts. */
    public Space space(Actor actor) {
        requireMember(actor);
        return register.space(actor.space());
    }

    /**
     * Comes into the space of that name. Everybody who asks for the home space becomes a member of it.
     *
     * @return who acts from now on, and where
     * @throws NotFoundException if there is none, it is not ready, or the account does not belong to it
     */
    public Actor enter(AccountId account, String slug) {
        return enter(new Actor(register.bySlug(slug).id(), account));
    }

    /** Comes into the home space. */
    public Actor enterHome(AccountId account) {
        return enter(new Actor(home, account));
    }

    private Actor enter(Actor actor) {
        var unused = entered.get(actor, this::admit);
        if (closed.contains(actor.space())) {
            throw new NotFoundException();
        }
        return actor;
    }

    private boolean admit(Actor actor) {
        if (!register.space(actor.space()).isReady()) {
            throw new NotFoundException();
        }
        if (!members.existsById(SpaceMemberEntity.Key.of(actor))) {
            if (!actor.space().equals(home)) {
                throw new NotFoundException();
            }
            // Whoever comes first looks after the home space.
            SpaceRole role = members.existsBySpaceId(home.value()) ? SpaceRole.MEMBER : SpaceRole.OWNER;
            members.save(new SpaceMemberEntity(actor, role, null, clock.instant()));
        }
        events.publishEvent(new SpaceEntered(actor));
        return true;
    }

    /**
     * Checks that people may be brought into a space's conversations.
     *
     * @throws NotFoundException if one of them does not belong to it
     */
    public void requireMembers(SpaceId space, Collection<AccountId> accounts) {
        accounts.forEach(account -> requireMember(new Actor(space, account)));
    }

    /** Those of some people who belong to the actor's space. Cheap; may be asked anywhere. */
    public Set<AccountId> membersAmong(Actor actor, Collection<AccountId> people) {
        if (actor.space().equals(home)) {
            return Set.copyOf(people);
        }
        var near = new HashSet<AccountId>();
        var unknown = new ArrayList<UUID>();
        for (AccountId person : people) {
            if (entered.getIfPresent(new Actor(actor.space(), person)) != null) {
                near.add(person);
            } else {
                unknown.add(person.value());
            }
        }
        if (!unknown.isEmpty()) {
            members.findBySpaceIdAndAccountIdIn(actor.space().value(), unknown)
                    .forEach(member -> near.add(member.toMember().account()));
        }
        return near;
    }

    /**
     * Checks that somebody still belongs to the space in which they act. Cheap; may be asked anywhere.
     *
     * @throws NotFoundException if they do not
     */
    public void requireMember(Actor actor) {
        if (!isMember(actor)) {
            throw new NotFoundException();
        }
    }

    /** Whether somebody belongs to the space in which they act, and it is open. As cheap. */
    public boolean isMember(Actor actor) {
        if (actor.space().equals(home)) {
            return true; // everybody with an account belongs to it, also before coming for the first time
        }
        boolean belongs = entered.getIfPresent(actor) != null
                || (members.existsById(SpaceMemberEntity.Key.of(actor))
                        && register.space(actor.space()).isReady());
        return belongs && !closed.contains(actor.space());
    }

    /**
     * What somebody may do in a space.
     *
     * @throws NotFoundException if they do not belong to it
     */
    public SpaceRole role(Actor actor) {
        return members.findById(SpaceMemberEntity.Key.of(actor))
                .map(SpaceMemberEntity::role)
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Checks that somebody looks after the space.
     *
     * @throws NotFoundException if they do not belong to it
     * @throws ForbiddenException if they are a plain member
     */
    public void requireManager(Actor actor) {
        if (!role(actor).mayManage()) {
            throw new ForbiddenException("space.manage");
        }
    }

    /**
     * Checks that a space is somebody's own.
     *
     * @throws NotFoundException if they do not belong to it
     * @throws ForbiddenException if they are not an owner
     */
    void requireOwner(Actor actor) {
        if (role(actor) != SpaceRole.OWNER) {
            throw new ForbiddenException("space.own");
        }
    }

    boolean isHome(SpaceId space) {
        return space.equals(home);
    }

    /** Somebody who is no member any more comes in no more. */
    void removeFromCache(Actor actor) {
        entered.invalidate(actor);
    }

    /** Nobody comes in any more. */
    void close(SpaceId space) {
        closed.add(space);
        entered.asMap().keySet().removeIf(actor -> actor.space().equals(space));
    }
}
