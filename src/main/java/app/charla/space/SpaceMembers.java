package app.charla.space;

import app.charla.account.DormantAccounts;
import app.charla.account.PasswordResets;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceSettings.Joining;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Members of a space: joining, leaving, removal and roles. Every method throws {@link NotFoundException} for a non-member
 * and {@link ForbiddenException} for a member whose role does not allow it. The home space cannot be left.
 */
@Service
public class SpaceMembers {

    /** The time after joining during which the welcome text of a space is shown to a member. */
    public static final Duration NEWCOMER = Duration.ofDays(14);

    private final SpaceService spaces;
    private final SpaceRegister register;
    private final SpaceSettingsService settings;
    private final Memberships memberships;
    private final DormantAccounts dormant;
    private final PasswordResets resets;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    SpaceMembers(
            SpaceService spaces,
            SpaceRegister register,
            SpaceSettingsService settings,
            Memberships memberships,
            DormantAccounts dormant,
            PasswordResets resets,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.spaces = spaces;
        this.register = register;
        this.settings = settings;
        this.memberships = memberships;
        this.dormant = dormant;
        this.resets = resets;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Returns all members, in the order they joined. For every member. */
    public List<SpaceMember> members(Actor actor) {
        spaces.requireMember(actor);
        return memberships.all(actor);
    }

    /**
     * Returns the welcome text of the space for a newcomer: a member who joined within {@link #NEWCOMER}.
     *
     * @return empty if there is none, or the actor has been there for longer
     */
    public Optional<String> welcome(Actor actor) {
        String text = settings.settings(actor).welcome();
        return text.isBlank() || !memberships.joinedSince(actor, NEWCOMER) ? Optional.empty() : Optional.of(text);
    }

    /**
     * Joins a space that is open to anyone. For a member nothing changes.
     *
     * @throws NotFoundException if there is none of that slug, it is not ready, it is by invite only, or the account was
     *     removed from it
     */
    public Actor join(AccountId account, String slug) {
        Space space = register.bySlug(slug);
        var actor = new Actor(space.id(), account);
        if (!spaces.belongsTo(account, slug)) {
            if (!isOpenTo(space, actor)) {
                throw new NotFoundException();
            }
            memberships.finishDeparture(actor);
            transactions.executeWithoutResult(status -> memberships.admit(actor, SpaceRole.MEMBER, null));
            events.publishEvent(new SpaceChanged(space));
        }
        return spaces.enter(account, slug);
    }

    /**
     * Returns a space that the account is not in and may {@linkplain #join}.
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
                && !memberships.wasRemoved(actor)
                && settings.of(space.id()).joining() == Joining.ANYONE;
    }

    /**
     * Leaves the space.
     *
     * @throws ConflictException if the actor is the last owner, who must transfer or delete the space
     */
    public void leave(Actor actor) {
        requireNotHome(actor);
        memberships.remove(actor, null, role -> requireAnotherOwner(actor));
    }

    /**
     * Removes a member, who loses all access at once and can return only by an invite made later. Owners may remove anyone
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
        memberships.remove(new Actor(actor.space(), person), actor.account(), theirs -> {
            if (mine != SpaceRole.OWNER && theirs != SpaceRole.MEMBER) {
                throw new ForbiddenException("space.remove");
            }
        });
    }

    /**
     * Changes the role of a member. Owners only.
     *
     * @throws ConflictException if the space would be without an owner
     */
    public SpaceMember changeRole(Actor actor, AccountId person, SpaceRole role) {
        return change(actor, person, member -> {
            if (role != SpaceRole.OWNER) {
                requireAnotherOwner(new Actor(actor.space(), person));
            }
            member.changeRole(role);
            return member.toMember();
        });
    }

    /** Makes another member an owner and the actor an admin. Owners only. */
    public SpaceMember transfer(Actor actor, AccountId person) {
        return change(actor, person, member -> {
            member.changeRole(SpaceRole.OWNER);
            if (!person.equals(actor.account())) {
                memberships.find(actor).changeRole(SpaceRole.ADMIN);
            }
            return member.toMember();
        });
    }

    private SpaceMember change(Actor actor, AccountId person, Function<SpaceMemberEntity, SpaceMember> change) {
        SpaceMember changed = Objects.requireNonNull(transactions.execute(status -> {
            spaces.requireOwner(actor);
            return change.apply(memberships.find(new Actor(actor.space(), person)));
        }));
        events.publishEvent(new SpaceChanged(register.space(actor.space())));
        return changed;
    }

    private void requireAnotherOwner(Actor actor) {
        if (memberships.isLastOwner(actor)) {
            throw new ConflictException("space.last-owner");
        }
    }

    private void requireNotHome(Actor actor) {
        if (spaces.isHome(actor.space())) {
            throw new ForbiddenException("space.home");
        }
    }

    /** Returns whether accounts have passwords, for which reset links can be made. */
    public boolean resetLinksPossible() {
        return resets.isAvailable();
    }

    /**
     * Issues a password reset link, which an owner of the home space hands to the person. Owners cannot reset the
     * passwords of other owners.
     *
     * @return the token of {@link PasswordResets#reset}
     * @throws ForbiddenException if the person is an owner, too, or sign-in is by providers only
     */
    public String resetLink(Actor actor, AccountId person) {
        spaces.requireOwner(actor);
        if (!spaces.isHome(actor.space())) {
            throw new NotFoundException();
        }
        if (memberships.find(new Actor(actor.space(), person)).role() == SpaceRole.OWNER) {
            throw new ForbiddenException("reset.owner");
        }
        return resets.createResetToken(person, actor.account());
    }

    /**
     * Issues the link by which a person takes over the dormant account that was made for them when the space was restored.
     * Owners only, and only if the person is in no space that the actor does not own.
     *
     * @return the token of {@link DormantAccounts#claim}
     * @throws ConflictException if the account is not dormant
     * @throws ForbiddenException if not everybody may register, and the actor may not let others in
     */
    public String claim(Actor actor, AccountId person) {
        spaces.requireOwner(actor);
        memberships.find(new Actor(actor.space(), person));
        boolean isDormant = dormant.isDormant(person); // issueClaim throws if not
        if (isDormant && memberships.countInSpacesNotOwnedBy(actor.account(), person) > 0) {
            throw new ForbiddenException("claim.elsewhere");
        }
        return dormant.issueClaim(person, actor.account());
    }
}
