package app.charla.space;

import app.charla.account.DormantAccounts;
import app.charla.account.PasswordResets;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceSettings.Joining;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who belongs to a space. Every method throws {@link NotFoundException} for who does not, and
 * {@link ForbiddenException} for who may not do this. From the home space nobody can go.
 */
@Service
public class SpaceMembers {

    private final SpaceService spaces;
    private final SpaceRegister register;
    private final SpaceSettingsService settings;
    private final SpaceMemberRepository members;
    private final PendingDepartures pendingDepartures;
    private final RemovalRepository removals;
    private final DormantAccounts dormant;
    private final PasswordResets resets;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SpaceMembers(
            SpaceService spaces,
            SpaceRegister register,
            SpaceSettingsService settings,
            SpaceMemberRepository members,
            PendingDepartures pendingDepartures,
            RemovalRepository removals,
            DormantAccounts dormant,
            PasswordResets resets,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.spaces = spaces;
        this.register = register;
        this.settings = settings;
        this.members = members;
        this.pendingDepartures = pendingDepartures;
        this.removals = removals;
        this.dormant = dormant;
        this.resets = resets;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Everybody in the space, in the order they came. For every member. */
    public List<SpaceMember> members(Actor actor) {
        spaces.requireMember(actor);
        return members.findBySpaceIdOrderByJoinedAt(actor.space().value()).stream()
                .map(SpaceMemberEntity::toMember)
                .toList();
    }

    /**
     * Joins a space that takes anyone in; whoever is in already stays as they are.
     *
     * @throws NotFoundException if there is none of that slug, it is not ready, it takes in by invite only, or the
     *     account was removed from it
     */
    public Actor join(AccountId account, String slug) {
        Space space = register.bySlug(slug);
        var actor = new Actor(space.id(), account);
        if (!spaces.belongsTo(account, slug)) {
            if (!isOpenTo(space, actor)) {
                throw new NotFoundException();
            }
            finishDeparture(actor);
            transactions.executeWithoutResult(status -> admit(actor, SpaceRole.MEMBER, null));
            events.publishEvent(new SpaceChanged(space));
        }
        return spaces.enter(account, slug);
    }

    /**
     * A space that the account is not in and may {@linkplain #join}.
     *
     * @throws NotFoundException if there is none of that slug, the account is in it, or may not join it
     */
    public Space joinable(AccountId account, String slug) {
        Space space = register.bySlug(slug);
        var actor = new Actor(space.id(), account);
        if (spaces.belongsTo(account, slug) || !isOpenTo(space, actor)) {
            throw new NotFoundException();
        }
        return space;
    }

    private boolean isOpenTo(Space space, Actor actor) {
        return space.isReady()
                && !removals.existsById(SpaceMemberEntity.Key.of(actor))
                && settings.of(space.id()).joining() == Joining.ANYONE;
    }

    /** Who comes back comes as a newcomer: what is left of their going is done first. Not in a transaction. */
    void finishDeparture(Actor actor) {
        pendingDepartures.finish(actor);
    }

    /** Whether an invite of that time leads somebody in: not who was removed since. */
    boolean mayUseInvite(Actor actor, Instant invited) {
        return removals.findById(SpaceMemberEntity.Key.of(actor))
                .map(removal -> removal.isBefore(invited))
                .orElse(true);
    }

    /** Makes somebody a member who is none; part of a transaction. */
    void admit(Actor actor, SpaceRole role, @Nullable UUID invite) {
        removals.findById(SpaceMemberEntity.Key.of(actor)).ifPresent(removals::delete);
        members.save(new SpaceMemberEntity(actor, role, invite, clock.instant()));
    }

    /**
     * Leaves the space.
     *
     * @throws ConflictException if the actor is the last owner: they hand over, or delete the space
     */
    public void leave(Actor actor) {
        requireNotHome(actor);
        removeMember(actor, null, mine -> requireAnotherOwner(actor, mine));
    }

    /**
     * Takes somebody out: no door lets them in from now on, but an invite that is made later. Owners may remove anybody
     * else, admins plain members.
     */
    public void remove(Actor actor, AccountId person) {
        requireNotHome(actor);
        SpaceRole mine = spaces.role(actor);
        if (!mine.mayManage()) {
            throw new ForbiddenException("space.manage");
        }
        if (person.equals(actor.account())) {
            throw new ForbiddenException("space.remove");
        }
        removeMember(new Actor(actor.space(), person), actor.account(), theirs -> {
            if (mine != SpaceRole.OWNER && theirs != SpaceRole.MEMBER) {
                throw new ForbiddenException("space.remove");
            }
        });
    }

    /** Takes somebody out who is no more; the space is not left without an owner. */
    void removeDeletedAccount(Actor who) {
        removeMember(who, null, theirs -> {
            if (theirs == SpaceRole.OWNER && isLastOwner(who)) {
                successor(who).ifPresent(heir -> heir.changeRole(SpaceRole.OWNER));
            }
        });
    }

    private Optional<SpaceMemberEntity> successor(Actor who) {
        List<SpaceMemberEntity> others = members
                .findBySpaceIdOrderByJoinedAt(who.space().value())
                .stream()
                .filter(member -> !member.toMember().account().equals(who.account()))
                .toList();
        return Succession.successor(others, member -> member.role() == SpaceRole.ADMIN);
    }

    /** Whether nobody else owns the space. */
    boolean isLastOwner(Actor who) {
        return members.findById(SpaceMemberEntity.Key.of(who))
                        .filter(member -> member.role() == SpaceRole.OWNER)
                        .isPresent()
                && members.countBySpaceIdAndRole(who.space().value(), SpaceRole.OWNER) == 1;
    }

    private void removeMember(Actor who, @Nullable AccountId by, Consumer<SpaceRole> check) {
        transactions.executeWithoutResult(status -> {
            SpaceMemberEntity member = find(who);
            check.accept(member.role());
            members.delete(member);
            pendingDepartures.begin(who);
            if (by != null) {
                removals.save(new RemovalEntity(who, by, clock.instant()));
            }
        });
        spaces.removeFromCache(who);
        pendingDepartures.finish(who, by);
        events.publishEvent(new SpaceChanged(register.space(who.space())));
    }

    /**
     * Gives somebody another role. Owners only.
     *
     * @throws ConflictException if the space would be without an owner
     */
    public SpaceMember changeRole(Actor actor, AccountId person, SpaceRole role) {
        return change(actor, person, member -> {
            if (role != SpaceRole.OWNER) {
                requireAnotherOwner(new Actor(actor.space(), person), member.role());
            }
            member.changeRole(role);
            return member.toMember();
        });
    }

    /** Makes somebody else an owner and oneself an admin. Owners only. */
    public SpaceMember transfer(Actor actor, AccountId person) {
        return change(actor, person, member -> {
            member.changeRole(SpaceRole.OWNER);
            if (!person.equals(actor.account())) {
                find(actor).changeRole(SpaceRole.ADMIN);
            }
            return member.toMember();
        });
    }

    private SpaceMember change(Actor actor, AccountId person, Function<SpaceMemberEntity, SpaceMember> change) {
        SpaceMember changed = Objects.requireNonNull(transactions.execute(status -> {
            spaces.requireOwner(actor);
            return change.apply(find(new Actor(actor.space(), person)));
        }));
        events.publishEvent(new SpaceChanged(register.space(actor.space())));
        return changed;
    }

    private SpaceMemberEntity find(Actor who) {
        return members.findById(SpaceMemberEntity.Key.of(who)).orElseThrow(NotFoundException::new);
    }

    private void requireAnotherOwner(Actor who, SpaceRole theirs) {
        if (theirs == SpaceRole.OWNER
                && members.countBySpaceIdAndRole(who.space().value(), SpaceRole.OWNER) == 1) {
            throw new ConflictException("space.last-owner");
        }
    }

    private void requireNotHome(Actor actor) {
        if (spaces.isHome(actor.space())) {
            throw new ForbiddenException("space.home");
        }
    }

    /** Whether there are passwords, for which links can be made. */
    public boolean resetLinksPossible() {
        return resets.isAvailable();
    }

    /**
     * Makes the link by which somebody sets a new password, for the owners of the home space to hand on. Not for other
     * owners: nobody takes over their equals.
     *
     * @return the token of {@link PasswordResets#reset}
     * @throws ForbiddenException if the person is an owner, too, or people come by providers only
     */
    public String resetLink(Actor actor, AccountId person) {
        spaces.requireOwner(actor);
        if (!spaces.isHome(actor.space())) {
            throw new NotFoundException();
        }
        if (find(new Actor(actor.space(), person)).role() == SpaceRole.OWNER) {
            throw new ForbiddenException("reset.owner");
        }
        return resets.createResetToken(person, actor.account());
    }

    /**
     * Makes the link by which somebody who came with a restored space takes their account over. Owners only, and only
     * for who is in no space that is not the actor's.
     *
     * @return the token of {@link DormantAccounts#claim}
     * @throws ConflictException if the person has their account already
     */
    public String claim(Actor actor, AccountId person) {
        spaces.requireOwner(actor);
        find(new Actor(actor.space(), person));
        boolean sleeps = dormant.isDormant(person); // whoever is awake is told so below
        if (sleeps
                && members.countInSpacesNotOwnedBy(
                                person.value(), actor.account().value())
                        > 0) {
            throw new ForbiddenException("claim.elsewhere");
        }
        return dormant.issueClaim(person);
    }
}
