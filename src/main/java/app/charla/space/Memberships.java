package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The members of spaces in the directory: admission and removal, without any permission checks. */
@Component
class Memberships {

    private final SpaceService spaces;
    private final SpaceRegister register;
    private final SpaceMemberRepository members;
    private final PendingDepartures pendingDepartures;
    private final RemovalRepository removals;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Memberships(
            SpaceService spaces,
            SpaceRegister register,
            SpaceMemberRepository members,
            PendingDepartures pendingDepartures,
            RemovalRepository removals,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.spaces = spaces;
        this.register = register;
        this.members = members;
        this.pendingDepartures = pendingDepartures;
        this.removals = removals;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Returns the members in the order they joined. */
    List<SpaceMember> all(Actor actor) {
        return entities(actor).stream().map(SpaceMemberEntity::toMember).toList();
    }

    /** Returns whether the actor joined the space no longer ago than that. */
    boolean joinedSince(Actor actor, Duration age) {
        Instant earliest = clock.instant().minus(age);
        return members.findById(SpaceMemberEntity.Key.of(actor))
                .map(SpaceMemberEntity::toMember)
                .filter(member -> !member.joinedAt().isBefore(earliest))
                .isPresent();
    }

    private List<SpaceMemberEntity> entities(Actor actor) {
        return members.findBySpaceIdOrderByJoinedAt(actor.space().value());
    }

    int count(Actor actor) {
        return members.countBySpaceId(actor.space().value());
    }

    boolean exists(Actor actor) {
        return members.existsById(SpaceMemberEntity.Key.of(actor));
    }

    /** @throws NotFoundException if there is no such member */
    SpaceMemberEntity find(Actor actor) {
        return members.findById(SpaceMemberEntity.Key.of(actor)).orElseThrow(NotFoundException::new);
    }

    boolean wasRemoved(Actor actor) {
        return removals.existsById(SpaceMemberEntity.Key.of(actor));
    }

    /** Returns whether an invite of that time admits the actor: not if they were removed since. */
    boolean mayUseInvite(Actor actor, Instant invited) {
        return removals.findById(SpaceMemberEntity.Key.of(actor))
                .map(removal -> removal.isBefore(invited))
                .orElse(true);
    }

    /**
     * Finishes an earlier departure, so that whoever returns joins as a new member. Call it before {@link #admit}, outside
     * a transaction.
     */
    void finishDeparture(Actor actor) {
        pendingDepartures.finish(actor);
    }

    /**
     * Makes a non-member a member; part of a transaction.
     *
     * @throws app.charla.core.ForbiddenException if the account waits for an administrator
     */
    void admit(Actor actor, SpaceRole role, @Nullable UUID invite) {
        spaces.requireNotWaiting(actor.account());
        removals.findById(SpaceMemberEntity.Key.of(actor)).ifPresent(removals::delete);
        members.save(new SpaceMemberEntity(actor, role, invite, clock.instant()));
    }

    /**
     * Removes a member from the directory and then from the chats of the space.
     *
     * @param by the manager who removes them, which keeps them from joining again; null if they leave
     * @param check throws if a member of that role may not be removed
     * @throws NotFoundException if there is no such member
     */
    void remove(Actor member, @Nullable AccountId by, Consumer<SpaceRole> check) {
        transactions.executeWithoutResult(status -> {
            SpaceMemberEntity entity = find(member);
            check.accept(entity.role());
            members.delete(entity);
            pendingDepartures.begin(member);
            if (by != null) {
                removals.save(new RemovalEntity(member, by, clock.instant()));
            }
        });
        spaces.removeFromCache(member);
        pendingDepartures.finish(member, by);
        events.publishEvent(new SpaceChanged(register.space(member.space())));
    }

    /** Removes an account that is being deleted; if it was the last owner, its successor becomes one. */
    void removeDeletedAccount(Actor member) {
        remove(member, null, role -> {
            if (isLastOwner(member)) {
                successor(member).ifPresent(successor -> successor.changeRole(SpaceRole.OWNER));
            }
        });
    }

    private Optional<SpaceMemberEntity> successor(Actor member) {
        List<SpaceMemberEntity> others = entities(member).stream()
                .filter(other -> !other.toMember().account().equals(member.account()))
                .toList();
        return Succession.successor(others, other -> other.role() == SpaceRole.ADMIN);
    }

    /** Returns whether the actor owns the space and nobody else does. */
    boolean isLastOwner(Actor actor) {
        return members.findById(SpaceMemberEntity.Key.of(actor))
                        .filter(member -> member.role() == SpaceRole.OWNER)
                        .isPresent()
                && members.countBySpaceIdAndRole(actor.space().value(), SpaceRole.OWNER) == 1;
    }

    /** Returns in how many spaces the person is that the owner does not own. */
    long countInSpacesNotOwnedBy(AccountId owner, AccountId person) {
        return members.countInSpacesNotOwnedBy(person.value(), owner.value());
    }
}
