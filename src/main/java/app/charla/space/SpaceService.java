package app.charla.space;

import app.charla.account.FirstAdministratorAppointed;
import app.charla.account.WaitingAccounts;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ForbiddenException;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spaces, entering them, and membership and role checks. */
@Service
public class SpaceService {

    private final SpaceRegister register;
    private final SpaceRepository spaces;
    private final SpaceMemberRepository members;
    private final WaitingAccounts waiting;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final SpaceId home;

    /** Members who have entered a space since this process started. */
    private final Cache<Actor, Boolean> entered =
            Caffeine.newBuilder().maximumSize(200_000).build();

    /** Deleted spaces; checked apart because {@link #entered} may still be loading an entry of one. */
    private final Set<SpaceId> closed = ConcurrentHashMap.newKeySet();

    SpaceService(
            SpaceRegister register,
            SpaceRepository spaces,
            SpaceMemberRepository members,
            WaitingAccounts waiting,
            HomeSpace home,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.register = register;
        this.spaces = spaces;
        this.members = members;
        this.waiting = waiting;
        this.home = home.id();
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Returns the home space, of which everybody is a member. */
    public Space home() {
        return register.bySlug(HomeSpace.SLUG);
    }

    /** Returns the spaces of an account, home first, including those that are being provisioned or failed. */
    public List<Space> spaces(AccountId account) {
        enterHome(account);
        return spaces.findByMember(account.value()).stream()
                .map(SpaceEntity::toSpace)
                .toList();
    }

    /** Returns the ready spaces of which both are members, home first. */
    public List<SpaceId> sharedSpaces(AccountId one, AccountId other) {
        return spaces.findCommon(one.value(), other.value()).stream()
                .map(SpaceId::new)
                .toList();
    }

    /**
     * Whether the account is a member of the space of that slug, ready or not.
     *
     * @throws NotFoundException if there is no such space
     */
    public boolean belongsTo(AccountId account, String slug) {
        SpaceId space = register.bySlug(slug).id();
        return space.equals(home) || members.existsById(SpaceMemberEntity.Key.of(new Actor(space, account)));
    }

    /**
     * Returns a space of which the account is a member, ready or not.
     *
     * @throws NotFoundException if there is none of that slug, or the account is not a member
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

    /** Returns the space of the actor. */
    public Space space(Actor actor) {
        requireMember(actor);
        return register.space(actor.space());
    }

    /**
     * Enters a space. Whoever enters the home space becomes a member of it.
     *
     * @return the actor for further calls
     * @throws NotFoundException if there is none, it is not ready, or the account is not a member
     * @throws ForbiddenException if the account waits for an administrator
     */
    public Actor enter(AccountId account, String slug) {
        return enter(new Actor(register.bySlug(slug).id(), account));
    }

    /** Enters the home space. */
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
        requireNotWaiting(actor.account());
        if (!members.existsById(SpaceMemberEntity.Key.of(actor))) {
            if (!actor.space().equals(home)) {
                throw new NotFoundException();
            }
            transactions.executeWithoutResult(status -> admitToHome(actor));
        }
        events.publishEvent(new SpaceEntered(actor));
        return true;
    }

    /** Finds or inserts the membership, within one transaction: a person may come with several requests at once. */
    private void admitToHome(Actor actor) {
        if (!members.existsById(SpaceMemberEntity.Key.of(actor))) {
            members.save(new SpaceMemberEntity(actor, SpaceRole.MEMBER, null, clock.instant()));
        }
    }

    /** Makes the first administrator an owner of the home space, in the same transaction. */
    @EventListener
    void addOwner(FirstAdministratorAppointed event) {
        var actor = new Actor(home, event.account());
        members.findById(SpaceMemberEntity.Key.of(actor))
                .ifPresentOrElse(
                        member -> member.changeRole(SpaceRole.OWNER),
                        () -> members.save(new SpaceMemberEntity(actor, SpaceRole.OWNER, null, clock.instant())));
    }

    /**
     * Checks that all accounts are members of a space.
     *
     * @throws NotFoundException if one of them is not
     */
    public void requireMembers(SpaceId space, Collection<AccountId> accounts) {
        accounts.forEach(account -> requireMember(new Actor(space, account)));
    }

    /** Returns those of some people who are members of the actor's space. Cached; cheap enough for any caller. */
    public Set<AccountId> membersAmong(Actor actor, Collection<AccountId> people) {
        if (actor.space().equals(home)) {
            return Set.copyOf(people);
        }
        var found = new HashSet<AccountId>();
        var unknown = new ArrayList<UUID>();
        for (AccountId person : people) {
            if (entered.getIfPresent(new Actor(actor.space(), person)) != null) {
                found.add(person);
            } else {
                unknown.add(person.value());
            }
        }
        if (!unknown.isEmpty()) {
            members.findBySpaceIdAndAccountIdIn(actor.space().value(), unknown)
                    .forEach(member -> found.add(member.toMember().account()));
        }
        return found;
    }

    /**
     * Checks that the actor is still a member of the space. Cached; cheap enough for any caller.
     *
     * @throws NotFoundException if not
     */
    public void requireMember(Actor actor) {
        if (!isMember(actor)) {
            throw new NotFoundException();
        }
    }

    /** Returns whether the actor is a member of the space, and it is ready. Cached; cheap enough for any caller. */
    public boolean isMember(Actor actor) {
        if (actor.space().equals(home)) {
            return true; // every account is a member, also before entering for the first time
        }
        boolean isMember = entered.getIfPresent(actor) != null
                || (members.existsById(SpaceMemberEntity.Key.of(actor))
                        && register.space(actor.space()).isReady());
        return isMember && !closed.contains(actor.space());
    }

    /**
     * Returns whether the actor became a member of the space after a time.
     *
     * @throws NotFoundException if they are not a member
     */
    public boolean hasJoinedSince(Actor actor, Instant time) {
        return members.findById(SpaceMemberEntity.Key.of(actor))
                .orElseThrow(NotFoundException::new)
                .toMember()
                .joinedAt()
                .isAfter(time);
    }

    /**
     * Returns the actor's role in the space.
     *
     * @throws NotFoundException if they are not a member
     */
    public SpaceRole role(Actor actor) {
        return members.findById(SpaceMemberEntity.Key.of(actor))
                .map(SpaceMemberEntity::role)
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Checks that the actor is an admin or owner of the space.
     *
     * @throws NotFoundException if they are not a member
     * @throws ForbiddenException if they are a plain member
     */
    public void requireManager(Actor actor) {
        if (!role(actor).mayManage()) {
            throw new ForbiddenException("space.manage");
        }
    }

    /**
     * Checks that the actor is an owner of the space.
     *
     * @throws NotFoundException if they are not a member
     * @throws ForbiddenException if they are not an owner
     */
    void requireOwner(Actor actor) {
        if (role(actor) != SpaceRole.OWNER) {
            throw new ForbiddenException("space.own");
        }
    }

    /**
     * Checks that the account does not wait for an administrator.
     *
     * @throws ForbiddenException if it does
     */
    void requireNotWaiting(AccountId account) {
        if (waiting.isWaiting(account)) {
            throw new ForbiddenException("account.waiting");
        }
    }

    boolean isHome(SpaceId space) {
        return space.equals(home);
    }

    /** Removes a former member from the cache. */
    void removeFromCache(Actor actor) {
        entered.invalidate(actor);
    }

    /** Closes a deleted space for everybody. */
    void close(SpaceId space) {
        closed.add(space);
        entered.asMap().keySet().removeIf(actor -> actor.space().equals(space));
    }
}
