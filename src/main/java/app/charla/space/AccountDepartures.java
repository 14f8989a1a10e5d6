package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import java.util.List;
import org.springframework.stereotype.Service;

/** What becomes of the spaces of somebody whose account is to be no more. */
@Service
public class AccountDepartures {

    private final SpaceRepository spaces;
    private final SpaceMemberRepository repository;
    private final SpaceMembers members;
    private final SpaceDeletion deletion;

    AccountDepartures(
            SpaceRepository spaces, SpaceMemberRepository repository, SpaceMembers members, SpaceDeletion deletion) {
        this.spaces = spaces;
        this.repository = repository;
        this.members = members;
        this.deletion = deletion;
    }

    /**
     * Checks that nobody is left in a space without an owner.
     *
     * @throws ConflictException if the account is the last owner of a space that others are in
     */
    public void requireOtherOwners(AccountId account) {
        for (SpaceEntity space : spaces.findByMember(account.value())) {
            if (members.isLastOwner(new Actor(space.id(), account))
                    && repository.countBySpaceId(space.id().value()) > 1) {
                throw new ConflictException("deletion.last-owner");
            }
        }
    }

    /** The spaces an account belongs to, without coming into them. */
    public List<Space> spaces(AccountId account) {
        return spaces.findByMember(account.value()).stream()
                .map(SpaceEntity::toSpace)
                .toList();
    }

    /**
     * Takes an account out of a space, also the home space. What nobody else is in goes with it; who was the last owner
     * is followed by who looked after the space, or else was in it, for longest.
     */
    public void leave(AccountId account, Space space) {
        var who = new Actor(space.id(), account);
        if (!space.home() && repository.countBySpaceId(space.id().value()) == 1) {
            deletion.delete(account, space.slug(), space.name());
        } else {
            members.removeDeletedAccount(who);
        }
    }
}
